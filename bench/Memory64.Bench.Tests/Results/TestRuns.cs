using Memory64.Results.RunFiles;
using Memory64.Results.RunFiles.Records;
using Memory64.Results.Units;

namespace Memory64.Bench.Tests.Results;

/// <summary>Made-up runs and cases.</summary>
internal static class TestRuns
{
    public const string EngineHash = "aaaabbbbccccdddd";

    /// <summary>A file of the user's.</summary>
    public static RunInput Input(string sha256) =>
        new()
        {
            Name = "m.gguf",
            Bytes = 64,
            Sha256 = sha256,
        };

    public static RunFile Run(params RunCase[] cases) => Run("50.0.1", cases);

    public static RunFile Run(string version, params RunCase[] cases) =>
        new()
        {
            Machine = new()
            {
                Id = "test-machine",
                Cpu = "Testium 9 <X>",
                LogicalCores = 2,
                L1dBytes = 32 << 10,
                LastLevelCacheBytes = 32 << 20,
                MemoryBytes = 24L << 30,
                Os = "TestOS 1",
                Kernel = "6.1.0",
                PageBytes = 4096,
                TransparentHugePages = "madvise",
                Overcommit = 0,
                Virtualized = true,
            },
            Engine = new()
            {
                Version = version,
                Origin = "nuget",
                Sha256 = EngineHash,
            },
            Suite = new()
            {
                Version = "0.1.0",
                Commit = "abc1234",
                Dotnet = "10.0.1",
                BenchmarkDotNet = "0.15.8",
            },
            Started = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero),
            Profile = "standard",
            Cases = cases,
        };

    /// <summary>A measured case of one iteration a round; parameters as in an id: "Memory=memory64, Size=8GiB".</summary>
    public static RunCase Measured(
        string benchmark,
        string method,
        string parameters,
        params double[] rounds
    ) =>
        new()
        {
            Id = Id(benchmark, method, parameters),
            Benchmark = benchmark,
            Method = method,
            Parameters = new(
                parameters
                    .Split(", ", StringSplitOptions.RemoveEmptyEntries)
                    .Select(p => p.Split('='))
                    .Select(p => new KeyValuePair<string, string>(p[0], p[1]))
            ),
            Unit = TimeUnit.Nanosecond,
            Operations = 1,
            Bytes = 0,
            Guest = new() { Name = "access", Sha256 = "0011" },
            Settings = [],
            Status = CaseStatus.Measured,
            Reason = null,
            Rounds = [.. rounds.Select(time => Round(time))],
        };

    public static RunCase Skipped(
        string benchmark,
        string method,
        string parameters,
        string reason
    ) =>
        Measured(benchmark, method, parameters) with
        {
            Status = CaseStatus.Skipped,
            Reason = reason,
        };

    public static RunCase Failed(
        string benchmark,
        string method,
        string parameters,
        string reason
    ) =>
        Measured(benchmark, method, parameters) with
        {
            Status = CaseStatus.Failed,
            Reason = reason,
        };

    /// <summary>The case as a file keeps it that holds a later run.</summary>
    public static RunCase OfEarlierRun(RunCase kept) =>
        kept with
        {
            Earlier = new()
            {
                Started = new(2026, 11, 22, 9, 30, 0, TimeSpan.Zero),
                Profile = "full",
                Suite = Run().Suite with { Commit = "old1234" },
            },
        };

    /// <summary>A duel of one exchange a round against a case, of an engine with that hash or the case's own.</summary>
    public static RunDuel Duel(string opponent, string? engineHash, params double[] ratios) =>
        new()
        {
            Engine = engineHash is null
                ? null
                : Run().Engine with
                {
                    Version = engineHash,
                    Sha256 = engineHash,
                },
            Case = opponent,
            Rounds =
            [
                .. ratios.Select(ratio => new RunDuelRound
                {
                    Ratio = ratio,
                    Creations = [DuelCreation.Of([ratio])],
                    Subject = 10 * ratio,
                    Opponent = 10,
                }),
            ],
        };

    /// <summary>A duel as it was recorded before schema 3: with the ratio of each exchange.</summary>
    public static RunDuel Earlier(RunDuel duel) =>
        duel with
        {
            Rounds =
            [
                .. duel.Rounds.Select(round =>
                    round with
                    {
                        Ratio = null,
                        Creations = [],
                        Ratios = [round.Value],
                    }
                ),
            ],
        };

    /// <summary>A round of a duel as it is recorded since schema 3: of two creations, by the thread's processor time.</summary>
    public static RunDuelRound ThreadRound(double ratio) =>
        new()
        {
            Ratio = ratio,
            Creations =
            [
                DuelCreation.Of([ratio * 0.75, ratio, ratio * 1.25]),
                DuelCreation.Of([ratio]),
            ],
            Subject = 10 * ratio,
            Opponent = 10,
            Clock = DuelClock.Thread,
            WallRatio = ratio * 1.5,
        };

    public static RunRound Round(params double[] iterations) =>
        new()
        {
            Iterations = iterations,
            ResidentBytes = 50 << 20,
            MinorFaults = 100,
            MajorFaults = 0,
        };

    public static string Id(string benchmark, string method, string parameters) =>
        parameters.Length == 0 ? $"{benchmark}.{method}" : $"{benchmark}.{method}({parameters})";

    /// <summary>Markdown without the spaces that only make its tables readable as plain text.</summary>
    public static string Unpadded(string markdown) =>
        string.Join(' ', markdown.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The run with all its times multiplied.</summary>
    public static RunFile Slower(RunFile run, double factor) =>
        run with
        {
            Cases =
            [
                .. run.Cases.Select(c =>
                    c with
                    {
                        Rounds =
                        [
                            .. c.Rounds.Select(r =>
                                r with
                                {
                                    Iterations = [.. r.Iterations.Select(time => time * factor)],
                                }
                            ),
                        ],
                    }
                ),
            ],
        };

    /// <summary>A run that has something of everything.</summary>
    public static RunFile Rich(string version = "50.0.1")
    {
        const string access = "BoundaryAccess";
        const string instantiation = "MemoryInstantiation";
        return Run(
            version,
            Measured(
                access,
                "Read",
                "Memory=memory64, Window=below, Width=8",
                0.52,
                0.5,
                0.51,
                0.5
            ) with
            {
                Operations = 4096,
                Bytes = 8,
                Controls = new()
                {
                    ["memory32"] = Id(access, "Read", "Memory=memory32, Window=below, Width=8"),
                    ["native"] = Id(access, "Read", "Memory=native, Window=below, Width=8"),
                },
            },
            Measured(
                access,
                "Read",
                "Memory=memory32, Window=below, Width=8",
                0.35,
                0.34,
                0.36,
                0.35
            ) with
            {
                Operations = 4096,
                Bytes = 8,
            },
            Measured(
                access,
                "Read",
                "Memory=memory64, Window=above, Width=8",
                0.51,
                0.52,
                0.51,
                0.5
            ) with
            {
                Operations = 4096,
                Bytes = 8,
                Settings = new() { ["spectre"] = "off" },
            },
            Instantiate("8GiB", 12_010.5, 11_950, 12_100),
            Instantiate("16GiB", 12_110.5, 12_150, 12_060),
            Measured("GuestAllocation", "FirstTouch", "Memory=memory64, Size=1GiB", 4e8, 4.1e8) with
            {
                Unit = TimeUnit.Millisecond,
                Bytes = 1L << 30,
                Rounds =
                [
                    Round(4e8) with
                    {
                        ResidentBytes = 1100L << 20,
                    },
                    Round(4.1e8, 4.2e8, 4e8),
                ],
            },
            Skipped(
                "GuestAllocation",
                "FirstTouch",
                "Memory=memory64, Size=6GiB",
                "needs 12.4 GiB, 9.1 GiB available"
            ) with
            {
                Unit = TimeUnit.Millisecond,
            },
            Failed("HostApi", "Read", "Api=official", "read 0x2a, expected 0x63 | µ"),
            Measured("Zebra", "Stripe", "", 5) with
            {
                Duels =
                [
                    Duel("Zebra.Stripe", null, 0.999, 1.001),
                    Duel("Zebra.Stripe", "bbbb", 1.5),
                    Duel("Zebra.Stripe", "cccc") with
                    {
                        Rounds = [ThreadRound(1.25)],
                    },
                    Duel("Zebra.Other", null) with
                    {
                        Reason = "needs 12.4 GiB, 9.1 GiB available",
                    },
                ],
            }
        );

        static RunCase Instantiate(string size, params double[] rounds) =>
            Measured(
                instantiation,
                "Instantiate",
                $"Memory=memory64, Size={size}, Allocator=OnDemand",
                rounds
            ) with
            {
                Unit = TimeUnit.Microsecond,
            };
    }
}
