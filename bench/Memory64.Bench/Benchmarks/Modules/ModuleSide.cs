using Memory64.Bench.Guests;
using Memory64.Bench.Harness;

namespace Memory64.Bench.Benchmarks.Modules;

/// <summary>A module and its twin, if it has one: which memories there are, and whether it can be measured at all.</summary>
/// <param name="Module">As the user gave it.</param>
/// <param name="Twin">The same program with a memory64; <see langword="null"/> where there is none.</param>
internal sealed record ModuleSide(UserModule Module, UserModule? Twin)
{
    /// <summary>Which memories it can have, the one that is compared with all others first.</summary>
    public IReadOnlyList<ModuleMemory> Memories =>
        Module.Is64
            ? [ModuleMemory.memory64]
            : (Twin, Module.Wide) switch
            {
                (null, null) => [ModuleMemory.memory32],
                (not null, not null) =>
                [
                    ModuleMemory.memory64,
                    ModuleMemory.widened,
                    ModuleMemory.memory32,
                ],
                _ => [ModuleMemory.memory64, ModuleMemory.memory32],
            };

    /// <summary>The module of that name.</summary>
    /// <exception cref="MeasurementException">It can't be read any more.</exception>
    public static ModuleSide Named(string name, ModuleRequest request) =>
        Of(request.Files.First(file => file.Name == name), request);

    /// <summary>One of those that a request names.</summary>
    /// <exception cref="MeasurementException">It can't be read, or is none that can be called so; the message is one line.</exception>
    public static ModuleSide Of(ModuleFile file, ModuleRequest request)
    {
        var module = UserModule.Read(file);
        var twin = request.Twin is { } path
            ? UserModule.Read(new(path, $"{file.Name}, its twin", IsNamed: true))
            : null;
        if (twin is { Is64: false })
        {
            throw new MeasurementException(
                $"{request.Twin}: has no memory64; --twin is the same program compiled for one"
            );
        }

        if (twin is not null && module.Is64)
        {
            throw new MeasurementException(
                $"{file.Path}: has a memory64 itself; --twin belongs to a module with a 32-bit memory"
            );
        }

        foreach (var each in (UserModule?[])[module, twin])
        {
            each?.Check(request.Invocation);
        }

        return new(module, twin);
    }

    /// <summary>The module with such a memory: one of <see cref="Memories"/>.</summary>
    public (UserModule Module, Guest Guest) With(ModuleMemory memory) =>
        memory switch
        {
            ModuleMemory.memory64 when Twin is { } twin => (twin, twin.Own),
            ModuleMemory.memory32 => (Module, Module.Own),
            _ => (Module, Module.Wide!),
        };
}
