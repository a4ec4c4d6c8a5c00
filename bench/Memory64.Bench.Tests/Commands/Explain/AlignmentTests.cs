using Memory64.Bench.Commands.Explain;
using Xunit;

namespace Memory64.Bench.Tests.Commands.Explain;

public sealed class AlignmentTests
{
    [Theory]
    [InlineData("a b c", "a b c", "a=a b=b c=c")]
    [InlineData("a b c", "a c", "a=a b= c=c")]
    [InlineData("a c", "a b c", "a=a =b c=c")]
    [InlineData("a b", "c d", "a= b= =c =d")]
    [InlineData("a1 b1 a2 b2", "a3 b3 x a4", "a1=a3 b1=b3 =x a2=a4 b2=")]
    public void Lines_that_are_alike_stand_beside_each_other(
        string left,
        string right,
        string expected
    )
    {
        var pairs = Alignment.Of(left.Split(' '), right.Split(' '), line => line[..1]);

        Assert.Equal(expected, string.Join(' ', pairs.Select(pair => $"{pair.Left}={pair.Right}")));
    }
}
