using Memory64.Bench.Harness.Cases;
using Memory64.Bench.Harness.Loops;
using Memory64.Bench.Harness.Running;
using Memory64.Bench.Tests.Harness.Running;
using Xunit;

namespace Memory64.Bench.Tests.Harness.Loops;

/// <summary>What goes into a run file of a case's code.</summary>
public sealed class CodeRecorderTests
{
    private static readonly string[] Kinds =
    [
        "load",
        "store",
        "check",
        "address",
        "loop",
        "spill",
        "call",
        "other",
    ];

    private readonly CodeRecorder _recorder = new();

    [Theory]
    [InlineData("memory64", "read8")]
    [InlineData("memory32", "read8")]
    [InlineData("native", "ReadSteps")]
    public void A_loop_is_recorded_with_all_kinds_in_their_order(string memory, string function)
    {
        var code = _recorder.Of(Planned(Read(memory)))!;

        Assert.Equal(function, code.Function);
        Assert.Equal(8, code.Operations);
        Assert.Equal(Kinds, code.Instructions.Keys);
        Assert.Equal(8, code.Instructions["load"]);
        Assert.Equal(memory == "memory64", code.Instructions["check"] > 0);
        Assert.InRange(code.Bytes, code.Instructions.Values.Sum(), 1000);
        Assert.Matches("^[0-9a-f]{16}$", code.Hash);
        Assert.Matches("^(x64|arm64)$", code.Architecture);
    }

    [Fact]
    public void A_case_whose_work_is_not_one_loop_has_no_code() =>
        Assert.Null(
            _recorder.Of(Planned(Plans.Case("GuestAllocation.Seed(Memory=memory64, Size=1GiB)")))
        );

    [Fact]
    public void A_run_does_not_fail_for_code_that_cannot_be_read()
    {
        var measured = Read("memory64");
        var unreadable = measured with
        {
            Description = measured.Description with
            {
                Loop = measured.Description.Loop! with { Function = "read3" },
            },
        };

        Assert.Null(_recorder.Of(Planned(unreadable)));
    }

    private static Case Read(string memory) =>
        Plans.Case($"BoundaryAccess.Read(Memory={memory}, Window=below, Width=8)");

    private static PlannedCase Planned(Case measured) =>
        new(RealEngines.Default, measured, SkipReason: null);
}
