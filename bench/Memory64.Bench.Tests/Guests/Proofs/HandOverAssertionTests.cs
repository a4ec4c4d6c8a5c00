using Memory64.Bench.Guests;
using Memory64.Bench.Guests.Proofs;
using Memory64.Bench.Tests.Wasmtime;
using Memory64.Wasmtime;
using Xunit;

namespace Memory64.Bench.Tests.Guests.Proofs;

/// <summary>Guests with several memories: each of them is one, and only what is handed over passes between them.</summary>
public sealed class HandOverAssertionTests
{
    private const int Count = 3;

    // The assertion's bytes, at the end of a memory of a page: where they come to lie, and how far from there they come from.
    private const ulong Target = 65_536 - 4096 + 2560;
    private const ulong Distance = 1536;

    private static readonly MemoryType Type = new(1, ByteSize.GiB(16).Pages, Is64: true);

    [Theory]
    [MemberData(nameof(EnginesAtHand.Names), MemberType = typeof(EnginesAtHand))]
    public void Each_memory_of_a_sound_guest_passes_small_and_beyond_4_GiB(string engineName)
    {
        using var engine = new Engine(EnginesAtHand.Load(engineName));
        using var module = Compile(engine, "model-multi-m64");
        using var guest = new GuestInstance(engine, module);
        var memories = guest.Memories(Count);
        foreach (var memory in memories)
        {
            MemoryAssertion.Check(memory, Type);
        }

        CheckBoth(memories);
        foreach (var memory in memories)
        {
            GrowthAssertion.Check(memory, ByteSize.GiB(5).Pages);
        }

        CheckBoth(memories);
    }

    [Fact]
    public void Memories_grow_apart_from_each_other()
    {
        using var engine = new Engine(EnginesAtHand.Default);
        using var module = Compile(engine, "model-multi-m64");
        using var guest = new GuestInstance(engine, module);
        var memories = guest.Memories(Count);
        Assert.Equal(1UL, memories[1].Probe.Grow.Call(2));
        Assert.Equal(1UL, memories[2].Probe.Grow.Call(4));
        Assert.Equal([1UL, 3UL, 5UL], memories.Select(memory => memory.Memory.Pages));
        Assert.Equal([1UL, 3UL, 5UL], memories.Select(memory => memory.Probe.Pages.Call()));
    }

    [Fact]
    public void What_does_not_arrive_is_refused()
    {
        using var engine = new Engine(EnginesAtHand.Default);
        using var module = Compile(engine, "faulty-hand-over");
        using var guest = new GuestInstance(engine, module);
        var memories = guest.Memories(Count);
        HandOverAssertion.Check(memories[0], memories[1], HandOver(memories[1]));
        AssertMissing(() =>
            HandOverAssertion.Check(memories[1], memories[2], HandOver(memories[2]))
        );
    }

    [Fact]
    public void What_arrives_in_another_memory_is_refused()
    {
        using var engine = new Engine(EnginesAtHand.Default);
        using var module = Compile(engine, "model-multi-m64");
        using var guest = new GuestInstance(engine, module);
        var memories = guest.Memories(Count);
        AssertMissing(() =>
            HandOverAssertion.Check(memories[0], memories[1], HandOver(memories[2]))
        );
    }

    // Words arrive, and are what they must be but for the memory that they are read from and written to.
    [Fact]
    public void One_memory_under_two_names_is_refused()
    {
        using var engine = new Engine(EnginesAtHand.Default);
        using var module = Compile(engine, "model-multi-m64");
        using var guest = new GuestInstance(engine, module);
        var memories = guest.Memories(Count);
        _ = MemoryAssertionTests.Refused(() =>
            HandOverAssertion.Check(memories[1], memories[1], HandOver(memories[1]))
        );
    }

    [Fact]
    public void A_guest_with_fewer_memories_has_no_second_one()
    {
        using var engine = new Engine(EnginesAtHand.Default);
        using var module = Compile(engine, "model-m64");
        using var guest = new GuestInstance(engine, module);
        Assert.Same(guest, Assert.Single(guest.Memories(1)));
        var exception = Assert.Throws<WasmtimeException>(() => guest.Memories(2));
        Assert.Contains("memory_1", exception.Message, StringComparison.Ordinal);
    }

    private static void CheckBoth(IReadOnlyList<IGuestMemory> memories)
    {
        for (var to = 1; to < memories.Count; to++)
        {
            HandOverAssertion.Check(memories[to - 1], memories[to], HandOver(memories[to]));
        }
    }

    private static void AssertMissing(Action check)
    {
        var (address, expected, found) = MemoryAssertionTests.Refused(check);
        Assert.Equal(Target, address);
        Assert.Equal(Pattern.At(Target - Distance), expected);
        Assert.Equal(~Pattern.At(Target), found);
    }

    private static IGuestFunction HandOver(IGuestMemory to) => to.Function("hand_over");

    private static Module Compile(Engine engine, string guest) =>
        new(engine, Guest.Named(guest).Wasm.Span);
}
