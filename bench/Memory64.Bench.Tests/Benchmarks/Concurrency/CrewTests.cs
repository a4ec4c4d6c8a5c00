using Memory64.Bench.Benchmarks.Concurrency;
using Memory64.Bench.Harness.Requirements;
using Xunit;

namespace Memory64.Bench.Tests.Benchmarks.Concurrency;

public sealed class CrewTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Each_thread_does_it_once_a_call(int threads)
    {
        var (done, seen) = (0, new HashSet<int>());
        using var crew = new Crew(threads);
        for (var call = 0; call < 5; call++)
        {
            crew.Do(() =>
            {
                lock (seen)
                {
                    done++;
                    _ = seen.Add(Environment.CurrentManagedThreadId);
                }
            });
        }

        Assert.Equal((5 * threads, threads), (done, seen.Count));
        Assert.DoesNotContain(Environment.CurrentManagedThreadId, seen);
    }

    [Fact]
    public void What_one_of_them_throws_is_thrown_and_the_next_call_works()
    {
        using var crew = new Crew(2);
        var failure = Assert.Throws<AggregateException>(() =>
            crew.Do(() => throw new InvalidOperationException("broken"))
        );
        Assert.Equal("broken", failure.InnerException!.Message);

        var done = 0;
        crew.Do(() => Interlocked.Increment(ref done));
        Assert.Equal(2, done);
    }

    [Fact]
    public void More_threads_than_twice_the_cores_are_left_out()
    {
        var most = 2 * Environment.ProcessorCount;
        Assert.Null(new ThreadsOfCores(most).Missing(Surroundings.OfMachine()));
        Assert.StartsWith(
            $"{most + 1} threads are more than twice the ",
            new ThreadsOfCores(most + 1).Missing(Surroundings.OfMachine()),
            StringComparison.Ordinal
        );
    }
}
