using System.CommandLine;

namespace Memory64.Bench.Harness.Rooms;

/// <summary>
/// The options that a room of benchmarks owns, and what they mean to its cases. The program finds whatever implements it, by a constructor
/// without parameters, and gives the options to each command that can measure what they make.
/// </summary>
public interface IRoomOptions
{
    /// <summary>
    /// The options, the same ones at each call; none is required, and none has the name of another room's or of a command's own.
    /// </summary>
    IReadOnlyList<Option> Options { get; }

    /// <summary>What the user gave by them; <see langword="null"/> where nothing.</summary>
    /// <param name="parsed">The command line, without errors.</param>
    /// <exception cref="MeasurementException">It can't be used; the message names the option or the file.</exception>
    RoomInput? Read(ParseResult parsed);
}
