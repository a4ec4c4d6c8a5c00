using Memory64.Bench.Guests;
using Memory64.Wasmtime;

namespace Memory64.Bench.Harness.Measured;

/// <summary>What a live case lives in.</summary>
/// <param name="Engine">Its engine, which must be Wasmtime; a case that uses none doesn't ask.</param>
/// <param name="GuestEngine">Its engine, whosever it is; likewise.</param>
/// <param name="IsAllHere">Whether it is a side of a duel, and both guests live in this process.</param>
/// <param name="Inputs">What it is given from outside.</param>
/// <param name="Meter">Notes what its round costs; <see langword="null"/> for a side of a duel, whose other side lives here too.</param>
public sealed record LiveSurroundings(
    Func<WasmtimeLibrary> Engine,
    Func<IGuestEngine> GuestEngine,
    bool IsAllHere,
    Inputs Inputs,
    RoundMeter? Meter
);
