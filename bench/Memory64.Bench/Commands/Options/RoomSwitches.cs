using System.CommandLine;
using Memory64.Bench.Harness.Measured;
using Memory64.Bench.Harness.Rooms;

namespace Memory64.Bench.Commands.Options;

/// <summary>The options that rooms of benchmarks own, for a command that measures what they make.</summary>
internal sealed class RoomSwitches
{
    private readonly IReadOnlyList<IRoomOptions> _rooms = Found.Each<IRoomOptions>();

    /// <summary>All of them, room by room.</summary>
    public IEnumerable<Option> Options => _rooms.SelectMany(room => room.Options);

    /// <summary>Gives a command these options.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in Options)
        {
            command.Options.Add(option);
        }
    }

    /// <summary>What cases are given by them, and globs that name the cases which are made of it; none where nothing is given.</summary>
    /// <param name="parsed">The command line, without errors.</param>
    /// <exception cref="Harness.MeasurementException">What is given can't be used.</exception>
    public (Inputs Inputs, IReadOnlyList<string> Filters) Read(ParseResult parsed)
    {
        List<RoomInput> given = [.. _rooms.Select(room => room.Read(parsed)).OfType<RoomInput>()];
        return (
            new()
            {
                Options = given
                    .SelectMany(input => input.Values)
                    .ToDictionary(StringComparer.Ordinal),
            },
            [.. given.Select(input => input.Filter)]
        );
    }
}
