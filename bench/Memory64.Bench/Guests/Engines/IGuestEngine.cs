using Memory64.Bench.Harness.Measured;
using Memory64.Engines.Identity;

namespace Memory64.Bench.Guests.Engines;

/// <summary>What the suite needs of an engine that runs its guests, whosever it is and wherever it does.</summary>
public interface IGuestEngine
{
    /// <summary>Whose it is.</summary>
    EngineKind Kind { get; }

    /// <summary>
    /// Counts the time of calls where they are timed on the guest's side, because the engine has a process of its own;
    /// <see langword="null"/> where the caller's clock is as good.
    /// </summary>
    SpanClock? Clock { get; }

    /// <summary>An instance of a guest, which the engine compiles where it hasn't yet.</summary>
    /// <param name="guest">Defines its memory.</param>
    /// <param name="import">The function of the host that the guest imports, if it does.</param>
    /// <exception cref="Memory64.Wasmtime.WasmtimeException">Wasmtime doesn't accept it, or the memory can't be had.</exception>
    /// <exception cref="Harness.MeasurementException">Another engine doesn't.</exception>
    IGuest Open(Guest guest, Func<ulong, ulong, ulong, ulong>? import = null);
}
