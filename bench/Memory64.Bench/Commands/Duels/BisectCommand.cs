using System.CommandLine;
using Memory64.Bench.Commands.Exits;
using Memory64.Bench.Commands.Screens;
using Memory64.Bench.Commands.Sessions;
using Memory64.Bench.Harness.Running;
using Memory64.Results.Comparisons;
using Memory64.Results.Relations;

namespace Memory64.Bench.Commands.Duels;

/// <summary><c>bisect</c>: in which version a case turned.</summary>
internal static class BisectCommand
{
    public static Command Build(Screen screen)
    {
        var subject = new CaseSwitches(isOptional: false);
        var from = new Argument<string>("FROM") { Description = "A version; fetched if need be." };
        var to = new Argument<string>("TO")
        {
            Description = "The other end, older or newer; fetched if need be.",
        };
        var command = new Command(
            "bisect",
            "Find the two neighbours, of the versions at hand, between which a case became faster or slower."
        );
        subject.AddTo(command);
        command.Arguments.Add(from);
        command.Arguments.Add(to);
        command.SetAction(parsed =>
        {
            var measured = subject.CaseOf(parsed);
            var engines = VersionsAtHand.Between(parsed.GetValue(from)!, parsed.GetValue(to)!);
            using var session = new Session();
            session.BeAlone();
            var series = new DuelSeries(session, screen, [measured], new ComparisonOptions())
            {
                IsQuiet = true,
            };
            return Execute(
                screen,
                measured.Id,
                engines,
                (one, other) => series.Fight((one, other))[0]
            );
        });
        return command;
    }

    /// <summary>
    /// Halves until two neighbours are left. A version belongs to the side that its ratio to FROM is nearer to, as a ratio: so it
    /// doesn't matter how large the turn is.
    /// </summary>
    internal static int Execute(
        Screen screen,
        string title,
        IReadOnlyList<PlannedEngine> engines,
        Func<PlannedEngine, PlannedEngine, Comparison> fight
    )
    {
        var (low, high) = (0, engines.Count - 1);
        List<Comparison> steps = [Step(engines[low], engines[high])];
        if (RelationOf(steps[0]) is not { Verdict: Verdict.Faster or Verdict.Slower } whole)
        {
            screen.Table(HistoryCommand.TableOf(title, steps));
            Screen.Complain(
                $"{engines[0].Id} and {engines[^1].Id} don't differ by more than the threshold, so there is no turn to find"
            );
            return ExitCode.Failed;
        }

        Comparison Step(PlannedEngine older, PlannedEngine newer)
        {
            screen.Line($"{newer.Id} against {older.Id}");
            return fight(older, newer);
        }

        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            steps.Add(Step(engines[0], engines[middle]));
            if (RelationOf(steps[^1]) is not { } relation)
            {
                screen.Table(HistoryCommand.TableOf(title, steps));
                Screen.Complain($"{engines[middle].Id} can't be measured, so the turn isn't found");
                return ExitCode.Failed;
            }

            var isLikeFirst =
                Math.Abs(Math.Log(relation.Ratio)) < Math.Abs(Math.Log(whole.Ratio)) / 2;
            (low, high) = isLikeFirst ? (middle, high) : (low, middle);
        }

        screen.Table(HistoryCommand.TableOf(title, steps));
        screen.Line($"{engines[low].Id} {engines[high].Id}");
        return ExitCode.Success;
    }

    private static Relation? RelationOf(Comparison step) => step.Cases.SingleOrDefault()?.Relation;
}
