using Memory64.Bench.Guests;
using Memory64.Bench.Harness.Cases;
using Memory64.Bench.Harness.Running;
using Memory64.Bench.Tests.Results;
using Memory64.Results.RunFiles.Records;
using Memory64.Results.Units;
using Xunit;

namespace Memory64.Bench.Tests.Harness.Running;

public sealed class ExpectedTimeTests
{
    private const double Start = 0.35;
    private const double Gibibyte = 1;

    private static readonly Guest Access = Guest.Named("access-m64");

    [Fact]
    public void Repeated_calls_take_the_time_of_their_iterations() =>
        AssertSeconds(Start + (6 * 0.005), Description(Sampling.Repeated), null);

    [Fact]
    public void A_call_that_takes_longer_than_an_iteration_makes_it_longer()
    {
        var description = Description(Sampling.Repeated);
        AssertSeconds(Start + (6 * 0.005), description, Recorded(4e6));
        AssertSeconds(Start + (6 * 0.500), description, Recorded(500e6));
    }

    [Fact]
    public void A_control_is_a_duel() =>
        AssertSeconds(
            Start + (6 * 0.005) + (2 * 0.15),
            Description(Sampling.Repeated) with
            {
                Controls = [new("memory32"), new("native")],
            },
            null
        );

    [Fact]
    public void Setup_and_check_call_as_the_case_says_and_so_do_the_setups_of_both_sides_of_a_duel()
    {
        var description = Description(Sampling.Once(warmups: 0, iterations: 1)) with
        {
            Bytes = 3L << 30,
            SetupCalls = 1,
            Controls = [new("native")],
        };
        const double call = 3 * Gibibyte;
        AssertSeconds(Start + (3 * call) + 0.15 + (2 * call), description, null);
        AssertSeconds(Start + (3 * 1.0) + 0.15 + (2 * 1.0), description, Recorded(1e9));
        Assert.Equal(
            Start + (3 * call) + (4 * (0.15 + (2 * call))),
            ExpectedTime.OfRound(description, null, duels: 4).TotalSeconds,
            tolerance: 1e-6
        );
    }

    [Fact]
    public void A_side_of_a_duel_may_be_set_up_by_part_of_a_call() =>
        AssertSeconds(
            Start + (3 * 3.0) + 0.15 + (2 * 0.25 * 3.0),
            Description(Sampling.Once(warmups: 0, iterations: 1)) with
            {
                Bytes = 3L << 30,
                SetupCalls = 1,
                SetupCallsOfSide = 0.25,
                Controls = [new("native")],
            },
            null
        );

    [Fact]
    public void A_call_is_all_operations_of_the_record() =>
        AssertSeconds(
            Start + (6 * 0.500),
            Description(Sampling.Repeated),
            Recorded(500) with
            {
                Operations = 1_000_000,
            }
        );

    [Fact]
    public void Single_calls_take_the_time_that_was_recorded()
    {
        var description = Description(Sampling.Once(warmups: 1, iterations: 3));
        AssertSeconds(Start + (4 * 2.0), description, Recorded(1e9, 2e9, 9e9));
    }

    [Fact]
    public void A_single_call_that_was_not_recorded_writes_what_it_moves() =>
        AssertSeconds(
            Start + (4 * 2 * Gibibyte),
            Description(Sampling.Once(warmups: 1, iterations: 3)) with
            {
                Bytes = 2L << 30,
            },
            null
        );

    [Fact]
    public void What_is_kept_resident_is_written_and_checked() =>
        AssertSeconds(
            Start + (3 * Gibibyte) + (6 * 0.005),
            Description(Sampling.Repeated) with
            {
                ResidentBytes = ByteSize.GiB(3).Bytes,
            },
            null
        );

    [Fact]
    public void A_record_that_has_no_times_or_is_of_another_guest_says_nothing()
    {
        var description = Description(Sampling.Once(warmups: 0, iterations: 3));
        var recorded = Recorded(1e9);
        AssertSeconds(Start + (3 * 1.0), description, recorded);
        AssertSeconds(Start, description, recorded with { Status = CaseStatus.Failed });
        AssertSeconds(
            Start,
            description,
            recorded with
            {
                Guest = new RunGuest { Name = Access.Name, Sha256 = TestRuns.EngineHash },
            }
        );
        AssertSeconds(Start, description, recorded with { Guest = null });
    }

    private static CaseDescription Description(Sampling sampling) =>
        new()
        {
            Method = "M",
            Values = [],
            Profile = Profile.Full,
            Sampling = sampling,
            Unit = TimeUnit.Nanosecond,
            Guest = Access,
        };

    private static RunCase Recorded(params double[] rounds) =>
        TestRuns.Measured("BoundaryAccess", "Read", "Memory=memory64", rounds) with
        {
            Guest = new RunGuest { Name = Access.Name, Sha256 = Access.Sha256 },
        };

    private static void AssertSeconds(
        double seconds,
        CaseDescription description,
        RunCase? recorded
    ) =>
        Assert.Equal(
            seconds,
            ExpectedTime.OfRound(description, recorded).TotalSeconds,
            tolerance: 1e-6
        );
}
