using Memory64.Results.Units;
using Xunit;

namespace Memory64.Bench.Tests.Results.Units;

public sealed class ScientificTextTests
{
    [Theory]
    [InlineData(0.000360, "3.6e-4")]
    [InlineData(3.7372e-14, "3.7e-14")]
    [InlineData(0.00996, "1.0e-2")]
    [InlineData(1, "1.0e0")]
    [InlineData(1.25e12, "1.3e12")]
    [InlineData(-2e-9, "-2.0e-9")]
    [InlineData(0, "0")]
    public void Shows_two_digits_and_the_power_of_ten(double value, string text) =>
        Assert.Equal(text, ScientificText.Format(value));

    [Fact]
    public void Does_not_depend_on_the_culture()
    {
        using var culture = new ForeignCulture();

        Assert.Equal("-1.5e-7", ScientificText.Format(-1.5e-7));
    }
}
