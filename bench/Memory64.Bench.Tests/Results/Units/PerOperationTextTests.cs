using Memory64.Results.Units;
using Xunit;

namespace Memory64.Bench.Tests.Results.Units;

public sealed class PerOperationTextTests
{
    [Theory]
    [InlineData(0, "0", "0")]
    [InlineData(3, "3", "+3")]
    [InlineData(10, "10", "+10")]
    [InlineData(100, "100", "+100")]
    [InlineData(7.25, "7.25", "+7.25")]
    [InlineData(12.125, "12.1", "+12.1")]
    [InlineData(-1.5, "-1.5", "-1.5")]
    [InlineData(0.125, "0.125", "+0.125")]
    public void Leaves_out_zeros_that_say_nothing(double count, string text, string difference)
    {
        using var culture = new ForeignCulture();

        Assert.Equal(
            (text, difference),
            (PerOperationText.Format(count), PerOperationText.FormatDifference(count))
        );
    }
}
