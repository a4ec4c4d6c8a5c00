using Xunit;

namespace Memory64.Bench.Tests.Wasmtime;

/// <summary>Says once which engines the other tests did without.</summary>
public sealed class EnginesAtHandTests
{
    [Fact]
    public void All_known_versions_are_at_hand()
    {
        var lack =
            $"no {string.Join(", ", EnginesAtHand.Missing)}: what is tested on each engine was tested without these.";
        Assert.SkipWhen(
            string.IsNullOrEmpty(Environment.GetEnvironmentVariable(EnginesAtHand.Variable)),
            $"{EnginesAtHand.Variable} is not set: {lack}"
        );

        // Who sets it promises them: tests that were skipped for want of one must not look like tests that passed.
        Assert.True(
            EnginesAtHand.Missing.Count == 0,
            $"{EnginesAtHand.Variable} names folders with {lack}"
        );
    }

    [Fact]
    public void Theories_take_the_default_engine_and_those_at_hand()
    {
        var names = EnginesAtHand.Names.Select(row => row.Data).ToList();

        Assert.Equal("package", names[0]);
        Assert.Empty(names.Intersect(EnginesAtHand.Missing));
        Assert.Equal(9, names.Count + EnginesAtHand.Missing.Count);
    }
}
