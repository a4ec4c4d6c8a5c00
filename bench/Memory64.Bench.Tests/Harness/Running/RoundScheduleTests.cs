using Memory64.Bench.Harness.Measured;
using Memory64.Bench.Harness.Running;
using Memory64.Results.Relations;
using Xunit;

namespace Memory64.Bench.Tests.Harness.Running;

/// <summary>What is measured of a plan whose rounds take a second each, without measuring it.</summary>
public sealed class RoundScheduleTests
{
    private const string Smoke = "BoundaryAccess.Read(Memory=memory64, Window=above, Width=8)";
    private const string Standard = "BoundaryAccess.Read(Memory=memory64, Window=above, Width=16)";
    private const string Full = "BoundaryAccess.Read(Memory=memory64, Window=above, Width=1)";

    private static readonly double[] Steady = [1],
        Scattered = [0.9, 1.1];

    [Fact]
    public void Measures_all_that_the_plan_says_where_there_is_no_budget()
    {
        var plan = Plan(Smoke, Standard) with { Rounds = 3 };

        Assert.Equal(
            [(Smoke, 3), (Standard, 3)],
            Measure(plan, Steady).CountBy(r => r.Planned.Case.Id).Select(c => (c.Key, c.Value))
        );
    }

    [Fact]
    public void Leaves_out_rounds_that_have_neither_a_level_nor_a_duel()
    {
        const string large = "ModelWeights.Token(Memory=native, Model=70B_of_8_layers)";
        var fighting = Plan(Smoke).Cases[0];
        var plan = Plans.Of(
            rounds: 3,
            Plans.Planned(large),
            Plans.Planned(large, Plans.Engine("48.0.0")) with
            {
                Duels = fighting.Duels,
            },
            fighting
        );

        Assert.Equal(
            [2, 3, 3],
            Measure(plan, Steady).CountBy(r => r.Planned).Select(counted => counted.Value)
        );
    }

    [Fact]
    public void Gives_undecided_duels_more_rounds_up_to_the_last_look()
    {
        var plan = Plan(Smoke) with { DecidesMore = true };

        Assert.Equal(Looks.First, Measure(plan, Steady).Count);
        Assert.Equal(Looks.Last, Measure(plan, Scattered).Count);
    }

    [Fact]
    public void Stops_where_a_look_decides()
    {
        var plan = Plan(Smoke) with { DecidesMore = true };

        // One round that strays is too many for the first look, and one of twelve isn't for the second.
        var rounds = Measure(plan, round => round == 1 ? 1.035 : 1);

        Assert.Equal(12, rounds.Count);
    }

    [Fact]
    public void A_case_that_takes_several_times_as_long_as_others_is_dear()
    {
        var plan = Plan(Smoke, Standard, Full);
        var schedule = new RoundSchedule(plan);
        Assert.All(plan.Cases, planned => Assert.False(schedule.IsDear(planned)));

        foreach (var (planned, seconds) in plan.Cases.Zip((double[])[1, 2, 9]))
        {
            schedule.RoundEnded(Fought(planned, 1, [1, 1], seconds));
        }

        Assert.Equal([false, false, true], plan.Cases.Select(schedule.IsDear));
    }

    [Fact]
    public void Fights_open_duels_only_in_the_rounds_after_the_plan()
    {
        var plan = Plan(Smoke) with { DecidesMore = true };
        var schedule = new RoundSchedule(plan);
        var subject = plan.Cases[0];
        Assert.Equal(2, subject.Duels.Count);
        for (var round = 1; round <= Looks.First; round++)
        {
            var open = 1 + (round % 2 == 0 ? 0.1 : -0.1);
            schedule.RoundEnded(Fought(subject, round, [open, 1]));
        }

        Assert.Equal([subject.Duels[0]], schedule.DuelsOf(subject, Looks.First + 1));
    }

    // 10 s of overhead, then 2 cases of a second each: 8 rounds of one of them fit, and one round of the other.
    [Fact]
    public void Leaves_out_the_less_important_cases_where_the_budget_is_short_and_says_so()
    {
        var plan = Plan(Full, Smoke, Standard) with { Budget = TimeSpan.FromSeconds(10 + 12) };
        var schedule = new RoundSchedule(plan);

        var counts = Measure(plan, schedule, _ => 1).CountBy(r => r.Planned.Case.Id).ToDictionary();

        Assert.Equal(Looks.First, counts[Smoke]);
        Assert.Equal((1, 1), (counts[Standard], counts[Full]));
        Assert.Equal(2, schedule.LeftOutCount);
        Assert.Null(schedule.LeftOut(plan.Cases[1]));
        Assert.Equal(
            "left out from round 2 on: a budget of 22 s has no time for all cases",
            schedule.LeftOut(plan.Cases[0])
        );
    }

    // 10 s of overhead and 5 s of the first round leave time for 7 rounds of two cases that take a second, or of none that takes three.
    [Fact]
    public void Of_one_profile_leaves_out_the_slowest_first()
    {
        const string dear = "BoundaryAccess.Read(Memory=memory64, Window=below, Width=1)";
        var plan = Plan(dear, Full, Smoke) with { Budget = TimeSpan.FromSeconds(10 + 5 + 16) };
        var schedule = new RoundSchedule(plan);

        var counts = Measure(plan, schedule, _ => 1, seconds: (id, _) => id == dear ? 3 : 1)
            .CountBy(r => r.Planned.Case.Id)
            .ToDictionary();

        Assert.Equal((1, Looks.First, Looks.First), (counts[dear], counts[Full], counts[Smoke]));
        Assert.Equal(1, schedule.LeftOutCount);
    }

    // A tenth more a round from the second on: two cases fit as long as nothing is slower, and keep their last round where it is.
    [Theory]
    [InlineData(15, 1)]
    [InlineData(16, 2)]
    public void Leaves_time_for_a_machine_that_becomes_slower(int seconds, int kept)
    {
        var plan = Plan(Full, Smoke) with { Budget = TimeSpan.FromSeconds(10 + 2 + seconds) };

        var counts = Measure(plan, new(plan), _ => 1, seconds: (_, round) => round == 1 ? 1 : 1.1)
            .CountBy(r => r.Planned.Case.Id)
            .Count(c => c.Value == Looks.First);

        Assert.Equal(kept, counts);
    }

    // 10 s of overhead, 3 s of a first round that starts and compiles: its like seven times more would not fit, four of 1 s do.
    [Fact]
    public void The_only_case_goes_on_as_long_as_a_round_fits()
    {
        var plan = Plan(Smoke) with { Budget = TimeSpan.FromSeconds(10 + 3 + 5) };
        var schedule = new RoundSchedule(plan);

        var rounds = Measure(plan, schedule, _ => 1, seconds: (_, round) => round == 1 ? 3 : 1);

        Assert.Equal(5, rounds.Count);
        Assert.StartsWith(
            "left out from round 6 on",
            schedule.LeftOut(plan.Cases[0]),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Ends_in_the_first_round_where_the_budget_is_spent()
    {
        var plan = Plan(Smoke, Standard, Full) with { Budget = TimeSpan.FromSeconds(11) };
        var schedule = new RoundSchedule(plan);

        Assert.Single(Measure(plan, schedule, _ => 1));
        Assert.Equal(3, schedule.LeftOutCount);
    }

    [Fact]
    public void Gives_no_more_rounds_than_the_budget_has_time_for()
    {
        var plan = Plan(Smoke) with
        {
            DecidesMore = true,
            Budget = TimeSpan.FromSeconds(10 + 10.5),
        };

        Assert.Equal(10, Measure(plan, Scattered).Count);
    }

    [Fact]
    public void Says_how_long_the_rest_takes()
    {
        var plan = Plan(Smoke) with { DecidesMore = true, Budget = TimeSpan.FromMinutes(10) };
        var schedule = new RoundSchedule(plan);

        Assert.Equal(TimeSpan.FromSeconds(8), schedule.Left());
        _ = Measure(plan, schedule, round => round <= 8 ? 1 + (round % 2 * 0.1) : 1);
        Assert.Equal(TimeSpan.Zero, schedule.Left());
    }

    [Fact]
    public void Leaves_time_for_the_next_look_of_what_is_open()
    {
        var plan = Plan(Smoke) with { DecidesMore = true, Budget = TimeSpan.FromMinutes(10) };
        var schedule = new RoundSchedule(plan);
        for (var round = 1; round <= Looks.First; round++)
        {
            schedule.RoundEnded(Fought(plan.Cases[0], round, [1 + (round % 2 * 0.1), 1]));
        }

        Assert.Equal(TimeSpan.FromSeconds(12 - 8), schedule.Left());
    }

    [Fact]
    public void Goes_on_as_it_would_have_without_a_stop()
    {
        var plan = Plan(Full, Smoke, Standard) with { Budget = TimeSpan.FromSeconds(10 + 12) };
        var whole = Measure(plan, Steady);
        var schedule = new RoundSchedule(plan);
        foreach (var ended in whole.Take(5))
        {
            schedule.RoundEnded(ended);
        }

        var rest = Measure(plan, schedule, _ => 1, whole.Take(5));

        Assert.Equal(
            whole.Skip(5).Select(r => (r.Planned.Case.Id, r.Round)),
            rest.Select(r => (r.Planned.Case.Id, r.Round))
        );
    }

    private static MeasurementPlan Plan(params string[] ids) =>
        Plans.Of(
            Looks.First,
            [
                .. ids.Select(id =>
                    Plans.Planned(id) with
                    {
                        Duels =
                        [
                            Duel("BoundaryAccess.Read(Memory=memory32, Window=below, Width=8)"),
                            Duel("BoundaryAccess.Read(Memory=native, Window=below, Width=8)"),
                        ],
                    }
                ),
            ]
        );

    private static PlannedDuel Duel(string id) => new(Plans.Engine(), Plans.Case(id));

    private static List<RoundResult> Measure(MeasurementPlan plan, double[] ratios) =>
        Measure(plan, new RoundSchedule(plan), round => ratios[round % ratios.Length]);

    private static List<RoundResult> Measure(MeasurementPlan plan, Func<int, double> ratio) =>
        Measure(plan, new RoundSchedule(plan), ratio);

    // As a measurement asks: rounds outermost, every second one backwards.
    private static List<RoundResult> Measure(
        MeasurementPlan plan,
        RoundSchedule schedule,
        Func<int, double> ratio,
        IEnumerable<RoundResult>? before = null,
        Func<string, int, double>? seconds = null
    )
    {
        var done = (before ?? []).Select(r => (r.Planned, r.Round)).ToHashSet();
        List<RoundResult> results = [];
        for (var round = 1; round <= schedule.MostRounds; round++)
        {
            foreach (var planned in round % 2 == 1 ? plan.Measured : plan.Measured.Reverse())
            {
                if (!done.Contains((planned, round)) && schedule.Wants(planned, round))
                {
                    var fought = schedule.DuelsOf(planned, round).Select(_ => ratio(round));
                    results.Add(
                        Fought(
                            planned,
                            round,
                            [.. fought],
                            seconds?.Invoke(planned.Case.Id, round) ?? 1
                        )
                    );
                    schedule.RoundEnded(results[^1]);
                }
            }
        }

        return results;
    }

    private static RoundResult Fought(
        PlannedCase planned,
        int round,
        double[] ratios,
        double seconds = 1
    ) =>
        planned.Round(round, 1) with
        {
            Duration = TimeSpan.FromSeconds(seconds),
            Outcome = new RoundOutcome
            {
                Duels =
                [
                    .. planned
                        .Duels.Zip(ratios)
                        .Select(d => new DuelOutcome(
                            d.First.Engine.Id,
                            d.First.Case.Id,
                            d.Second,
                            [],
                            d.Second,
                            1
                        )),
                ],
            },
        };
}
