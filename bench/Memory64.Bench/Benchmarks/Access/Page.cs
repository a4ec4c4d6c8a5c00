using Memory64.Bench.Benchmarks.Shared;
using Memory64.Bench.Guests;
using Memory64.Bench.Harness.Cases;
using Memory64.Results.Book;

namespace Memory64.Bench.Benchmarks.Access;

internal sealed class Page : PageWriter<BoundaryAccess>
{
    // The width that every profile measures, and that of SIMD.
    private const int MainWidth = 8,
        WideWidth = 16;

    private const string Memory = nameof(BoundaryAccess.Memory),
        Window = nameof(BoundaryAccess.Window),
        Place = nameof(BoundaryAccess.Place),
        Width = nameof(BoundaryAccess.Width),
        Read = nameof(BoundaryAccess.Read),
        Writes = nameof(BoundaryAccess.Write);

    private static readonly string[] Methods = [Read, Writes];

    private static readonly MemoryKind[] TwinMemories = [MemoryKind.memory64, MemoryKind.memory32];

    private static readonly Window[] Windows =
    [
        Shared.Window.below,
        Shared.Window.across,
        Shared.Window.above,
    ];

    public override BenchmarkPage Write() =>
        new()
        {
            Benchmark = nameof(BoundaryAccess),
            Question =
                "What does one access cost below, across and above 4 GiB? `Read` and `Write` walk a window of 16 KiB; `ReadAt` and `WriteAt` repeat one access, which can itself cross a page or the 4 GiB line",
            Note =
                "Code for memory64 checks each address, code for memory32 mostly doesn't; the 4 GiB line itself costs nothing in hardware, and a loop of reads adds up what it reads, at least a cycle a read, within which a check doesn't show. Read the ratios against memory32 for the check, and above against below for the line; the loop without an access is a row of its own.",
            MeasuresAccesses = true,
            ValueOrder =
            [
                .. Enum.GetNames<MemoryKind>(),
                .. Windows.Select(window => window.ToString()),
                nameof(Access.Place.aligned),
                nameof(Access.Place.acrossPage),
                nameof(Access.Place.across4GiB),
            ],
            Answers =
            [
                new(
                    1,
                    "Loads and stores in cache",
                    "over memory32, a load of 8 bytes takes {0}, a store {1}. A load above 4 GiB takes {2} of one below",
                    [
                        One("loads", Read, Shared.Window.below, MemoryKind.memory32),
                        One("stores", Writes, Shared.Window.below, MemoryKind.memory32),
                        One("loads above 4 GiB", Read, Shared.Window.above, MemoryKind.memory64),
                    ]
                ),
            ],
            Questions =
            [
                One(
                        "memory64 against memory32, loads",
                        Read,
                        Shared.Window.below,
                        MemoryKind.memory32
                    )
                    .AcrossEngines(),
                One(
                        "memory64 against memory32, stores",
                        Writes,
                        Shared.Window.below,
                        MemoryKind.memory32
                    )
                    .AcrossEngines(),
                Memories("reads", Read).AsMain(),
                Memories("writes", Writes).AsMain(),
                Against(Shared.Window.above, "Above 4 GiB against below, reads", Read).AsMain(),
                Against(Shared.Window.above, "Above 4 GiB against below, writes", Writes).AsMain(),
                Against(Shared.Window.across, "Across 4 GiB against below, reads", Read),
                Against(Shared.Window.across, "Across 4 GiB against below, writes", Writes),
                Crossings(
                        "One read that crosses 4 GiB against one that crosses a page",
                        nameof(BoundaryAccess.ReadAt)
                    )
                    .AsMain(),
                Crossings(
                    "One write that crosses 4 GiB against one that crosses a page",
                    nameof(BoundaryAccess.WriteAt)
                ),
            ],
            MainCases =
            [
                .. from method in Methods
                from place in new[]
                {
                    (Memory: MemoryKind.memory64, Window: Shared.Window.below),
                    (Memory: MemoryKind.memory64, Window: Shared.Window.across),
                    (Memory: MemoryKind.memory64, Window: Shared.Window.above),
                    (Memory: MemoryKind.memory32, Window: Shared.Window.below),
                    (Memory: MemoryKind.native, Window: Shared.Window.below),
                }
                select new MainCase(
                    $"{method} of 8 bytes, {place.Memory} {place.Window} 4 GiB",
                    Walk(method, place.Memory, place.Window)
                ),
            ],
            CodeRows =
            [
                .. from method in Methods
                from width in new[] { MainWidth, WideWidth }
                from memory in TwinMemories
                select new CodeRow(
                    $"{method} of {width} bytes, {memory}",
                    Walk(method, memory, Shared.Window.below, width)
                ),
            ],
            Charts =
            [
                ByWindow(),
                PageText.RatiosByEngine(
                    Ratio("read of 8 bytes", Read),
                    Ratio("write of 8 bytes", Writes)
                ),
                ByEngine(),
                ChecksByEngine(),
            ],
        };

    private static CasePattern Walk(
        string method,
        MemoryKind memory,
        Window window,
        int width = MainWidth
    ) => Cases(method, (Memory, memory), (Window, window), (Width, width));

    private static Question One(string what, string method, Window window, MemoryKind under) =>
        new(
            $"{what} of 8 bytes",
            Walk(method, MemoryKind.memory64, window),
            Walk(method, under, Shared.Window.below)
        );

    private static Question Memories(string what, string method) =>
        new(
            $"memory64 against memory32, {what}",
            Cases(method, (Memory, MemoryKind.memory64)),
            Cases(method, (Memory, MemoryKind.memory32))
        );

    private static Question Against(Window window, string title, string method) =>
        new(
            title,
            Cases(method, (Memory, MemoryKind.memory64), (Window, window)),
            Cases(method, (Memory, MemoryKind.memory64), (Window, Shared.Window.below))
        );

    private static Question Crossings(string title, string method) =>
        new(
            title,
            Cases(method, (Memory, MemoryKind.memory64), (Place, Access.Place.across4GiB)),
            Cases(method, (Memory, MemoryKind.memory64), (Place, Access.Place.acrossPage))
        );

    private static SeriesPlan Ratio(string name, string method) =>
        PageText.Ratio(
            name,
            Walk(method, MemoryKind.memory64, Shared.Window.below),
            Walk(method, MemoryKind.memory32, Shared.Window.below)
        );

    private static ChartPlan ByWindow() =>
        new()
        {
            Name = "access-by-window",
            Title = "Access of 8 bytes around 4 GiB",
            Shape = ChartShape.Bars,
            CategoryTitle = "Window of 16 KiB; memory32 and native are measured below 4 GiB only",
            ValueTitle = "Time",
            Value = ChartValue.TimePerAccess,
            IsMain = true,
            Series =
            [
                .. Enum.GetValues<MemoryKind>()
                    .Select(memory => new SeriesPlan(
                        memory.ToString(),
                        [
                            .. from method in Methods
                            from window in Windows
                            select new PointPlan(
                                $"{method}\n{window} 4 GiB",
                                Walk(method, memory, window)
                            ),
                        ]
                    )),
            ],
        };

    private static ChartPlan ByEngine() =>
        PageText.LinesByEngine(
            "access-by-engine",
            "Access of 8 bytes below 4 GiB by engine",
            "Time",
            ChartValue.TimePerAccess,
            WalksBelow()
        );

    private static ChartPlan ChecksByEngine() =>
        PageText.LinesByEngine(
            "check-by-engine",
            "Bounds check of an access of 8 bytes by engine",
            "Instructions of the check for one access",
            ChartValue.CheckInstructions,
            WalksBelow()
        );

    private static SeriesPlan[] WalksBelow() =>
        [
            .. from access in new[]
            {
                (Method: Read, Text: "read"),
                (Method: Writes, Text: "write"),
            }
            from memory in TwinMemories
            select PageText.Line(
                $"{memory} {access.Text}",
                Walk(access.Method, memory, Shared.Window.below)
            ),
        ];
}
