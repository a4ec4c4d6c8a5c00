using Memory64.Bench.Guests;
using Memory64.Bench.Harness;
using Memory64.Bench.Harness.Machines.Systems;
using Memory64.Bench.Harness.Measured;
using Memory64.Results.RunFiles.Records;
using Memory64.Widening;
using Memory64.Widening.Rewriting;

namespace Memory64.Bench.Benchmarks.Modules;

/// <summary>A module of the user's, as it is and widened.</summary>
internal sealed class UserModule
{
    private readonly Guest _narrow;
    private readonly Guest? _wide;

    private UserModule(string path, byte[] wasm)
    {
        Name = NameOf(path);
        _narrow = new(Name, wasm);
        Input = new()
        {
            Name = Path.GetFileName(path),
            Bytes = wasm.Length,
            Sha256 = _narrow.Sha256,
        };
        if (_narrow.Is64)
        {
            return;
        }

        try
        {
            _wide = new($"{Name}, widened", Widener.Widen(wasm));
        }
        catch (WideningException exception)
        {
            NotWidened = exception.Message;
        }
    }

    /// <summary>
    /// What its rows are called: the file's name, or its folder's where that is the name which Sightglass gives all its programs; what a
    /// case's name can't hold becomes underscores.
    /// </summary>
    public string Name { get; }

    /// <summary>What run files say of it.</summary>
    public RunInput Input { get; }

    /// <summary>Why it can't be widened; <see langword="null"/> where it can, or has a memory64 of its own.</summary>
    public string? NotWidened { get; }

    /// <summary>Which memories its rows have, the one with a control first.</summary>
    public IReadOnlyList<MemoryKind> Memories =>
        _narrow.Is64 ? [MemoryKind.memory64]
        : _wide is null ? [MemoryKind.memory32]
        : [MemoryKind.memory64, MemoryKind.memory32];

    /// <summary>It with such a memory: one of <see cref="Memories"/>.</summary>
    public Guest With(MemoryKind memory) =>
        memory == MemoryKind.memory32 || _narrow.Is64 ? _narrow : _wide!;

    /// <summary>All that were chosen.</summary>
    /// <exception cref="MeasurementException">One can't be read.</exception>
    public static IEnumerable<UserModule> All(Inputs inputs) =>
        ModuleOptions.PathsIn(inputs).Select(Read);

    /// <summary>The one of that name.</summary>
    /// <exception cref="MeasurementException">There is none any more, or it can't be read.</exception>
    public static UserModule Named(string name, Inputs inputs) =>
        ModuleOptions.PathsIn(inputs).FirstOrDefault(path => NameOf(path) == name) is { } path
            ? Read(path)
            : throw new MeasurementException($"there is no module {name}");

    /// <summary>Reads one.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="MeasurementException">It can't be read, or is no core module.</exception>
    public static UserModule Read(string path)
    {
        var refusal =
            Directory.Exists(path) ? "is a folder"
            : !File.Exists(path) ? "there is no such file"
            : PlainFile.Refusal(path);
        if (refusal is not null)
        {
            throw new MeasurementException($"{path}: {refusal}; give a .wasm file");
        }

        var wasm = File.ReadAllBytes(path);
        if (HeaderProblem(wasm) is { } problem)
        {
            throw new MeasurementException($"{path}: {problem}; give a core module");
        }

        try
        {
            return new(path, wasm);
        }
        catch (InvalidDataException exception)
        {
            throw new MeasurementException($"{path}: {exception.Message}", exception);
        }
    }

    private static string NameOf(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        var folder = Path.GetFileName(Path.GetDirectoryName(path));
        return string.Concat(
            (name == "benchmark" && !string.IsNullOrEmpty(folder) ? folder : name).Select(c =>
                char.IsAsciiLetterOrDigit(c) ? c : '_'
            )
        );
    }

    private static string? HeaderProblem(ReadOnlySpan<byte> wasm) =>
        !wasm.StartsWith("\0asm"u8) ? "is no WebAssembly: it doesn't begin with \\0asm"
        : wasm.Length < 8 ? "is truncated"
        : wasm[6] == 1 ? "is a component"
        : wasm[4] != 1 ? $"is of version {wasm[4]} of the binary format; 1 is known"
        : null;
}
