using System.Globalization;
using CsCheck;
using Memory64.Results.Units;
using Xunit;

namespace Memory64.Bench.Tests.Results.Units;

public sealed class SignificantDigitsTests
{
    [Theory]
    [InlineData(1, "1.00")]
    [InlineData(12.34, "12.3")]
    [InlineData(12.36, "12.4")]
    [InlineData(123.4, "123")]
    [InlineData(1234, "1230")]
    [InlineData(99.96, "100")]
    [InlineData(9.996, "10.0")]
    [InlineData(0.9996, "1.00")]
    [InlineData(0.01234, "0.0123")]
    [InlineData(1e-9, "0.00000000100")]
    [InlineData(1e18, "1000000000000000000")]
    [InlineData(-1.456, "-1.46")]
    [InlineData(0, "0")]
    public void Shows_three_digits(double value, string text) =>
        Assert.Equal(text, SignificantDigits.Format(value));

    [Fact]
    public void Does_not_depend_on_the_culture()
    {
        using var culture = new ForeignCulture();

        Assert.Equal(
            "-1234,5",
            (-1234.5).ToString("F1", CultureInfo.CurrentCulture).Replace('−', '-')
        );
        Assert.Equal("-12.5", SignificantDigits.Format(-12.5));
        Assert.Equal("1.45x", RatioText.Format(1.45));
        Assert.Equal("±1.3%", SpreadText.Format(0.0126));
    }

    [Fact]
    public void Is_off_by_half_a_unit_of_the_third_digit_at_most() =>
        Gen.Double[1e-6, 1e12]
            .Sample(value =>
            {
                var shown = double.Parse(
                    SignificantDigits.Format(value),
                    CultureInfo.InvariantCulture
                );
                Assert.InRange(Math.Abs(shown - value) / value, 0, 0.005 + 1e-12);
            });

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Refuses_what_is_no_number(double value) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => SignificantDigits.Format(value));
}
