using System.CommandLine;
using Memory64.Bench.Commands.Duels;
using Memory64.Bench.Commands.Exits;
using Memory64.Bench.Commands.Options;
using Memory64.Bench.Commands.Screens;
using Memory64.Bench.Commands.Sessions;
using Memory64.Bench.Harness.Cases;
using Memory64.Bench.Harness.Loops;
using Memory64.Bench.Harness.Rooms;
using Memory64.Results.Tables;

namespace Memory64.Bench.Commands.Explain;

/// <summary><c>explain</c>: the machine code of the loop that a case times, beside its controls' and engine beside engine.</summary>
internal static class ExplainCommand
{
    public static Command Build(Screen screen)
    {
        var subject = new CaseSwitches(isOptional: true);
        var engines = CommonOptions.Engines();
        var form = new FormSwitches("a loop");
        var command = new Command(
            "explain",
            "Show the machine code of a case's loop, and what each instruction is for."
        )
        {
            engines,
        };
        subject.AddTo(command);
        form.AddTo(command);
        command.SetAction(parsed =>
        {
            var measured = RequireLoop(subject.CaseOf(parsed));
            using var session = new Session();
            var chosen = session.Engines(parsed.GetValue(engines) ?? []);
            if (FinderOf(measured) is { } finder)
            {
                ProgramLoops.Write(
                    screen,
                    measured,
                    ProgramLoops.Of(measured, finder, chosen, session.Refusal),
                    form.FormOf(parsed)
                );
                return ExitCode.Success;
            }

            var loops = ExplainedLoops.Of(measured, chosen, session.Refusal);
            Write(screen, measured, loops, form.FormOf(parsed));
            return ExitCode.Success;
        });
        return command;
    }

    private static ILoopFinder? FinderOf(Case measured) =>
        Found.Each<ILoopFinder>().FirstOrDefault(finder => finder.Knows(measured));

    private static Case RequireLoop(Case measured) =>
        measured.Description.Loop is not null || FinderOf(measured) is not null
            ? measured
            : throw new UsageException(
                $"{measured.Id}: its work is not one loop, so there is no code to show; what runs a --module has loops, and cases of {string.Join(", ", BenchmarksWithLoops(measured.Catalog))} have one"
            );

    private static IEnumerable<string> BenchmarksWithLoops(CaseCatalog catalog) =>
        catalog
            .All.Where(c => c.Description.Loop is not null)
            .Select(c => c.Benchmark)
            .Distinct(StringComparer.Ordinal);

    private static void Write(
        Screen screen,
        Case measured,
        IReadOnlyList<ExplainedLoop> loops,
        OutputForm form
    )
    {
        if (form == OutputForm.Json)
        {
            Screen.Raw(ExplainJson.Write(loops));
            return;
        }

        var tables = LoopTables.Of(loops, Suite.Book.OperationOf(measured.Benchmark));
        if (form == OutputForm.Markdown)
        {
            Screen.Raw(
                $"### {measured.Id}\n\n{string.Concat(tables.Select(ToMarkdown))}{string.Concat(Listing.Of(loops).Select(listing => listing.ToMarkdown()))}"
            );
            return;
        }

        screen.Line(measured.Id);
        foreach (var table in tables)
        {
            screen.Table(table);
        }

        foreach (var listing in Listing.Of(loops))
        {
            listing.WriteTo(screen);
        }
    }

    private static string ToMarkdown(Table table) =>
        $"#### {table.Title}\n\n{MarkdownWriter.Write(table)}\n";
}
