using Memory64.Bench.Benchmarks.Shared;
using Memory64.Bench.Guests;
using Memory64.Bench.Guests.Proofs;
using Memory64.Wasmtime;

namespace Memory64.Bench.Benchmarks.Chains;

/// <summary>Slots in a memory, each of which holds the address of the next one of a cycle.</summary>
public sealed unsafe class ChaseTarget : IDisposable
{
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
    /// <param name="library">The engine under test; a native memory doesn't touch it.</param>
    /// <exception cref="AssertionException">The memory isn't what it should be.</exception>
    public ChaseTarget(
        MemoryKind kind,
        PointerCycle cycle,
        ulong address,
        ulong slotBytes,
        Func<WasmtimeLibrary> library
    )
    {
        Memory = new KernelMemory(kind, LatencyGuest.Source, library);
        _kernels = LatencyKernels.Of(Memory);
        _cycle = cycle;
        _address = address;
        _slotBytes = slotBytes;
        _at = address;
        var slots = Memory.Locate(address, slotBytes * (ulong)cycle.Count);
        for (var slot = 0; slot < cycle.Count; slot++)
        {
            *(ulong*)(slots + ((ulong)slot * slotBytes)) = AddressOf(cycle.After(slot));
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
