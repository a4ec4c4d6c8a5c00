using Memory64.Bench.Harness.Measured;
using Memory64.Wasmtime;

namespace Memory64.Bench.Harness.Rooms;

/// <summary>
/// What a room can prove of what the user gave it, before anything is measured. The program finds whatever implements it, by a
/// constructor without parameters.
/// </summary>
public interface IRoomVerifier
{
    /// <summary>The checks that there are, each with its name; one throws where it doesn't hold, else it returns what it found.</summary>
    /// <param name="inputs">What the user gave.</param>
    IEnumerable<(string Name, Func<WasmtimeLibrary, string> Check)> ChecksOf(Inputs inputs);
}
