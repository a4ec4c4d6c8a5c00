using Memory64.Results.Book;
using Memory64.Results.Highlights;
using Memory64.Results.Tables;

namespace Memory64.Results.Pages;

/// <summary>The page of a machine: <c>results/&lt;machine&gt;/README.md</c>. It is a matter of the run files alone.</summary>
internal static class MachinePage
{
    private const string Legend = """
        A table of ratios says how a case stands to what it is compared with. A ratio is the time over that of the control
        named under Against, both measured in turns in one process (a duel); in brackets follows its 98 % interval. (1 round)
        in place of an interval: so few rounds don't make a ratio yet. Time and Control are what the two sides took in that
        duel: they lie about the middle of both sides' medians, as far apart as the ratio says. ≈ marks a ratio of levels,
        whose two sides were measured in processes of their own and met the machine at different times.
        A table of levels, folded behind the ratios, says how long each case takes in processes of its own; of two levels no
        ratio is to be made where a duel gives one. Time is the centre of the rounds (Hodges-Lehmann), and a round is one
        process. ± is how far two rounds typically differ (Shamos), as a share of the centre; a difference below it is no
        claim. Same within 4.1 % is what the rounds show: neither takes more than 1.041 times as long as the other. Speed is
        how fast a fixed loop ran, of its fastest. instr./op (check) is how many instructions the machine code of the timed
        loop has for one operation, and how many of them are the bounds check. GB is 10^9 bytes, GiB 2^30. Faults are those of
        the page table, the median over the rounds; Resident is the largest size of the process over them.
        A ratio that is unsure may be noise: the rounds can't tell the two sides apart.
        – stands for what was not measured or does not apply.
        """;

    private const string EarlierMethod = """
        **Measured by an earlier method**: both sides of a duel were created once in a process, and an exchange took a
        millisecond. Where a side came to lie in memory could decide by more than what was asked, so this machine answers
        nothing in short; [docs/method.md](../../docs/method.md) says what changed. Its tables show what was measured.
        """;

    /// <summary>Where its legend begins.</summary>
    public const string LegendAnchor = "how-to-read-the-tables";

    private const string EngineFolder = $"{StalePages.EngineFolder}/";

    /// <summary>
    /// Renders the page, an overview: what the newest engine answers, in sentences and charts, where the tables of each class are, how far
    /// the rounds can be trusted, and in which environment they were measured.
    /// </summary>
    /// <param name="engines">The engines of one machine.</param>
    /// <param name="charts">The charts beside the page.</param>
    /// <param name="programs">What the pages of many programs say.</param>
    /// <param name="makers">What engines of different makers cost; <see langword="null"/> where there is one maker only.</param>
    public static string Render(
        MachineEngines engines,
        IReadOnlyList<ChartImage> charts,
        IReadOnlyList<ProgramsReport> programs,
        EnginesReport? makers
    )
    {
        var newest = engines.Newest;
        var page = new PageBuilder()
            .Heading(1, newest.Stored.Machine)
            .Paragraph(
                $"Generated from the run files in this folder by `{PublishLine.Text}`; changes made by hand are lost."
            )
            .Contents();
        if (newest.Run.IsOfEarlierMethod)
        {
            page.Paragraph(EarlierMethod.ReplaceLineEndings("\n"));
        }
        else
        {
            AddAnswers(page, newest);
        }

        foreach (var report in programs)
        {
            page.Heading(2, report.Title).Paragraph(report.Markdown(""));
        }

        if (makers is not null)
        {
            _ = makers.AddTo(page.Heading(2, EnginesReport.Title));
        }

        AddCharts(page, charts, newest.Results.Book);
        AddClasses(page, newest);
        var findings = Findings.Of(newest.Results);
        if (findings.Count > 0)
        {
            page.Heading(2, $"What the rounds say, engine {newest.Id}").Bullets(findings);
        }

        SelfDuelSection.AddTo(page, newest);
        AddEngines(page, engines);
        return page.Heading(2, "Environment")
            .Table(EnvironmentTable.Of([.. engines.All]))
            .Heading(2, "How to read the tables")
            .Paragraph(Legend.ReplaceLineEndings("\n"))
            .ToString();
    }

    private static void AddAnswers(PageBuilder page, MeasuredEngine newest)
    {
        if (Answer.Find(newest.Results) is { Count: > 0 } answers)
        {
            page.Heading(2, $"Answers, engine {newest.Id}")
                .Terms(answers.Select(answer => (answer.Plan.Title, answer.Text)));
        }

        List<Highlight> main = [.. newest.Highlights.Where(h => h.Question.IsMain)];
        if (main.Count > 0)
        {
            page.Heading(2, $"In short, engine {newest.Id}").Bullets(main.Select(h => h.Sentence));
        }
    }

    // The others are on the pages of their classes.
    private static void AddCharts(
        PageBuilder page,
        IReadOnlyList<ChartImage> charts,
        SuiteBook book
    )
    {
        var shown = ChartImage.MainOf(charts, book);
        if (shown.Count > 0)
        {
            page.Heading(2, "Charts");
        }

        foreach (var chart in shown)
        {
            page.Paragraph(chart.Markdown(""));
        }
    }

    private static void AddClasses(PageBuilder page, MeasuredEngine newest) =>
        page.Heading(2, $"What was measured, engine {newest.Id}")
            .Paragraph(
                string.Join(
                    '\n',
                    ClassPage
                        .ClassesOf(newest)
                        .Select(benchmark => $"- {ClassPage.LinkTo(benchmark, newest)}")
                )
            );

    private static void AddEngines(PageBuilder page, MachineEngines engines)
    {
        var watch = new MachineWatch(engines.All);
        page.Heading(2, "Engines").Table(EngineTable.Of([.. engines.All], watch));
        if (watch.Sentence(engines.Newest.Run) is { } sentence)
        {
            page.Paragraph($"Engine {MarkdownWriter.Escape(engines.Newest.Id)}: {sentence}");
        }

        foreach (var repeat in engines.RepeatsOf(engines.Newest))
        {
            RepeatSection.AddTo(page, repeat, EngineFolder);
        }

        List<MeasuredEngine> others = [.. engines.All.Where(e => e != engines.Newest)];
        if (others.Count == 0)
        {
            return;
        }

        var links = others.Select(e => EngineLink.To(e, EngineFolder, e.Id));
        page.Paragraph(
            EnginesPage.IsOf(engines)
                ? $"[Engines side by side]({EngineFolder}{Publisher.PageName}). Tables of {string.Join(", ", links)}."
                : $"Tables of {string.Join(", ", links)}."
        );
    }
}
