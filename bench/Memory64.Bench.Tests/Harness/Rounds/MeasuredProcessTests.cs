using System.Text.Json;
using Memory64.Bench.Harness.Measured;
using Memory64.Bench.Harness.Rounds;
using Memory64.Bench.Harness.Running;
using Memory64.Bench.Tests.Harness.Running;
using Memory64.Bench.Tests.Wasmtime;
using Xunit;

namespace Memory64.Bench.Tests.Harness.Rounds;

/// <summary>What a measured process does, done in this one.</summary>
[Collection(AloneCollection.Name)]
public sealed class MeasuredProcessTests
{
    private const string Read = "BoundaryAccess.Read(Memory=memory64, Window=above, Width=8)";
    private const string Twin = "BoundaryAccess.Read(Memory=memory32, Window=below, Width=8)";
    private const string Grow = "GuestAllocation.GrowReserved(Memory=memory64, Size=1GiB)";

    [Fact]
    public void Reports_level_and_duels_of_each_case()
    {
        var reports = Run(out var exitCode, Order(Read, Twin), Order(Grow));

        Assert.Equal(0, exitCode);
        Assert.Equal([0, 1], reports.Select(report => report.Index));
        Assert.Equal(
            [
                Plans.Case(Read).Description.Sampling.Iterations,
                Plans.Case(Grow).Description.Sampling.Iterations,
            ],
            reports.Select(report => report.Iterations.Count)
        );
        Assert.All(reports, report => Assert.Null(report.Outcome.Failure));
        Assert.All(reports, report => Assert.True(report.Outcome.ResidentBytes > 0));
        Assert.Equal(Twin, Assert.Single(reports[0].Outcome.Duels!).Case);
        Assert.Null(reports[1].Outcome.Duels);
    }

    [Fact]
    public void Takes_no_level_where_only_duels_are_asked_for()
    {
        var report = Assert.Single(Run(out _, Order(Read, Twin) with { Level = null }));

        Assert.Empty(report.Iterations);
        Assert.True(Assert.Single(report.Outcome.Duels!).Ratio > 0);
    }

    [Fact]
    public void A_case_that_fails_is_reported_in_one_line_and_is_the_last()
    {
        var broken = Order(Read);
        broken = broken with { Subject = broken.Subject with { Library = "/none.so" } };

        var report = Assert.Single(Run(out var exitCode, broken, Order(Twin)));

        Assert.Equal((1, 0), (exitCode, report.Index));
        Assert.Contains("/none.so", report.Outcome.Failure, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', report.Outcome.Failure!);
    }

    [Fact]
    public void A_side_that_fails_names_the_duel()
    {
        var order = Order(Read, Twin);
        var duel = order.Duels[0];
        var report = Assert.Single(
            Run(
                out _,
                order with
                {
                    Duels =
                    [
                        duel with
                        {
                            Opponent = duel.Opponent with
                            {
                                Values = new Dictionary<string, string>(duel.Opponent.Values)
                                {
                                    ["Width"] = "3",
                                },
                            },
                        },
                    ],
                }
            )
        );

        Assert.StartsWith(
            $"MeasurementException: in the duel with {Twin} on ",
            report.Outcome.Failure,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Without_leave_it_measures_nothing()
    {
        using var output = new StringWriter();

        var exitCode = MeasuredProcess.Run(new([Order(Read)], Inputs.None), () => false, output);

        Assert.Equal((0, ""), (exitCode, output.ToString()));
    }

    [Fact]
    public void What_fails_in_the_rehearsal_is_reported_once_it_is_let()
    {
        var broken = Order(Read, Twin) with { Level = null };
        broken = broken with
        {
            Duels =
            [
                broken.Duels[0] with
                {
                    Subject = broken.Subject with { Library = "/none.so" },
                },
            ],
        };
        using var output = new StringWriter();
        var saidBefore = "";

        var exitCode = MeasuredProcess.Run(
            new([broken], Inputs.None, IsRehearsed: true),
            () =>
            {
                saidBefore = output.ToString();
                return true;
            },
            output
        );

        Assert.Equal((1, ""), (exitCode, saidBefore));
        Assert.Contains("/none.so", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_order_survives_the_way_to_the_process()
    {
        RoundOrder order = new([Order(Read, Twin), Order(Grow)], Inputs.None);
        var written = JsonSerializer.Serialize(order, RoundJson.Default.RoundOrder);

        var read = JsonSerializer.Deserialize(written, RoundJson.Default.RoundOrder)!;

        Assert.Equal(written, JsonSerializer.Serialize(read, RoundJson.Default.RoundOrder));
    }

    private static CaseOrder Order(string id, string? opponent = null)
    {
        var planned = new PlannedCase(RealEngines.Default, Plans.Case(id), SkipReason: null);
        return new(
            planned.Side,
            LevelOrder.Of(planned.Case.Description.Sampling.ApplyTo(new())),
            opponent is null
                ? []
                :
                [
                    new PlannedDuel(RealEngines.Default, Plans.Case(opponent)).OrderFor(
                        planned,
                        round: 1,
                        handicap: 0
                    ),
                ]
        );
    }

    private static List<CaseReport> Run(out int exitCode, params CaseOrder[] cases)
    {
        using var output = new StringWriter();
        exitCode = MeasuredProcess.Run(new(cases, Inputs.None), () => true, output);
        return
        [
            .. output
                .ToString()
                .Split(output.NewLine)
                .Where(line => line.StartsWith(MeasuredProcess.Prefix, StringComparison.Ordinal))
                .Select(line =>
                    JsonSerializer.Deserialize(
                        line.AsSpan(MeasuredProcess.Prefix.Length),
                        RoundJson.Default.CaseReport
                    )!
                ),
        ];
    }
}
