using Memory64.Results.Units;
using Xunit;

namespace Memory64.Bench.Tests.Results.Units;

public sealed class RatioTextTests
{
    [Theory]
    [InlineData(1.449, "1.45x")]
    [InlineData(1_530_000, "1530000x")]
    [InlineData(0.001, "0.00100x")]
    [InlineData(0.000_999, "9.99e-4x")]
    [InlineData(6.5349e-7, "6.53e-7x")]
    [InlineData(0, "0x")]
    public void Has_three_digits(double ratio, string text) =>
        Assert.Equal(text, RatioText.Format(ratio));
}
