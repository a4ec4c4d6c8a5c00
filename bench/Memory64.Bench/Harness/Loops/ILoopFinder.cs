using Memory64.Bench.Harness.Cases;
using Memory64.Wasmtime;

namespace Memory64.Bench.Harness.Loops;

/// <summary>
/// Finds the loops in which a case's time goes, where a room can't name them beforehand. The program finds whatever implements it, by a
/// constructor without parameters.
/// </summary>
public interface ILoopFinder
{
    /// <summary>Whether it finds those of a case.</summary>
    bool Knows(Case measured);

    /// <summary>All loops that begin an iteration, the one with the largest share first; the case runs once for that.</summary>
    /// <param name="measured">A case that it knows.</param>
    /// <param name="library">An engine that accepts the case's settings.</param>
    /// <exception cref="MeasurementException">It can't be run so.</exception>
    /// <exception cref="Code.CodeException">Its machine code can't be read.</exception>
    IReadOnlyList<HotLoop> Find(Case measured, WasmtimeLibrary library);
}
