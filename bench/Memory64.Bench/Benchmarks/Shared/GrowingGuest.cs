using Memory64.Bench.Guests;
using Memory64.Bench.Harness.Cases;
using Memory64.Wasmtime;

namespace Memory64.Bench.Benchmarks.Shared;

/// <summary>The memory of an instance of the guest <c>allocation</c>.</summary>
public sealed unsafe class GrowingGuest : IGrowingMemory
{
    private readonly IGuest _guest;
    private readonly IGuestFunction _seed;
    private readonly IGuestFunction _fill;
    private readonly IGuestFunction _touch;

    /// <summary>Takes an instance, whose memory is empty.</summary>
    public GrowingGuest(IGuest guest)
    {
        _guest = guest;
        _seed = _guest.Function("seed");
        _fill = _guest.Function("fill");
        _touch = _guest.Function(TouchLoop.Function);
    }

    /// <summary>The loop of <see cref="Touch"/>; a page is its operation.</summary>
    public static TimedLoop TouchLoop { get; } = new("touch", 1, GrowingNative.TouchPages);

    /// <inheritdoc/>
    public byte* Data => _guest.Here is { } here ? here.Memory.Data : null;

    /// <inheritdoc/>
    public MemoryView View(ulong address, ulong bytes) =>
        _guest.Memory.View(address, bytes, ViewAccess.Read);

    /// <inheritdoc/>
    public ulong ByteLength => _guest.Memory.ByteLength;

    /// <inheritdoc/>
    public ulong Seed(ulong bytes) => _seed.Call(bytes);

    /// <inheritdoc/>
    public bool Grow(ulong bytes) =>
        _guest.Probe.Grow.Call(bytes / MemoryType.PageBytes) != GuestProbe.None;

    /// <inheritdoc/>
    public ulong ZeroFill(ulong address, ulong bytes) => _fill.Call(address, bytes, 0);

    /// <inheritdoc/>
    public ulong Touch(ulong address, ulong bytes, ulong step) => _touch.Call(address, bytes, step);

    /// <inheritdoc/>
    public void Dispose() => _guest.Dispose();
}
