using Memory64.Bench.Benchmarks.Shared;
using Memory64.Bench.Guests;
using Memory64.Bench.Harness.Cases;
using Memory64.Results.Units;

namespace Memory64.Bench.Benchmarks.Residence;

/// <summary>The cases of <see cref="MemoryResidence"/>.</summary>
internal static class ResidenceCases
{
    /// <summary>The size of its memory.</summary>
    public static readonly ByteSize Size = ByteSize.GiB(8);

    public static IEnumerable<CaseDescription> All =>
        from method in (string[])[nameof(MemoryResidence.Drop), nameof(MemoryResidence.TouchAgain)]
        from size in MemoryResidence.Sizes
        from keeper in Enum.GetValues<Keeper>()
        select Of(method, size, keeper);

    /// <summary>The guest.</summary>
    public static Guest Guest => DefinedMemory.GuestOf(MemoryKind.memory64, Size);

    /// <summary>What the engine is told.</summary>
    public static EngineConfiguration SettingsOf(Keeper keeper) =>
        keeper switch
        {
            Keeper.system => EngineConfiguration.Default,
            Keeper.pool => new() { Allocator = Allocator.Pooling },
            _ => new() { Allocator = Allocator.Pooling, KeepResident = ByteSize.MiB(512) },
        };

    private static CaseDescription Of(string method, ByteSize size, Keeper keeper) =>
        new()
        {
            Method = method,
            Values =
            [
                (nameof(MemoryResidence.Size), size),
                (nameof(MemoryResidence.Keeper), keeper),
            ],
            Profile = Profile.Full,
            Sampling = Sampling.Once(warmups: 0, iterations: 2),
            Unit = TimeUnit.Millisecond,
            Bytes = (long)size.Bytes,
            NotOnV8 = "V8 gives a memory back when it collects garbage",
            Guest = Guest,
            Settings = SettingsOf(keeper),
            ResidentBytes = 2 * size.Bytes,
            KeptBytes = size.Bytes,
            Controls =
                keeper == Keeper.system
                    ? []
                    : [new Control("system", (nameof(MemoryResidence.Keeper), Keeper.system))],
        };
}
