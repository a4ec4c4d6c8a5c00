using Memory64.Bench.Benchmarks.Shared;
using Xunit;

namespace Memory64.Bench.Tests.Benchmarks.Shared;

public sealed class LonePoolTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 3)]
    [InlineData(9, 8)]
    public void The_first_that_lies_alone_is_kept_or_the_last(int firstAlone, int expected)
    {
        List<Place> created = [];

        var kept = LonePool.Create(
            () =>
            {
                // Those before it still take their places.
                Assert.All(created, place => Assert.False(place.IsGivenBack));
                created.Add(new());
                return created[^1];
            },
            _ => created.Count >= firstAlone
        );

        Assert.Equal(expected, created.Count);
        Assert.Same(created[^1], kept);
        Assert.All(created.SkipLast(1), place => Assert.True(place.IsGivenBack));
        Assert.False(kept.IsGivenBack);
    }

    private sealed class Place : IDisposable
    {
        public bool IsGivenBack { get; private set; }

        public void Dispose() => IsGivenBack = true;
    }
}
