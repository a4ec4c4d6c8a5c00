using Memory64.Bench.Benchmarks.Shared;
using Memory64.Bench.Guests;
using Memory64.Bench.Guests.Proofs;
using Memory64.Bench.Tests.Wasmtime;
using Xunit;

namespace Memory64.Bench.Tests.Benchmarks.Shared;

public sealed unsafe class KernelMemoryTests
{
    private const ulong Address = 4096;
    private const ulong Bytes = 256;

    public static TheoryData<MemoryKind> Kinds { get; } =
        new(MemoryKind.memory64, MemoryKind.memory32, MemoryKind.native);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_pattern_fills_its_window_and_no_more(MemoryKind kind)
    {
        using var memory = Create(kind);
        memory.Check("untouched", Address, 3 * Bytes, _ => 0);

        memory.WritePattern(Address + Bytes, Bytes);

        memory.Check("before", Address, Bytes, _ => 0);
        memory.Check("pattern", Address + Bytes, Bytes, Pattern.At);
        memory.CheckPattern("itself", Address + Bytes, Address + Bytes, Bytes);
        memory.Check("after", Address + (2 * Bytes), Bytes, _ => 0);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_first_word_that_differs_is_named(MemoryKind kind)
    {
        using var memory = Create(kind);
        memory.WritePattern(Address, Bytes);
        *(ulong*)memory.Locate(Address + 40, sizeof(ulong)) ^= 1;
        *(ulong*)memory.Locate(Address + 48, sizeof(ulong)) ^= 1;

        var exception = Assert.Throws<AssertionException>(() =>
            memory.CheckPattern("a word", Address, Address, Bytes)
        );

        Assert.StartsWith(
            $"a word: at address 0x{Address + 40:X} expected 0x{Pattern.At(Address + 40):X}",
            exception.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Guest_and_native_memory_exclude_each_other()
    {
        using var memory = Create(MemoryKind.memory64);
        Assert.NotNull(memory.Guest);
        Assert.Null(memory.Native);
        using var native = new KernelMemory(
            MemoryKind.native,
            "no such guest",
            () => throw new InvalidOperationException("a native memory needs no engine")
        );
        Assert.Null(native.Guest);
        Assert.NotNull(native.Native);
    }

    private static KernelMemory Create(MemoryKind kind) =>
        new(kind, "latency", () => EnginesAtHand.DefaultEngine);
}
