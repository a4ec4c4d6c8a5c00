using System.CommandLine;
using Memory64.Bench.Commands.Exits;
using Memory64.Bench.Commands.Options;
using Memory64.Bench.Harness.Cases;

namespace Memory64.Bench.Commands.Duels;

/// <summary>How a user names the one case that a command is about.</summary>
/// <param name="isOptional">Whether what is made of a room's options may stand in for the name; not where other arguments follow.</param>
internal sealed class CaseSwitches(bool isOptional)
{
    private readonly Argument<string?> _name = new("CASE")
    {
        Description =
            "A case's name, or a glob that means one."
            + (
                isOptional
                    ? " Default: the first one that is made of what you name by --module or --model."
                    : ""
            ),
        Arity = isOptional ? ArgumentArity.ZeroOrOne : ArgumentArity.ExactlyOne,
    };

    private readonly RoomSwitches _rooms = new();

    /// <summary>Gives a command the argument, and the options of rooms whose cases it may be.</summary>
    public void AddTo(Command command)
    {
        command.Arguments.Add(_name);
        _rooms.AddTo(command);
    }

    /// <summary>The case.</summary>
    /// <exception cref="UsageException">There is none that runs in an engine, or there are several.</exception>
    public Case CaseOf(ParseResult parsed)
    {
        var (inputs, filters) = _rooms.Read(parsed);
        var cases = new FoughtCases(new(inputs));
        return parsed.GetValue(_name) is { } name ? cases.One(name)
            : filters.Count > 0 ? cases.Of(filters)[0]
            : throw new UsageException("which CASE? Name one; --list flat shows all");
    }
}
