using Memory64.Bench.Harness;
using Memory64.Bench.Harness.Duels;
using Memory64.Bench.Harness.Machines.Memories;
using Memory64.Bench.Harness.Measured;
using Memory64.Bench.Harness.Running;
using Memory64.Bench.Tests.Harness.Running;
using Memory64.Bench.Tests.Wasmtime;
using Xunit;

namespace Memory64.Bench.Tests.Harness.Duels;

/// <summary>Real duels of real cases, which take a tenth of a second each; nothing is asserted of their times.</summary>
[Collection(AloneCollection.Name)]
public sealed class DuelTests
{
    private const string Read = "BoundaryAccess.Read(Memory=memory64, Window=above, Width=8)";
    private const string Twin = "BoundaryAccess.Read(Memory=memory32, Window=below, Width=8)";
    private const string Native = "BoundaryAccess.Read(Memory=native, Window=below, Width=8)";

    private const string Token = "ModelWeights.Token(Memory=memory64, Model=Tiny)";

    private const string Touch = "GuestAllocation.FirstTouch(Memory=memory64, Size=6GiB)";

    private const string Grow = "GuestAllocation.GrowReserved(Memory=memory64, Size=1GiB)";

    [Theory]
    [InlineData(Read, Twin)]
    [InlineData(Read, Native)]
    [InlineData(Read, Read)]
    [InlineData(Grow, Grow)]
    [InlineData("HostApi.Call(Api=official)", "HostApi.Call(Api=binding)")]
    [InlineData(
        "MemoryInstantiation.First(Memory=memory64, Size=8GiB, Allocator=OnDemand)",
        "MemoryInstantiation.SystemCalls(Memory=native, Size=8GiB)"
    )]
    [InlineData(Token, "ModelWeights.Token(Memory=native, Model=Tiny)")]
    public void Two_cases_of_an_engine_take_turns(string subject, string opponent)
    {
        var outcome = Fight(subject, opponent, RealEngines.Default, RealEngines.Default);

        Assert.Equal((RealEngines.Default.Id, opponent), (outcome.Engine, outcome.Case));
        Assert.All(
            outcome.Creations.Select(creation => creation.Ratio).Append(outcome.Ratio),
            ratio => Assert.True(ratio > 0 && double.IsFinite(ratio))
        );
        Assert.True(outcome.Creations.Sum(creation => creation.Exchanges) >= 2);
        Assert.True(outcome is { Subject: > 0, Opponent: > 0 });
    }

    [Fact]
    public void Two_engines_take_turns_in_one_process()
    {
        var outcome = Fight(Read, Read, RealEngines.Default, RealEngines.Second);

        Assert.Equal(RealEngines.Second.Id, outcome.Engine);
        Assert.NotEmpty(outcome.Creations);
    }

    [Theory]
    [InlineData(Read)]
    [InlineData(Grow)]
    [InlineData(Token)]
    public void Wasmtime_here_and_V8_in_its_own_process_take_turns(string id)
    {
        var outcome = Fight(id, id, RealEngines.Default, RealEngines.V8);

        Assert.Equal(RealEngines.V8.Id, outcome.Engine);
        Assert.True(outcome is { Ratio: > 0, Subject: > 0, Opponent: > 0 });
        Assert.True(double.IsFinite(outcome.Ratio));
    }

    [Fact]
    public void Two_processes_of_V8_take_turns()
    {
        var outcome = Fight(Read, Twin, RealEngines.V8, RealEngines.SecondV8);

        Assert.True(outcome is { Ratio: > 0, Subject: > 0, Opponent: > 0 });
    }

    [Theory]
    [InlineData(Touch, "GuestAllocation.FirstTouch(Memory=native, Size=6GiB)")]
    [InlineData(
        "GuestAllocation.ZeroFill(Memory=memory64, Size=1GiB)",
        "GuestAllocation.ZeroFill(Memory=memory32, Size=1GiB)"
    )]
    public void What_takes_seconds_takes_turns_part_by_part(string subject, string opponent)
    {
        Assert.SkipUnless(ProcessMemory.TryResetPeak(), "this system can't forget a peak");

        var outcome = Fight(subject, opponent, RealEngines.Default, RealEngines.Default);

        Assert.All(outcome.Creations, creation => Assert.True(creation.Exchanges >= 2));
        // Neither side touches all of its gigabytes.
        Assert.InRange(ProcessMemory.PeakResidentBytes(), 1, 5L << 30);
    }

    [Fact]
    public void What_takes_too_long_has_one_exchange_and_is_not_created_anew()
    {
        var order = Order(Grow, Grow, RealEngines.Default, RealEngines.Default);

        var creation = Assert.Single(
            Duel.Fight(order, Inputs.None, tooLong: TimeSpan.Zero).Creations
        );
        Assert.Equal((1, 0), (creation.Exchanges, creation.Spread));
    }

    [Fact]
    public void A_handicap_is_found()
    {
        var outcome = Fight(Read, Read, RealEngines.Default, RealEngines.Default, handicap: 9);

        // Ten times as long: no machine is so busy that it hides this.
        Assert.True(outcome.Ratio > 3, $"{outcome.Ratio}");
    }

    [Fact]
    public void A_side_whose_setup_fails_is_named()
    {
        var order = Order(Read, Twin, RealEngines.Default, RealEngines.Default);
        var above = order.Subject.Values["Window"];
        // The twin's memory ends where this window begins.
        var broken = order with
        {
            Opponent = order.Opponent with
            {
                Values = order.Opponent.Values.ToDictionary(
                    value => value.Key,
                    value => value.Key == "Window" ? above : value.Value
                ),
            },
        };

        var refusal = Assert.Throws<MeasurementException>(() => Duel.Fight(broken, Inputs.None));

        Assert.StartsWith(
            $"in the duel with {Twin} on {RealEngines.Default.Id}: ",
            refusal.Message,
            StringComparison.Ordinal
        );
        Assert.Equal(refusal.InnerException!.Message, refusal.Message.Split(": ", 2)[1]);
    }

    [Fact]
    public void A_library_that_is_not_there_is_named()
    {
        var order = Order(Read, Read, RealEngines.Default, RealEngines.Default);
        var missing = Path.GetFullPath("none.so");
        var broken = order with { Opponent = order.Opponent with { Library = missing } };

        var refusal = Assert.ThrowsAny<Exception>(() => Duel.Fight(broken, Inputs.None));

        Assert.Contains(missing, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Sides_that_compute_something_different_are_refused()
    {
        var refusal = Assert.Throws<MeasurementException>(() =>
            Fight(
                Token,
                "ModelWeights.LoadMap(Memory=memory64, Model=Tiny)",
                RealEngines.Default,
                RealEngines.Default
            )
        );

        Assert.Contains(
            ": the sides compute something different: ",
            refusal.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Each_side_is_created_first_and_begins_as_often_as_the_other()
    {
        var planned = Plans.Planned(Read);
        var duel = new PlannedDuel(planned.Engine, Plans.Case(Twin));
        var orders = Enumerable.Range(1, 4).Select(round => duel.OrderFor(planned, round, 0));

        Assert.Equal(
            [(false, false), (false, true), (true, false), (true, true)],
            orders.Select(o => (o.CreatesOpponentFirst, o.OpponentBegins)).Order()
        );
    }

    // A round of twenty creations, and rounds of one.
    [Theory]
    [InlineData(new[] { 1 }, new[] { 20, 19, 18, 17, 16, 15, 14, 13 })]
    [InlineData(new[] { 1, 2, 3, 4 }, new[] { 20 })]
    public void Each_side_has_the_copy_of_a_library_as_often_as_the_other(
        int[] rounds,
        int[] creations
    )
    {
        var planned = Plans.Planned(Read, RealEngines.Default);
        var library = planned.Engine.Build.LibraryPath;
        var duel = new PlannedDuel(planned.Engine, planned.Case, IsSecondLoad: true);
        var sides = rounds
            .Select(round => duel.OrderFor(planned, round, 0))
            .SelectMany(order => creations.Select(order.SidesOf))
            .ToList();

        Assert.All(sides, s => Assert.NotEqual(s.Subject.Library, s.Opponent.Library));
        Assert.Equal(sides.Count / 2, sides.Count(s => s.Subject.Library == library));
        Assert.Equal(sides.Count / 2, sides.Count(s => s.OpponentFirst));
    }

    [Fact]
    public void Two_builds_keep_their_libraries()
    {
        var planned = Plans.Planned(Read);
        var order = new PlannedDuel(planned.Engine, Plans.Case(Twin)).OrderFor(planned, 1, 0);

        Assert.All(
            Enumerable.Range(1, 20),
            creation => Assert.Equal(order.Subject, order.SidesOf(creation).Subject)
        );
    }

    private static Bench.Harness.Measured.DuelOutcome Fight(
        string subject,
        string opponent,
        PlannedEngine engine,
        PlannedEngine rival,
        double handicap = 0
    )
    {
        return Duel.Fight(
            Order(subject, opponent, engine, rival) with
            {
                Handicap = handicap,
            },
            Inputs.None
        );
    }

    private static DuelOrder Order(
        string subject,
        string opponent,
        PlannedEngine engine,
        PlannedEngine rival
    ) =>
        new PlannedDuel(rival, Plans.Case(opponent)).OrderFor(
            new(engine, Plans.Case(subject), null),
            round: 1,
            handicap: 0
        );
}
