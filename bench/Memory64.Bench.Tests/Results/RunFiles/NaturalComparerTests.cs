using CsCheck;
using Memory64.Results.RunFiles;
using Xunit;

namespace Memory64.Bench.Tests.Results.RunFiles;

public sealed class NaturalComparerTests
{
    [Theory]
    [InlineData("24.0.0", "27.0.2", "50.0.1")]
    [InlineData("9.0.0", "24.0.0", "100.0.0")]
    [InlineData("50.0.1", "50.0.1-dev", "50.0.10")]
    [InlineData("64KiB", "4GiB", "16GiB")]
    [InlineData("8B", "64KiB", "1MB", "1MiB", "16MiB", "200MB", "1GiB")]
    [InlineData("1", "8", "16")]
    [InlineData("a2", "a10", "b1")]
    [InlineData("", "1", "a")]
    [InlineData("04", "4", "5")]
    public void Orders_as_people_do(params string[] ordered) =>
        Assert.Equal(ordered, ordered.Reverse().Order(NaturalComparer.Instance));

    [Fact]
    public void Is_done_with_endless_digits_at_once() =>
        Assert.NotEqual(
            0,
            NaturalComparer.Instance.Compare(
                new string('1', 5_000_000),
                new string('1', 5_000_000) + "2"
            )
        );

    [Fact]
    public void Is_an_order()
    {
        var text = Gen.OneOf(
                "0",
                "4",
                "04",
                "10",
                "KiB",
                "MB",
                "MiB",
                "GiB",
                ".",
                "-",
                "a",
                "G",
                "99999999999999999999"
            )
            .Array[0, 5]
            .Select(string.Concat);
        Gen.Select(text, text, text)
            .Sample(
                (a, b, c) =>
                {
                    var compare = NaturalComparer.Instance.Compare;
                    Assert.Equal(Math.Sign(compare(a, b)), -Math.Sign(compare(b, a)));
                    Assert.Equal(a == b, compare(a, b) == 0);
                    Assert.False(compare(a, b) < 0 && compare(b, c) < 0 && compare(a, c) >= 0);
                },
                iter: 20_000
            );
    }
}
