using Memory64.Bench.Benchmarks.Shared;
using Memory64.Bench.Guests;
using Memory64.Bench.Harness.Cases;
using Memory64.Engines.Identity;
using Memory64.Results.Units;

namespace Memory64.Bench.Benchmarks.Collection;

/// <summary>The cases of <see cref="CollectedMemory"/>.</summary>
internal static class CollectionCases
{
    public static IEnumerable<CaseDescription> All =>
        from memory in (MemoryKind[])[MemoryKind.memory64, MemoryKind.memory32]
        from size in CollectedMemory.Sizes
        where memory == MemoryKind.memory64 || size.Bytes <= ByteSize.FourGiB.Bytes
        select new CaseDescription
        {
            Method = nameof(CollectedMemory.Create),
            Values =
            [
                (nameof(CollectedMemory.Memory), memory),
                (nameof(CollectedMemory.Size), size),
            ],
            Profile = Profile.Full,
            Sampling = Sampling.Repeated,
            Unit = TimeUnit.Microsecond,
            OnlyOn = EngineKind.V8,
            NotOnV8 = null,
            Guest = DefinedMemory.GuestOf(memory, size),
            Controls =
                memory == MemoryKind.memory64 && size.Bytes <= ByteSize.FourGiB.Bytes
                    ? MemoryControls
                        .Of(memory)
                        .Where(control => control.Label == nameof(MemoryKind.memory32))
                        .ToList()
                    : [],
        };
}
