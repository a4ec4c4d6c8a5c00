using System.Globalization;
using CsvHelper;
using Memory64.Results.Exports;
using Memory64.Results.RunFiles;
using Xunit;

namespace Memory64.Bench.Tests.Results.Exports;

public sealed class CsvExportTests
{
    private const string Header =
        "machine,engineVersion,engineOrigin,engineSha256,suiteVersion,suiteCommit,started,profile,case,benchmark,method,parameters,unit,operations,bytes,guest,guestSha256,status,reason,round,medianNs,iterationsNs,residentBytes,minorFaults,majorFaults,opponentEngineVersion,opponentEngineSha256,opponentCase,roundRatio,exchangeRatios,exchanges,clock,wallRatio,subjectNs,opponentNs,ratio,intervalLower,intervalUpper,margin,evidence,codeFunction,codeBytes,codeInstructions,codeCheck,codeHash";

    private const string NoCode = ",,,,,";

    private const string NoDuel = $",,,,,,,,,,,,,,,{NoCode}";

    private const string Run =
        "test-machine,50.0.1,nuget,aaaabbbbccccdddd,0.1.0,abc1234,2026-11-23T10:00:00Z,standard";

    [Fact]
    public void Writes_one_row_a_round_and_one_for_a_case_without()
    {
        using var culture = new ForeignCulture();
        var measured = TestRuns.Measured("A", "M", "Memory=memory64, Size=8GiB") with
        {
            Rounds = [TestRuns.Round(1.5, 2.5, 1234567.25), TestRuns.Round(3)],
        };
        var skipped = TestRuns.Skipped("B", "M", "", "needs 12.4 GiB, \"9.1\" available") with
        {
            Guest = null,
        };

        Assert.Equal(
            [
                Header,
                $"{Run},\"A.M(Memory=memory64, Size=8GiB)\",A,M,Memory=memory64;Size=8GiB,ns,1,0,access,0011,measured,,1,2.5,1.5 2.5 1234567.25,52428800,100,0{NoDuel}",
                $"{Run},\"A.M(Memory=memory64, Size=8GiB)\",A,M,Memory=memory64;Size=8GiB,ns,1,0,access,0011,measured,,2,3,3,52428800,100,0{NoDuel}",
                $"{Run},B.M,B,M,,ns,1,0,,,skipped,\"needs 12.4 GiB, \"\"9.1\"\" available\",,,,,,{NoDuel}",
                "",
            ],
            Export(TestRuns.Run(measured, skipped)).Split("\r\n")
        );
    }

    [Fact]
    public void Writes_a_row_for_each_round_of_a_duel_with_what_all_of_them_say()
    {
        var measured = TestRuns.Measured("A", "M", "", 10) with
        {
            Duels =
            [
                TestRuns.Earlier(TestRuns.Duel("A.N", null, [.. Enumerable.Repeat(1.5, 8)])),
                TestRuns.Earlier(TestRuns.Duel("A.M", "bbbb", 2)),
            ],
        };

        var rows = Export(TestRuns.Run(measured)).Split("\r\n");

        Assert.Equal(1 + 1 + 8 + 1 + 1, rows.Length);
        Assert.Contains(
            ",1,,,,,,50.0.1,aaaabbbbccccdddd,A.N,1.5,1.5,1,wall,1.5,15,10,1.5,1.5,1.5,0.5,duels,",
            rows[2],
            StringComparison.Ordinal
        );
        Assert.Contains(
            ",bbbb,bbbb,A.M,2,2,1,wall,2,20,10,2,,,,duels,",
            rows[10],
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Writes_how_many_exchanges_a_round_had_where_the_file_has_none_of_their_ratios()
    {
        var measured = TestRuns.Measured("A", "M", "", 10) with
        {
            Duels = [TestRuns.Duel("A.N", null) with { Rounds = [TestRuns.ThreadRound(2)] }],
        };

        Assert.Contains(
            ",A.N,2,,4,thread,3,20,10,2,,,,duels,",
            Export(TestRuns.Run(measured)).Split("\r\n")[2],
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Writes_the_code_of_a_case_into_each_of_its_rows()
    {
        var measured = TestRuns.Measured("A", "M", "", 10, 11) with
        {
            Code = TestCodes.Read("a1"),
            Duels = [TestRuns.Duel("A.N", null, 2)],
        };

        var rows = Export(TestRuns.Run(measured)).TrimEnd().Split("\r\n").Skip(1).ToList();

        Assert.Equal(3, rows.Count);
        Assert.All(
            rows,
            row =>
                Assert.EndsWith(",read8,168,5.25,3,00000000000000a1", row, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Can_be_read_back_whatever_a_text_holds()
    {
        const string wild = "a,b;\"c\"\r\n'd' = µ";
        var failed = TestRuns.Failed("A", "M", "", wild);

        using var csv = new CsvReader(
            new StringReader(Export(TestRuns.Run(failed), TestRuns.Rich())),
            CultureInfo.InvariantCulture
        );
        var rows = csv.GetRecords<dynamic>()
            .Select(row => (IDictionary<string, object>)row)
            .ToList();

        Assert.Equal(wild, rows[0]["reason"]);
        Assert.Equal("failed", rows[0]["status"]);
        Assert.Equal(
            1
                + TestRuns
                    .Rich()
                    .Cases.Sum(c =>
                        Math.Max(1, c.Rounds.Count) + c.Duels.Sum(duel => duel.Rounds.Count)
                    ),
            rows.Count
        );
        Assert.Equal(
            TestRuns.Rich().Cases.Select(c => c.Id).Prepend("A.M").Distinct(),
            rows.Select(row => (string)row["case"]).Distinct()
        );
        Assert.Contains("us", rows.Select(row => row["unit"]));
        Assert.Contains("ms", rows.Select(row => row["unit"]));
    }

    [Fact]
    public void Names_the_run_that_measured_a_case() =>
        Assert.Contains(
            "0.1.0,old1234,2026-11-22T09:30:00Z,full,",
            Export(TestRuns.Run(TestRuns.OfEarlierRun(TestRuns.Measured("A", "M", "", 1)))),
            StringComparison.Ordinal
        );

    [Fact]
    public void Writes_the_header_even_without_a_run() => Assert.Equal($"{Header}\r\n", Export());

    [Fact]
    public void A_disk_that_is_full_is_an_error_of_one_line()
    {
        using var writer = new FullDisk();

        var error = Assert.Throws<IOException>(() => CsvExport.Write([TestRuns.Rich()], writer));

        Assert.Equal(FullDisk.Problem, error.Message);
    }

    private static string Export(params RunFile[] runs)
    {
        using var writer = new StringWriter();
        CsvExport.Write(runs, writer);
        return writer.ToString();
    }
}
