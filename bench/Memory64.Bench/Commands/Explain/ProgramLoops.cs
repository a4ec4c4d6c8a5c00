using System.Text.Json;
using Memory64.Bench.Commands.Options;
using Memory64.Bench.Commands.Screens;
using Memory64.Bench.Guests;
using Memory64.Bench.Harness.Cases;
using Memory64.Bench.Harness.Loops;
using Memory64.Bench.Harness.Running;
using Memory64.Results.Tables;
using Memory64.Results.Units;

namespace Memory64.Bench.Commands.Explain;

/// <summary>A loop of a program, as its memories and the engines have it.</summary>
/// <param name="Number">Its place among the program's loops.</param>
/// <param name="Hot">It, on the memory and the engine that were asked for first.</param>
/// <param name="Loops">Its machine code, where that is an innermost loop.</param>
internal sealed record ProgramLoops(int Number, HotLoop Hot, IReadOnlyList<ExplainedLoop> Loops)
{
    private const int Shown = 5;

    /// <summary>The loops that do most, the first one first.</summary>
    /// <param name="measured">A case.</param>
    /// <param name="finder">Which finds its loops.</param>
    /// <param name="engines">At least one.</param>
    /// <param name="refusal">Why an engine refuses settings that it knows, or <see langword="null"/>.</param>
    /// <exception cref="Exits.UsageException">An engine can't have the settings of the case.</exception>
    /// <exception cref="Harness.MeasurementException">The program can't be run so.</exception>
    /// <exception cref="Code.CodeException">The code can't be read.</exception>
    public static IReadOnlyList<ProgramLoops> Of(
        Case measured,
        ILoopFinder finder,
        IReadOnlyList<PlannedEngine> engines,
        Func<PlannedEngine, EngineConfiguration, string?> refusal
    )
    {
        List<(string Engine, string Memory, IReadOnlyList<HotLoop> Loops)> found =
        [
            .. from engine in engines
            from shown in ExplainedLoops.ControlsOf(measured).Prepend(measured)
            let loops = finder.Find(shown, ExplainedLoops.LibraryOf(engine, shown, refusal))
            select (engine.Id, ExplainedLoops.MemoryOf(shown), loops),
        ];
        return
        [
            .. from hot in found[0].Loops.Take(Shown)
            select new ProgramLoops(
                hot.Number,
                hot,
                [
                    .. from side in found
                    let code = side
                        .Loops.FirstOrDefault(loop => loop.Number == hot.Number)
                        ?.Code.Value
                    where code is not null
                    select new ExplainedLoop(side.Engine, side.Memory, code),
                ]
            ),
        ];
    }

    /// <summary>Shows them.</summary>
    /// <param name="screen">Where.</param>
    /// <param name="measured">The case.</param>
    /// <param name="loops">Its loops.</param>
    /// <param name="form">How.</param>
    public static void Write(
        Screen screen,
        Case measured,
        IReadOnlyList<ProgramLoops> loops,
        OutputForm form
    )
    {
        if (form == OutputForm.Json)
        {
            Screen.Raw(
                JsonSerializer.Serialize(loops.Select(loop => loop.ToItem()), ExplainJson.Options)
                    + "\n"
            );
            return;
        }

        if (form == OutputForm.Markdown)
        {
            Screen.Raw(
                $"### {measured.Id}\n\n{string.Concat(loops.Select(loop => loop.ToMarkdown()))}"
            );
            return;
        }

        screen.Line(measured.Id);
        if (loops.Count == 0)
        {
            screen.Line("no loop of it ran");
        }

        foreach (var loop in loops)
        {
            loop.WriteTo(screen);
        }
    }

    private string Title =>
        $"{Hot.Function}, loop {Number}: {PercentText.Format(Math.Round(Hot.Share, 3))} of the instructions in loops, {CountText.Format(Hot.Iterations)} iterations{(Loops.Count == 0 ? "; its machine code is no innermost loop" : "")}";

    private object ToItem() =>
        new
        {
            loop = Number,
            function = Hot.Function,
            iterations = Hot.Iterations,
            share = Hot.Share,
            code = Loops.Select(ExplainJson.Item),
        };

    private string ToMarkdown() =>
        $"#### {Title}\n\n"
        + (
            Loops.Count == 0
                ? ""
                : string.Concat(
                    LoopTables
                        .Of(Loops, "iteration")
                        .Select(table => $"{MarkdownWriter.Write(table)}\n")
                ) + string.Concat(Listing.Of(Loops).Select(listing => listing.ToMarkdown()))
        );

    private void WriteTo(Screen screen)
    {
        screen.Line();
        screen.Line(Title);
        if (Loops.Count == 0)
        {
            return;
        }

        foreach (var table in LoopTables.Of(Loops, "iteration"))
        {
            screen.Table(table);
        }

        foreach (var listing in Listing.Of(Loops))
        {
            listing.WriteTo(screen);
        }
    }
}
