using Memory64.Bench.Benchmarks.Shared;
using Memory64.Bench.Guests;
using Memory64.Bench.Guests.Proofs;

namespace Memory64.Bench.Benchmarks.Chains;

/// <summary>Slots in a memory, each of which holds the address of the next one of a cycle.</summary>
public sealed unsafe class ChaseTarget : IDisposable
{
    private const ulong PartBytes = 64 << 10;

    private readonly LatencyKernels _kernels;
    private readonly PointerCycle _cycle;
    private readonly ulong _address;
    private readonly ulong _slotBytes;
    private ulong _at;
    private ulong _steps;

    /// <summary>Creates the memory with its assertion and the slots in it.</summary>
    /// <param name="kind">Which of the three.</param>
    /// <param name="cycle">The order of the slots.</param>
    /// <param name="address">Of slot 0: a multiple of 8.</param>
    /// <param name="slotBytes">From one slot to the one beside it: a multiple of 8.</param>
    /// <param name="engine">The engine under test; a native memory doesn't touch it.</param>
    /// <exception cref="AssertionException">The memory isn't what it should be.</exception>
    public ChaseTarget(
        MemoryKind kind,
        PointerCycle cycle,
        ulong address,
        ulong slotBytes,
        Func<IGuestEngine> engine
    )
    {
        Memory = new KernelMemory(kind, LatencyGuest.Source, engine);
        _kernels = LatencyKernels.Of(Memory);
        _cycle = cycle;
        _address = address;
        _slotBytes = slotBytes;
        _at = address;
        for (var slot = 0; slot < cycle.Count; slot += SlotsOfPart)
        {
            WriteSlots(slot, Math.Min(SlotsOfPart, cycle.Count - slot));
        }
    }

    // Slots that lie close together are written together; of others a part would be mostly what is between them.
    private int SlotsOfPart => (int)Math.Max(1, PartBytes / _slotBytes);

    private void WriteSlots(int first, int count)
    {
        var bytes = ((ulong)(count - 1) * _slotBytes) + sizeof(ulong);
        using var view = Memory.View(AddressOf(first), bytes, ViewAccess.Write);
        for (var slot = 0; slot < count; slot++)
        {
            *(ulong*)(view.Data + ((ulong)slot * _slotBytes)) = AddressOf(
                _cycle.After(first + slot)
            );
        }
    }

    internal KernelMemory Memory { get; }

    /// <summary>Goes so many steps, a multiple of eight, from where the last chase ended.</summary>
    public void Chase(ulong steps)
    {
        _at = _kernels.Chase(_at, steps);
        _steps += steps;
    }

    /// <summary>Checks that the chase has arrived where as many steps lead.</summary>
    /// <exception cref="AssertionException">It is somewhere else.</exception>
    public void CheckChased()
    {
        Expect.Equal("rest of the address", _at, 0, (_at - _address) % _slotBytes);
        var slot = (_at - _address) / _slotBytes;
        Expect.Equal(
            "slot after all steps",
            _at,
            _steps % (ulong)_cycle.Count,
            slot < (ulong)_cycle.Count ? (ulong)_cycle.Rank((int)slot) : ulong.MaxValue
        );
    }

    /// <inheritdoc/>
    public void Dispose() => Memory.Dispose();

    private ulong AddressOf(int slot) => _address + ((ulong)slot * _slotBytes);
}
