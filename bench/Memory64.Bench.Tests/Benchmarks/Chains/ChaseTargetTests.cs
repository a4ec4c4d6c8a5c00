using Memory64.Bench.Benchmarks.Chains;
using Memory64.Bench.Benchmarks.Shared;
using Memory64.Bench.Guests;
using Memory64.Bench.Guests.Proofs;
using Memory64.Bench.Tests.Wasmtime;
using Xunit;

namespace Memory64.Bench.Tests.Benchmarks.Chains;

/// <summary>A chase arrives where its steps lead, in three kinds of memory, on every engine.</summary>
public sealed unsafe class ChaseTargetTests
{
    private const ulong SlotBytes = 64;
    private const int Slots = 1000;
    private const ulong Line = 0x1_0000_0000;

    public static TheoryData<MemoryKind> Kinds { get; } =
        new(MemoryKind.memory64, MemoryKind.memory32, MemoryKind.native);

    public static MatrixTheoryData<string, MemoryKind> Engines { get; } =
        new(
            EnginesAtHand.Names.Select(row => row.Data),
            [MemoryKind.memory64, MemoryKind.memory32]
        );

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_chase_goes_on_where_the_last_one_ended(MemoryKind kind)
    {
        foreach (var address in Addresses(kind))
        {
            using var target = Create(kind, PointerCycle.Random(Slots), address);
            target.CheckChased();
            foreach (var steps in (ulong[])[8, 64, 928, 0, 8_000, 16])
            {
                target.Chase(steps);
                target.CheckChased();
            }
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_kernel_follows_the_cycle_slot_by_slot(MemoryKind kind)
    {
        using var memory = new KernelMemory(kind, "latency", () => EnginesAtHand.DefaultEngine);
        var kernels = LatencyKernels.Of(memory);
        var address = Addresses(kind)[^1];
        var slots = (ulong*)memory.Locate(address, 9 * sizeof(ulong));
        for (var i = 0UL; i < 9; i++)
        {
            slots[i] = address + (8 * ((i + 5) % 9));
        }

        Assert.Equal(address + (8 * (8 * 5 % 9)), kernels.Chase(address, 8));
        Assert.Equal(address + (8 * (72 * 5 % 9)), kernels.Chase(address, 72));
        Assert.Equal(address + 16, kernels.Chase(address + 16, 0));
    }

    [Fact]
    public void Another_slot_than_the_steps_lead_to_is_found()
    {
        const ulong address = 4096;
        using var target = Create(MemoryKind.memory64, PointerCycle.Ascending(Slots), address);
        target.Chase(8);
        target.CheckChased();

        // A slot is left out.
        *(ulong*)target.Memory.Locate(address + (10 * SlotBytes), 8) += SlotBytes;
        target.Chase(8);
        var exception = Assert.Throws<AssertionException>(target.CheckChased);
        Assert.Equal(
            $"slot after all steps: at address 0x{address + (17 * SlotBytes):X} expected 0x10, found 0x11",
            exception.Message
        );
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void Every_engine_chases_on_both_sides_of_the_line(string engine, MemoryKind kind)
    {
        foreach (var address in Addresses(kind))
        {
            using var target = new ChaseTarget(
                kind,
                PointerCycle.Random(Slots),
                address,
                SlotBytes,
                () => EnginesAtHand.Engine(engine)
            );
            target.Chase(8 * Slots);
            target.Chase(136);
            target.CheckChased();
        }
    }

    private static ChaseTarget Create(MemoryKind kind, PointerCycle cycle, ulong address) =>
        new(kind, cycle, address, SlotBytes, () => EnginesAtHand.DefaultEngine);

    // At 0, in between, across and above the line.
    private static ulong[] Addresses(MemoryKind kind) =>
        kind == MemoryKind.memory32
            ? [0, Line / 4]
            : [0, Line / 4, Line - (Slots * SlotBytes / 2), Line * 3 / 2];
}
