using Memory64.Bench.Harness.Cases;
using Memory64.Bench.Harness.Machines.Limits;
using Memory64.Bench.Harness.Requirements;
using Memory64.Bench.Harness.Running;
using Memory64.Bench.Tests.Harness.Cases;
using Xunit;

namespace Memory64.Bench.Tests.Harness.Running;

public sealed class DuelPlannerTests
{
    private const string Above = "BoundaryAccess.Read(Memory=memory64, Window=above, Width=8)";
    private const string Below = "BoundaryAccess.Read(Memory=memory64, Window=below, Width=8)";
    private const string Twin = "BoundaryAccess.Read(Memory=memory32, Window=below, Width=8)";
    private const string Native = "BoundaryAccess.Read(Memory=native, Window=below, Width=8)";

    private static readonly PlannedEngine[] Four =
    [
        Plans.Engine("36.0.0", "aa"),
        Plans.Engine("44.0.0", "bb"),
        Plans.Engine("48.0.0", "cc"),
        Plans.Engine("50.0.1", "dd"),
    ];

    [Fact]
    public void A_case_meets_its_controls_what_a_question_sets_it_against_and_itself() =>
        Assert.Equal(
            [Twin, Native, Below, Above],
            Duels(Above, [Four[0]], Four[0]).Select(duel => duel.Case.Id)
        );

    [Fact]
    public void One_case_of_a_class_meets_itself() =>
        Assert.Equal(
            1,
            Catalog
                .All.Where(c => c.Benchmark == "BoundaryAccess")
                .Count(c =>
                    Planner([Four[0]], 1UL << 40, [.. Catalog.All])
                        .Of(c, Four[0])
                        .Any(duel => duel.Case == c)
                )
        );

    [Theory]
    [InlineData(0)]
    [InlineData(1, "36.0.0")]
    [InlineData(2, "44.0.0")]
    [InlineData(3, "48.0.0", "36.0.0")]
    public void An_engine_meets_the_one_before_and_the_last_meets_the_first(
        int index,
        params string[] rivals
    ) =>
        Assert.Equal(
            rivals,
            Duels(Above, Four, Four[index])
                .Where(duel => duel.Engine != Four[index])
                .Select(duel => duel.Engine.Id)
        );

    [Fact]
    public void Two_that_don_t_fit_beside_each_other_say_so()
    {
        var measured = Catalog.All.First(c =>
            c.Benchmark == "Latency" && c.Description.ResidentBytes > 100 << 20
        );
        var available = measured.Description.ResidentBytes + (600UL << 20);

        Assert.Contains(
            Planner([Four[0]], available, [measured]).Of(measured, Four[0]),
            duel =>
                duel.SkipReason?.Contains("available", StringComparison.Ordinal) == true
                && duel.Case.Description.ResidentBytes > 0
        );
    }

    [Theory]
    [InlineData("ModelWeights.Token(Memory=memory64, Model=13B)", true)]
    [InlineData("GuestAllocation.ZeroFill(Memory=memory64, Size=6GiB)", false)]
    public void Of_two_that_are_called_once_only_what_is_kept_must_fit_beside(
        string id,
        bool isKept
    )
    {
        var measured = Plans.Case(id);
        var needed = measured.Description.ResidentBytes + MemoryPreflight.HeadroomBytes;

        var alone = Planner([Four[0]], needed, [measured]).Of(measured, Four[0]);
        var both = Planner([Four[0]], needed + (64UL << 30), [measured]).Of(measured, Four[0]);

        Assert.NotEmpty(alone);
        Assert.All(alone, duel => Assert.Equal(isKept, duel.SkipReason is not null));
        Assert.All(both, duel => Assert.Null(duel.SkipReason));
    }

    [Fact]
    public void The_official_api_meets_no_other_engine()
    {
        var duel = Duels("HostApi.Call(Api=official)", Four, Four[3])
            .First(duel => duel.Engine != Four[3]);

        Assert.Contains("official", duel.SkipReason!, StringComparison.Ordinal);
    }

    private static IReadOnlyList<PlannedDuel> Duels(
        string id,
        PlannedEngine[] engines,
        PlannedEngine engine
    ) => Planner(engines, 1UL << 40, Plans.Case(id), Plans.Case(Below)).Of(Plans.Case(id), engine);

    private static DuelPlanner Planner(
        PlannedEngine[] engines,
        ulong available,
        params Case[] cases
    ) =>
        new(
            engines,
            cases,
            engines.ToDictionary(
                engine => engine,
                _ => new Surroundings { AvailableBytes = available, CommittableBytes = null }
            )
        );
}
