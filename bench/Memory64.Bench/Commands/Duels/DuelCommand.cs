using System.CommandLine;
using Memory64.Bench.Commands.Exits;
using Memory64.Bench.Commands.Options;
using Memory64.Bench.Commands.Screens;
using Memory64.Bench.Commands.Sessions;

namespace Memory64.Bench.Commands.Duels;

/// <summary><c>duel</c>: two engines against each other, now, in turns; nothing is recorded.</summary>
internal static class DuelCommand
{
    public static Command Build(Screen screen)
    {
        var baseName = new Argument<string>("BASE")
        {
            Description =
                "Engine: Wasmtime version, v8@ and a version of Node.js, or path of a library, wheel, nupkg, tgz or node.",
        };
        var newName = new Argument<string>("NEW")
        {
            Description =
                "The engine that is compared with it: ratios are NEW over BASE. The same engine twice shows the noise.",
        };
        var filters = CommonOptions.Filters(". Default: the main cases of profile standard.");
        var budget = BudgetOption.OfDuels();
        var rooms = new RoomSwitches();
        var handicap = new Option<double>("--handicap")
        {
            Description =
                "Prolong each slice of NEW by this share of its time (0.05 is 5 %), to see what is found of it; 0 to 10.",
            HelpName = "SHARE",
            CustomParser = result =>
                NumberOption.RealOf(
                    result,
                    share => share is >= 0 and <= 10,
                    "a number from 0 to 10"
                ),
        };
        var switches = new ComparisonSwitches();
        var command = new Command(
            "duel",
            "Measure two engines against each other, in turns in one process, and nothing else."
        )
        {
            baseName,
            newName,
            filters,
            budget,
            handicap,
        };
        rooms.AddTo(command);
        switches.AddTo(command);
        command.SetAction(parsed =>
        {
            var form = switches.FormOf(parsed);
            var (inputs, theirs) = rooms.Read(parsed);
            var cases = new FoughtCases(new(inputs)).Of(
                parsed.GetValue(filters) is { Length: > 0 } named ? named : theirs
            );
            using var session = new Session();
            var engines = session.Engines([parsed.GetValue(baseName)!, parsed.GetValue(newName)!]);
            session.BeAlone();
            var series = new DuelSeries(
                session,
                form == OutputForm.Json ? Screen.OfErrors() : screen,
                cases,
                switches.OptionsOf(parsed)
            )
            {
                Budget = BudgetOption.OfDuels(parsed.GetValue(budget)),
                DecidesMore = true,
                Handicap = parsed.GetValue(handicap),
            };
            var comparisons = series.Fight((engines[0], engines[1]));
            ComparisonOutput.Write(screen, comparisons[0], form);
            return switches.FailsOnSlower(parsed) ? ComparisonOutput.Judge(comparisons)
                : comparisons[0].Lost.Any() ? ExitCode.Failed
                : ExitCode.Success;
        });
        return command;
    }
}
