using Memory64.Bench.Harness.Running;
using Xunit;

namespace Memory64.Bench.Tests.Harness.Running;

public sealed class RoundLimitTests
{
    private const string Short = "HostApi.Call(Api=binding)";
    private const string Long = "ModelWeights.Token(Memory=memory64Multi, Model=70B_of_8_layers)";
    private const string Opponent = "ModelWeights.Token(Memory=native, Model=70B_of_8_layers)";

    private static readonly RoundLimit Default = new(Chosen: null);

    [Fact]
    public void Is_the_default_where_that_is_enough() =>
        Assert.Equal(RoundLimit.Default, Default.Of(Plans.Planned(Short)));

    [Fact]
    public void Is_twice_what_a_case_should_take_that_needs_more()
    {
        const int many = 150;
        var planned = Fighting(many);
        var expected = ExpectedTime.OfRound(planned.Case.Description, recorded: null, many);

        Assert.True(expected > RoundLimit.Default);
        Assert.Equal(2 * expected, Default.Of(planned));
    }

    [Fact]
    public void Grows_with_duels_that_are_fought()
    {
        Assert.True(Default.Of(Fighting(duels: 151)) > Default.Of(Fighting(duels: 150)));
        var skipped = Fighting(duels: 150) with
        {
            Duels = [.. Fighting(duels: 150).Duels, Duel() with { SkipReason = "no room" }],
        };
        Assert.Equal(Default.Of(Fighting(duels: 150)), Default.Of(skipped));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(10_000)]
    public void Is_what_the_user_chose(int seconds)
    {
        var chosen = TimeSpan.FromSeconds(seconds);

        Assert.Equal(chosen, new RoundLimit(chosen).Of(Fighting(duels: 3)));
    }

    private static PlannedCase Fighting(int duels) =>
        Plans.Planned(Long) with
        {
            Duels = [.. Enumerable.Repeat(Duel(), duels)],
        };

    private static PlannedDuel Duel() => new(Plans.Engine(), Plans.Case(Opponent));
}
