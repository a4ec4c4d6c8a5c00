using System.Globalization;
using Memory64.Results.RunFiles.Json;
using Memory64.Results.RunFiles.Records;

namespace Memory64.Results.RunFiles;

/// <summary>What the schema demands beyond names and types. Checked at loading and before saving.</summary>
internal static class RunFileRules
{
    public static IEnumerable<RunFileProblem> Problems(RunFile run) =>
        MachineProblems(run.Machine)
            .Concat(NotEmpty("$.engine.version", run.Engine.Version))
            .Concat(run.Cases.SelectMany((c, i) => CaseProblems(c, JsonText.Element("$.cases", i))))
            .Concat(RepeatedIds(run.Cases));

    private static IEnumerable<RunFileProblem> MachineProblems(RunMachine machine) =>
        [
            .. NotEmpty("$.machine.id", machine.Id),
            .. machine.Processor is { } processor ? ProcessorProblems(processor) : [],
            .. AtLeast("$.machine.logicalCores", machine.LogicalCores, 0),
            .. AtLeast("$.machine.l1dBytes", machine.L1dBytes, 0),
            .. AtLeast("$.machine.lastLevelCacheBytes", machine.LastLevelCacheBytes, 0),
            .. AtLeast("$.machine.memoryBytes", machine.MemoryBytes, 0),
            .. AtLeast("$.machine.pageBytes", machine.PageBytes, 1),
        ];

    private static IEnumerable<RunFileProblem> ProcessorProblems(RunProcessor processor) =>
        [
            .. NotEmpty("$.machine.processor.vendor", processor.Vendor),
            .. AtLeast("$.machine.processor.family", processor.Family, 0),
            .. AtLeast("$.machine.processor.model", processor.Model, 0),
            .. AtLeast("$.machine.processor.stepping", processor.Stepping, 0),
        ];

    private static IEnumerable<RunFileProblem> CaseProblems(RunCase c, string path) =>
        [
            .. NotEmpty($"{path}.id", c.Id),
            .. NotEmpty($"{path}.benchmark", c.Benchmark),
            .. NotEmpty($"{path}.method", c.Method),
            .. AtLeast($"{path}.operations", c.Operations, 1),
            .. AtLeast($"{path}.bytes", c.Bytes, 0),
            .. c.Input is { } input ? InputProblems(input, $"{path}.input") : [],
            .. StatusProblems(c, path),
            .. c
                .Rounds.Index()
                .Where(r => !IsSound(r.Item))
                .SelectMany(r =>
                    RoundProblems(r.Item, JsonText.Element($"{path}.rounds", r.Index))
                ),
            .. c.Controls.SelectMany(control => ControlProblems(c, control, $"{path}.controls")),
            .. c
                .Duels.Index()
                .SelectMany(d => DuelProblems(d.Item, JsonText.Element($"{path}.duels", d.Index))),
            .. c.Code is { } code ? RunCodeRules.Problems(code, $"{path}.code") : [],
        ];

    private static IEnumerable<RunFileProblem> InputProblems(RunInput input, string path) =>
        [
            .. NotEmpty($"{path}.name", input.Name),
            .. AtLeast($"{path}.bytes", input.Bytes, 0),
            .. NotEmpty($"{path}.sha256", input.Sha256),
        ];

    private static IEnumerable<RunFileProblem> StatusProblems(RunCase c, string path)
    {
        if (c.Status == CaseStatus.Measured)
        {
            return c.Rounds.Count == 0
                ?
                [
                    new(
                        $"{path}.rounds",
                        "measured, but without a round; measure the case again or remove it"
                    ),
                ]
                : [];
        }

        var status = c.Status == CaseStatus.Skipped ? "skipped" : "failed";
        return string.IsNullOrWhiteSpace(c.Reason)
            ? [new($"{path}.reason", $"{status}, but without a reason; say why")]
            : [];
    }

    // Nearly all rounds are: what they are called in a message need not be made up.
    private static bool IsSound(RunRound round) =>
        round
            is { ResidentBytes: >= 0, MinorFaults: >= 0, MajorFaults: >= 0, Iterations.Count: > 0 }
        && round.Iterations.All(IsPossible);

    // Written so that NaN, which compares as false, is refused too.
    private static bool IsPossible(double time) =>
        time >= RunRound.ShortestTime && time <= RunRound.LongestTime;

    private static IEnumerable<RunFileProblem> RoundProblems(RunRound round, string path)
    {
        if (round.Iterations.Count == 0)
        {
            yield return new($"{path}.iterations", "a round without iterations; remove the round");
        }

        for (var i = 0; i < round.Iterations.Count; i++)
        {
            var time = round.Iterations[i];
            if (!IsPossible(time))
            {
                yield return new(
                    JsonText.Element($"{path}.iterations", i),
                    $"{time.ToString("R", CultureInfo.InvariantCulture)} ns is no time an operation takes; remove the round"
                );
            }
        }

        foreach (
            var problem in AtLeast($"{path}.residentBytes", round.ResidentBytes, 0)
                .Concat(AtLeast($"{path}.minorFaults", round.MinorFaults, 0))
                .Concat(AtLeast($"{path}.majorFaults", round.MajorFaults, 0))
        )
        {
            yield return problem;
        }
    }

    private static IEnumerable<RunFileProblem> ControlProblems(
        RunCase c,
        KeyValuePair<string, string> control,
        string path
    )
    {
        var property = JsonText.Member(path, control.Key);
        if (string.IsNullOrWhiteSpace(control.Key))
        {
            return
            [
                new(property, "a control without a label; name what the case is compared with"),
            ];
        }

        return control.Value == c.Id
            ?
            [
                new(
                    property,
                    "the case is its own control; name another case or remove the control"
                ),
            ]
            : NotEmpty(property, control.Value);
    }

    private static IEnumerable<RunFileProblem> DuelProblems(RunDuel duel, string path) =>
        [
            .. NotEmpty($"{path}.case", duel.Case),
            .. from round in duel.Rounds.Index()
            let at = JsonText.Element($"{path}.rounds", round.Index)
            from problem in RoundProblems(round.Item, at)
            select problem,
        ];

    private static IEnumerable<RunFileProblem> RoundProblems(RunDuelRound round, string path) =>
        [
            .. EvidenceProblems(round, path),
            .. ClockProblems(round, path),
            .. from ratio in round.Ratios.Index()
            from problem in Possible(
                JsonText.Element($"{path}.ratios", ratio.Index),
                ratio.Item,
                "ratio"
            )
            select problem,
            .. Possible($"{path}.ratio", round.Ratio, "ratio"),
            .. from creation in round.Creations.Index()
            from problem in CreationProblems(
                creation.Item,
                JsonText.Element($"{path}.creations", creation.Index)
            )
            select problem,
            .. Possible($"{path}.subject", round.Subject, "time"),
            .. Possible($"{path}.opponent", round.Opponent, "time"),
            .. Possible($"{path}.wallRatio", round.WallRatio, "ratio"),
        ];

    // What a round's value comes from: one of two forms, whole and alone.
    private static RunFileProblem[] EvidenceProblems(RunDuelRound round, string path) =>
        (round.Ratio is not null, round.Creations.Count > 0, round.Ratios.Count > 0) switch
        {
            (false, false, false) =>
            [
                new(
                    path,
                    "a round without exchanges: it has neither ratio and creations nor ratios; remove the round"
                ),
            ],
            (true, false, false) =>
            [
                new($"{path}.ratio", "a ratio without the creations it is of; remove the round"),
            ],
            (false, true, _) =>
            [
                new($"{path}.creations", "creations without the round's ratio; remove the round"),
            ],
            (true, _, true) =>
            [
                new(
                    $"{path}.ratios",
                    "the round has a ratio as well, and only one of the two can be its value; remove the round"
                ),
            ],
            _ => [],
        };

    private static RunFileProblem[] ClockProblems(RunDuelRound round, string path) =>
        (round.Clock == DuelClock.Wall, round.WallRatio is null) switch
        {
            (true, false) =>
            [
                new(
                    $"{path}.wallRatio",
                    "the round's clock is the wall's already; remove it, or correct clock"
                ),
            ],
            (false, true) =>
            [
                new(
                    $"{path}.clock",
                    "another clock than the wall's, but no wallRatio beside it; remove the round"
                ),
            ],
            _ => [],
        };

    private static IEnumerable<RunFileProblem> CreationProblems(
        DuelCreation creation,
        string path
    ) =>
        [
            .. AtLeast(JsonText.Element(path, 0), creation.Exchanges, 1),
            .. Possible(JsonText.Element(path, 1), creation.Ratio, "ratio"),
            .. creation.Spread is >= 0 and <= RunRound.LongestTime
            && (creation.Exchanges > 1 || creation.Spread == 0)
                ? (RunFileProblem[])[]
                : [Impossible(JsonText.Element(path, 2), creation.Spread, "spread")],
        ];

    // A ratio is of two times that are believed, so it is believed in the same range.
    private static RunFileProblem[] Possible(string property, double? value, string what) =>
        value is { } number && !IsPossible(number) ? [Impossible(property, number, what)] : [];

    private static RunFileProblem Impossible(string property, double value, string what) =>
        new(
            property,
            $"{value.ToString("R", CultureInfo.InvariantCulture)} is no {what} that can be; remove the round"
        );

    private static IEnumerable<RunFileProblem> RepeatedIds(IReadOnlyList<RunCase> cases)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return cases
            .Index()
            .Where(c => !seen.Add(c.Item.Id))
            .Select(c => new RunFileProblem(
                $"{JsonText.Element("$.cases", c.Index)}.id",
                $"{c.Item.Id} is there twice; remove one of the two records"
            ));
    }

    /// <summary>A text that must say something.</summary>
    internal static IEnumerable<RunFileProblem> NotEmpty(string property, string text) =>
        string.IsNullOrWhiteSpace(text) ? [new(property, "is empty; name it")] : [];

    /// <summary>A number that must not be less.</summary>
    internal static IEnumerable<RunFileProblem> AtLeast(string property, long value, long least) =>
        value < least
            ?
            [
                new(
                    property,
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{value} is less than {least}; correct it"
                    )
                ),
            ]
            : [];
}
