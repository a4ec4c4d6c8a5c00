using Memory64.Bench.Harness.Cases;
using Memory64.Results.Book;
using Memory64.Results.RunFiles.Records;
using Memory64.Results.Tables;
using Memory64.Results.Units;
using Xunit;

namespace Memory64.Bench.Tests.Results.Tables;

public sealed class CaseTablesTests
{
    [Fact]
    public void Makes_one_table_a_benchmark_and_one_row_a_case()
    {
        var tables = CaseTables.Of(TestRuns.Rich(), Suite.Book);

        Assert.Equal(
            [
                "MemoryInstantiation",
                "GuestAllocation",
                "BoundaryAccess",
                "Levels of BoundaryAccess",
                "HostApi",
                "Zebra",
            ],
            tables.Select(t => t.Title)
        );
        Assert.Equal(
            TestRuns.Rich().Cases.Select(c => c.Id).Order(StringComparer.Ordinal),
            tables
                .Where(t => t.Title != "BoundaryAccess")
                .SelectMany(t => t.Rows)
                .Select(r => r.Id)
                .Order(StringComparer.Ordinal)
        );
        Assert.All(
            tables,
            t => Assert.All(t.Rows, r => Assert.Equal(t.Columns.Count, r.Cells.Count))
        );
    }

    [Fact]
    public void Puts_unknown_benchmarks_last_in_the_order_of_the_file()
    {
        var tables = CaseTables.Of(
            TestRuns.Run(
                TestRuns.Measured("Alpha", "M", "", 1),
                TestRuns.Measured("HostApi", "M", "", 1),
                TestRuns.Measured("Beta", "M", "", 1),
                TestRuns.Measured("MemoryInstantiation", "M", "", 1)
            ),
            Suite.Book
        );

        Assert.Equal(
            ["MemoryInstantiation", "HostApi", "Alpha", "Beta"],
            tables.Select(t => t.Title)
        );
    }

    [Fact]
    public void Shows_figures_in_the_unit_of_the_case()
    {
        var table = Single(
            TestRuns.Measured("A", "M", "Size=8GiB", 12_000, 12_300, 12_600) with
            {
                Unit = TimeUnit.Microsecond,
            },
            TestRuns.Measured("A", "M", "Size=16GiB", 600) with
            {
                Unit = TimeUnit.Microsecond,
            }
        );

        Assert.Equal(
            ["Method", "Size", "Time (µs)", "±", "Resident (MiB)", "Rounds"],
            Headers(table)
        );
        Assert.Equal(["M", "8GiB", "12.3", "±2.4%", "50.0", "3"], Texts(table, 0));
        Assert.Equal(["M", "16GiB", "0.600", "–", "50.0", "1"], Texts(table, 1));
        Assert.Equal(12_300, Cell(table, 0, "Time (µs)").Value);
        Assert.Equal(300.0 / 12_300, Cell(table, 0, "±").Value);
        Assert.Contains("A row of one round has no spread.", table.Notes);
    }

    [Fact]
    public void Splits_a_benchmark_whose_cases_ask_for_several_units()
    {
        var tables = CaseTables.Of(
            TestRuns.Run(
                TestRuns.Measured("A", "Slow", "Size=1", 3e6) with
                {
                    Unit = TimeUnit.Millisecond,
                },
                TestRuns.Measured("A", "Quick", "Size=1", 2_000) with
                {
                    Unit = TimeUnit.Microsecond,
                },
                TestRuns.Measured("A", "Brief", "Size=1", 3_000) with
                {
                    Unit = TimeUnit.Microsecond,
                }
            ),
            Suite.Book
        );

        Assert.Equal(["A: Brief, Quick", "A: Slow"], tables.Select(t => t.Title));
        Assert.Equal(
            ["3.00", "2.00"],
            tables[0].Rows.Select((_, i) => Cell(tables[0], i, "Time (µs)").Text)
        );
        Assert.Equal("3.00", Cell(tables[1], 0, "Time (ms)").Text);
    }

    [Theory]
    [InlineData("BoundaryAccess", TimeUnit.Nanosecond, "Time (ns/access)")]
    [InlineData("BoundaryAccess", TimeUnit.Microsecond, "Time (µs)")]
    [InlineData("HostApi", TimeUnit.Nanosecond, "Time (ns)")]
    [InlineData("A", TimeUnit.Nanosecond, "Time (ns)")]
    public void Calls_nanoseconds_per_access_where_the_class_measures_accesses(
        string benchmark,
        TimeUnit unit,
        string header
    ) =>
        Assert.Contains(
            header,
            Headers(Single(TestRuns.Measured(benchmark, "M", "", 500) with { Unit = unit }))
        );

    [Fact]
    public void Shows_throughput_of_cases_that_move_bytes()
    {
        var table = Single(
            TestRuns.Measured("A", "M", "Width=8", 0.5) with
            {
                Bytes = 8,
            },
            TestRuns.Measured("A", "M", "Width=none", 0.5)
        );

        Assert.Equal("16.0", Cell(table, 0, "GB/s").Text);
        Assert.Equal(TableCell.None, Cell(table, 1, "GB/s"));
        Assert.DoesNotContain("ns/page", Headers(table));
    }

    [Fact]
    public void Shows_the_metrics_that_a_page_names_and_slow_throughput_in_megabytes()
    {
        var page = new BenchmarkPage
        {
            Benchmark = "A",
            Question = "What?",
            Note = "",
            Columns =
            [
                PageColumn.Megabytes,
                PageColumn.Metric("codeBytes", "Code (KiB)", 1024),
                PageColumn.Metric("absent", "Absent"),
            ],
        };
        var measured = TestRuns.Measured("A", "M", "", 1e6, 1e6, 1e6) with { Bytes = 5_000 };
        var rounds = measured.Rounds.Select(
            (round, i) => round with { Metrics = new() { ["codeBytes"] = 2048 + (1024 * i) } }
        );

        var table = Assert.Single(
            CaseTables.Of(
                TestRuns.Run(measured with { Rounds = [.. rounds] }),
                new SuiteBook([page])
            )
        );

        Assert.Equal("3.00", Cell(table, 0, "Code (KiB)").Text);
        Assert.Equal("5.00", Cell(table, 0, "MB/s").Text);
        Assert.DoesNotContain("Absent", Headers(table));
    }

    [Fact]
    public void Shows_the_memory_that_a_page_names_in_place_of_the_resident_size()
    {
        var page = new BenchmarkPage
        {
            Benchmark = "A",
            Question = "What?",
            Note = "",
            Memory = PageColumn.Metric("pssBytes", "Pss (GiB)", 1 << 30),
        };
        var measured = TestRuns.Measured("A", "M", "", 1);
        var aliased = TestRuns.Round(1) with { ResidentBytes = 40L << 30 };
        Table Of(RunRound round) =>
            Assert.Single(
                CaseTables.Of(
                    TestRuns.Run(measured with { Rounds = [round] }),
                    new SuiteBook([page])
                )
            );

        var told = Of(aliased with { Metrics = new() { ["pssBytes"] = 4L << 30 } });

        Assert.Equal("4.00", Cell(told, 0, "Pss (GiB)").Text);
        Assert.DoesNotContain(Headers(told), IsResident);
        Assert.DoesNotContain(Headers(Of(aliased)), IsResident);
    }

    [Fact]
    public void Shows_a_metric_by_its_power_of_ten_where_that_says_most()
    {
        var page = new BenchmarkPage
        {
            Benchmark = "A",
            Question = "What?",
            Note = "",
            Columns = [PageColumn.Metric("error", "Error") with { Format = ColumnFormat.Power }],
        };
        var rounds = TestRuns
            .Measured("A", "M", "", 1)
            .Rounds.Select(round => round with { Metrics = new() { ["error"] = 0.000360 } });
        var measured = TestRuns.Measured("A", "M", "", 1) with { Rounds = [.. rounds] };

        var table = Assert.Single(CaseTables.Of(TestRuns.Run(measured), new SuiteBook([page])));

        Assert.Equal("3.6e-4", Cell(table, 0, "Error").Text);
    }

    [Fact]
    public void Sets_a_metric_over_that_of_a_control()
    {
        var page = new BenchmarkPage
        {
            Benchmark = "A",
            Question = "What?",
            Note = "",
            Columns = [PageColumn.MetricOver("used", "narrow", "Used ÷ narrow")],
        };
        RunCase Using(string method, double bytes) =>
            TestRuns.Measured("A", method, "", 1) with
            {
                Rounds = [TestRuns.Round(1) with { Metrics = new() { ["used"] = bytes } }],
            };
        var narrow = Using("Narrow", 640);
        var wide = Using("Wide", 1_024) with { Controls = new() { ["narrow"] = narrow.Id } };

        var table = CaseTables
            .Of(TestRuns.Run(narrow, wide), new SuiteBook([page]))
            .Single(t => t.Title == "Levels of A");

        Assert.Equal("–", Cell(table, 0, "Used ÷ narrow").Text);
        Assert.Equal("1.60x", Cell(table, 1, "Used ÷ narrow").Text);
    }

    [Fact]
    public void Prices_allocation_by_the_machines_page()
    {
        var run = TestRuns.Run(
            TestRuns.Measured("GuestAllocation", "FirstTouch", "", 1 << 20) with
            {
                Bytes = 1 << 20,
            }
        );
        var large = run with { Machine = run.Machine with { PageBytes = 16384 } };

        Assert.Equal(
            "4100",
            Cell(Assert.Single(CaseTables.Of(run, Suite.Book)), 0, "ns/page").Text
        );
        Assert.Equal(
            16384,
            Cell(Assert.Single(CaseTables.Of(large, Suite.Book)), 0, "ns/page").Value
        );
    }

    // Of one MiB 50, 75, and of two operations 300, which are 150 each: the median is 75, for a GiB 1024 times as many.
    [Fact]
    public void Counts_the_faults_of_an_allocation_for_one_GiB()
    {
        var measured = TestRuns.Measured("GuestAllocation", "FirstTouch", "") with
        {
            Bytes = 1 << 20,
            Rounds =
            [
                TestRuns.Round(1) with
                {
                    MinorFaults = 40,
                    MajorFaults = 10,
                },
                TestRuns.Round(1) with
                {
                    MinorFaults = 75,
                },
                TestRuns.Round(1, 1) with
                {
                    MinorFaults = 300,
                },
            ],
        };

        Assert.Equal("76800", Cell(Single(measured), 0, "faults/GiB").Text);
        Assert.DoesNotContain("faults/GiB", Headers(Single(measured with { Bytes = 0 })));
        Assert.DoesNotContain("faults/GiB", Headers(Single(measured with { Benchmark = "A" })));
    }

    [Fact]
    public void Says_of_which_run_a_row_is()
    {
        var memory64 = TestRuns.Measured("A", "M", "Memory=memory64", 145);
        var native = TestRuns.Measured("A", "M", "Memory=native", 50);

        var mixed = Single(memory64, TestRuns.OfEarlierRun(native));
        var earlier = Single(TestRuns.OfEarlierRun(memory64), TestRuns.OfEarlierRun(native));

        Assert.Equal("2026-11-23 10:00 UTC", Cell(mixed, 0, "Run of").Text);
        Assert.Equal("2026-11-22 09:30 UTC", Cell(mixed, 1, "Run of").Text);
        Assert.Contains(
            mixed.Notes,
            note => note.EndsWith("no ratio is taken between two runs.", StringComparison.Ordinal)
        );
        Assert.Equal(
            ["Of an earlier run: 2026-11-22 09:30 UTC, profile full."],
            earlier.Notes.Take(1)
        );
        Assert.DoesNotContain("Run of", Headers(earlier));
        Assert.DoesNotContain("Run of", Headers(Single(memory64, native)));
    }

    [Fact]
    public void Shows_skipped_and_failed_cases_with_their_reason_in_full()
    {
        const string reason = "needs 12.4 GiB, 9.1 GiB available";
        var failed = TestRuns.Failed("A", "M", "Size=3", "alias at 4 GiB") with
        {
            Rounds = [TestRuns.Round(5)],
        };
        var table = Single(
            TestRuns.Measured("A", "M", "Size=1", 30),
            TestRuns.Skipped("A", "M", "Size=2", reason),
            failed
        );

        Assert.Equal(["M", "1", "30.0", "–", "50.0", "1", ""], Texts(table, 0));
        Assert.Equal(["M", "2", "–", "–", "–", "–", $"skipped: {reason}"], Texts(table, 1));
        Assert.Equal(["M", "3", "–", "–", "–", "–", "failed: alias at 4 GiB"], Texts(table, 2));
    }

    [Fact]
    public void Shows_the_remark_of_a_measured_case() =>
        Assert.Equal(
            "noisy",
            Cell(
                Single(TestRuns.Measured("A", "M", "", 30) with { Reason = "noisy" }),
                0,
                "Remark"
            ).Text
        );

    [Fact]
    public void Moves_parameters_that_never_change_into_the_caption()
    {
        var table = Single(
            TestRuns.Measured("A", "M", "Memory=memory64, Size=1, Kind=x", 1),
            TestRuns.Measured("A", "M", "Memory=memory64, Size=2, Kind=x", 1)
        );

        Assert.Equal("Memory=memory64, Kind=x", table.Caption);
        Assert.Equal(["Method", "Size"], Headers(table).Take(2));
    }

    [Fact]
    public void Keeps_a_parameter_that_some_cases_lack()
    {
        var table = Single(
            TestRuns.Measured("A", "M", "Memory=memory64", 1),
            TestRuns.Measured("A", "N", "", 1)
        );

        Assert.Equal("", table.Caption);
        Assert.Equal(["memory64", "–"], table.Rows.Select((_, i) => Cell(table, i, "Memory").Text));
    }

    [Fact]
    public void Shows_the_largest_resident_size_and_a_dash_where_it_is_not_known()
    {
        var table = Single(
            TestRuns.Measured("A", "M", "Size=1") with
            {
                Rounds =
                [
                    TestRuns.Round(1) with
                    {
                        ResidentBytes = 3L << 30,
                    },
                    TestRuns.Round(1) with
                    {
                        ResidentBytes = 2L << 30,
                    },
                ],
            },
            TestRuns.Measured("A", "M", "Size=2") with
            {
                Rounds = [TestRuns.Round(1) with { ResidentBytes = 0 }],
            }
        );

        Assert.Equal(
            ["3.00", "–"],
            table.Rows.Select((_, i) => Cell(table, i, "Resident (GiB)").Text)
        );
    }

    private static Table Single(params RunCase[] cases) =>
        Assert.Single(CaseTables.Of(TestRuns.Run(cases), Suite.Book));

    private static bool IsResident(string header) =>
        header.StartsWith("Resident", StringComparison.Ordinal);

    private static IEnumerable<string> Headers(Table table) => table.Columns.Select(c => c.Header);

    private static IEnumerable<string> Texts(Table table, int row) =>
        table.Rows[row].Cells.Select(c => c.Text);

    private static TableCell Cell(Table table, int row, string header) =>
        table.Rows[row].Cells[Headers(table).ToList().IndexOf(header)];
}
