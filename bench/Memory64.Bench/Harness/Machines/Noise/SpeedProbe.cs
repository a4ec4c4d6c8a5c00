using System.Diagnostics;
using System.Runtime.CompilerServices;
using Memory64.Results.Statistics;

namespace Memory64.Bench.Harness.Machines.Noise;

/// <summary>How fast the machine is now: the time of a loop that touches no memory and calls nothing.</summary>
public static class SpeedProbe
{
    private const int Steps = 100_000;

    // The median of a few short ones: one that is interrupted says how often that happens, not how fast the processor is.
    private const int Loops = 5;

    /// <summary>Nanoseconds of the loop, about 100,000 to 500,000; the median of a few.</summary>
    public static double LoopNanoseconds()
    {
        _ = Loop(1);
        var times = new double[Loops];
        for (var i = 0; i < Loops; i++)
        {
            var start = Stopwatch.GetTimestamp();
            _ = Loop(Steps);
            times[i] = Stopwatch.GetElapsedTime(start).TotalNanoseconds;
        }

        return RoundStatistics.Median(times);
    }

    // A chain, each step of which waits for the one before: D. E. Knuth's generator, MMIX.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ulong Loop(int steps)
    {
        var state = 1UL;
        for (; steps != 0; steps--)
        {
            state = unchecked((state * 6364136223846793005UL) + 1442695040888963407UL);
        }

        return state;
    }
}
