using Memory64.Bench.Harness.Measured;

namespace Memory64.Bench.Harness.Rooms;

/// <summary>What the user gave a room by its options.</summary>
/// <param name="Values">
/// See <see cref="Inputs.Options"/>: all that the room makes its cases of, here, in measured processes and in a run that goes on. Names
/// that begin with the room's option; what the texts mean, JSON or a path, is the room's own affair.
/// </param>
/// <param name="Filter">A glob over the names of the cases that are made of it: what is measured where the user names no filter.</param>
public sealed record RoomInput(IReadOnlyDictionary<string, string> Values, string Filter);
