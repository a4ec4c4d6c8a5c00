using Memory64.Bench.Guests;
using Memory64.Wasmtime;

namespace Memory64.Bench.Benchmarks.Shared;

/// <summary>The guests that define a memory of a size and do nothing else.</summary>
public static class DefinedMemory
{
    /// <summary>The guest that defines such a memory.</summary>
    public static Guest GuestOf(MemoryKind memory, ByteSize size) =>
        Guest.Named($"instantiation-{(memory == MemoryKind.memory64 ? "m64" : "m32")}-{size}");

    /// <summary>The memory that it defines; each may grow as far as its kind lets it, memory64 to 16 GiB.</summary>
    public static MemoryType TypeOf(MemoryKind memory, ByteSize size) =>
        memory == MemoryKind.memory64
            ? new(size.Pages, ByteSize.GiB(16).Pages, Is64: true)
            : new(size.Pages, ByteSize.FourGiB.Pages, Is64: false);

    /// <summary>What the engine is told to allocate it so.</summary>
    public static EngineConfiguration SettingsOf(Allocator allocator) =>
        allocator == Allocator.none ? EngineConfiguration.Default : new() { Allocator = allocator };
}
