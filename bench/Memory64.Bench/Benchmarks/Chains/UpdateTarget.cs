using Memory64.Bench.Benchmarks.Shared;
using Memory64.Bench.Guests;
using Memory64.Bench.Guests.Proofs;

namespace Memory64.Bench.Benchmarks.Chains;

/// <summary>
/// A table whose words are updated at random by XOR: the same updates done again, by the host, must leave every word as it
/// was before.
/// </summary>
public sealed unsafe class UpdateTarget : IDisposable
{
    // xorshift64 never leaves 0; any other start is as good.
    private const ulong Seed = 0x9E37_79B9_7F4A_7C15;

    private readonly LatencyKernels _kernels;
    private readonly ulong _address;
    private readonly ulong _bytes;
    private ulong _count;
    private ulong _state;

    /// <summary>Creates the memory with its assertion and the table in it, every word the pattern of its address.</summary>
    /// <param name="kind">Which of the three.</param>
    /// <param name="address">A multiple of 8, not 0.</param>
    /// <param name="bytes">A power of two, 8 or more.</param>
    /// <param name="engine">The engine under test; a native memory doesn't touch it.</param>
    /// <exception cref="AssertionException">The memory isn't what it should be.</exception>
    public UpdateTarget(MemoryKind kind, ulong address, ulong bytes, Func<IGuestEngine> engine)
    {
        Memory = new KernelMemory(kind, LatencyGuest.Source, engine);
        _kernels = LatencyKernels.Of(Memory);
        _address = address;
        _bytes = bytes;
        Memory.WritePattern(address, bytes);
        using var state = Memory.View(StateAt, sizeof(ulong), ViewAccess.Write);
        *(ulong*)state.Data = Seed;
        _state = Seed;
    }

    internal KernelMemory Memory { get; }

    private ulong StateAt => _address - sizeof(ulong);

    /// <summary>Updates so many words.</summary>
    /// <param name="count">How many in one call.</param>
    /// <param name="times">How often the engine makes the call.</param>
    public void Update(ulong count, ulong times)
    {
        _state = _kernels.Update(_address, _bytes, count);
        _count += count * times;
    }

    /// <summary>Does all updates again, as the host understands them, and checks that they are undone.</summary>
    /// <exception cref="AssertionException">The first word that is another than before.</exception>
    public void CheckUpdated()
    {
        using var view = Memory.View(StateAt, sizeof(ulong) + _bytes);
        var state = (ulong*)view.Data;
        Expect.Equal("state, read by the host", StateAt, _state, *state);
        *state = Seed;
        var table = view.Data + sizeof(ulong);
        Expect.Equal(
            "state after all updates",
            StateAt,
            NativeLatency.Update(table, _bytes, _count),
            _state
        );
        Expect.Pattern("word after undoing all updates", _address, _address, (ulong*)table, _bytes);
    }

    /// <inheritdoc/>
    public void Dispose() => Memory.Dispose();
}
