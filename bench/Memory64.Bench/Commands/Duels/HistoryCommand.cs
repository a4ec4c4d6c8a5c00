using System.CommandLine;
using Memory64.Bench.Commands.Exits;
using Memory64.Bench.Commands.Options;
using Memory64.Bench.Commands.Screens;
using Memory64.Bench.Commands.Sessions;
using Memory64.Bench.Harness.Cases;
using Memory64.Bench.Harness.Running;
using Memory64.Results.Comparisons;
using Memory64.Results.Relations;
using Memory64.Results.Tables;

namespace Memory64.Bench.Commands.Duels;

/// <summary><c>history</c>: a case over engines, all versions of Wasmtime at hand or those that are named, each against the one before it.</summary>
internal static class HistoryCommand
{
    public static Command Build(Screen screen)
    {
        var subject = new CaseSwitches(isOptional: true);
        var engine = CommonOptions.Engines(
            "repeatable, the oldest first. Default: all versions of Wasmtime at hand."
        );
        var budget = BudgetOption.OfDuels();
        var command = new Command(
            "history",
            "Measure one case over all versions of Wasmtime at hand, or over the engines you name, each against the one before it."
        )
        {
            engine,
            budget,
        };
        subject.AddTo(command);
        command.SetAction(parsed =>
        {
            var measured = subject.CaseOf(parsed);
            var engines = EnginesOf(parsed.GetValue(engine) ?? []);

            using var session = new Session();
            session.BeAlone();
            var series = new DuelSeries(session, screen, [measured], new ComparisonOptions())
            {
                Budget = BudgetOption.OfDuels(parsed.GetValue(budget)),
                DecidesMore = true,
            };
            var steps = series.Fight([
                .. engines.Zip(engines.Skip(1), (older, newer) => (older, newer)),
            ]);
            screen.Table(TableOf(measured.Id, steps, [.. engines.Select(each => each.Id)]));
            return steps.Any(step => step.Cases.Count == 0) ? ExitCode.Failed : ExitCode.Success;
        });
        return command;
    }

    private static IReadOnlyList<PlannedEngine> EnginesOf(string[] named)
    {
        var engines = named.Length > 0 ? ChosenEngine.NameAll(named) : VersionsAtHand.All();
        return engines.Count >= 2 ? engines
            : named.Length > 0
                ? throw new UsageException(
                    $"history: --engine {named[0]} alone has no history; name another, or none for all versions of Wasmtime at hand"
                )
            : throw new UsageException(
                "history: only one engine is at hand; engines get VERSION fetches another"
            );
    }

    /// <summary>A row for each step; how the code differs where it is known.</summary>
    /// <param name="title">The case.</param>
    /// <param name="steps">Each engine against the one before it.</param>
    /// <param name="engines">What the user calls them, one more than there are steps, where each is against the one before it; else their versions are shown.</param>
    internal static Table TableOf(
        string title,
        IReadOnlyList<Comparison> steps,
        IReadOnlyList<string>? engines = null
    )
    {
        List<ComparedCase> compared = [.. steps.SelectMany(step => step.Cases)];
        var showsCode = compared.Any(c => c.Code is not null);
        return new(
            title,
            "",
            [
                new("From", ColumnAlignment.Left),
                new("To", ColumnAlignment.Left),
                new("Ratio", ColumnAlignment.Right),
                new("Interval", ColumnAlignment.Left) { Rank = ColumnRank.Figure },
                new("Verdict", ColumnAlignment.Left) { IsProse = true },
                .. showsCode
                    ?
                    [
                        new("Code", ColumnAlignment.Left)
                        {
                            Rank = ColumnRank.Figure,
                            IsProse = true,
                        },
                    ]
                    : (TableColumn[])[],
            ],
            [
                .. steps
                    .Index()
                    .Select(step =>
                        Row(
                            engines?[step.Index] ?? step.Item.Base.Engine.Version,
                            engines?[step.Index + 1] ?? step.Item.New.Engine.Version,
                            step.Item,
                            showsCode
                        )
                    ),
            ],
            compared.Any(c => c.IsDoubted) ? [CodeDifference.Doubt] : []
        );
    }

    private static TableRow Row(string older, string newer, Comparison step, bool showsCode)
    {
        var compared = step.Cases.SingleOrDefault();
        var relation = compared?.Relation;
        return new(
            newer,
            [
                new(older),
                new(newer),
                relation is null
                    ? TableCell.None
                    : new(RelationText.Format(relation), relation.Ratio),
                relation?.Interval is { } interval
                    ? new(RelationText.Format(interval))
                    : TableCell.None,
                new(
                    compared is null
                        ? step.Uncompared.Select(c => c.Why).FirstOrDefault() ?? ""
                        : VerdictText.Format(compared.Relation, compared.IsDoubted)
                ),
                .. showsCode ? [CodeCell(compared)] : (TableCell[])[],
            ]
        );
    }

    private static TableCell CodeCell(ComparedCase? compared) =>
        compared?.Code is { } code
            ? new(code.Text(Suite.Book.OperationOf(compared.Case.Benchmark)))
            : TableCell.None;
}
