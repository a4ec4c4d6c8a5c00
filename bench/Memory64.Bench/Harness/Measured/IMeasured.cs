namespace Memory64.Bench.Harness.Measured;

/// <summary>A benchmark, as the process sees it in which it is alive.</summary>
public interface IMeasured
{
    /// <summary>Comes before its setup.</summary>
    /// <param name="surroundings">What it lives in.</param>
    void Enter(LiveSurroundings surroundings);

    /// <summary>What its computation gives, once it is set up; <see langword="null"/> where that can't be told. Both sides of a duel must agree.</summary>
    ulong? Answer { get; }

    /// <summary>
    /// How what its computation gives differs from what another side of a duel gives, in words that follow "the side"; <see langword="null"/>
    /// where it doesn't.
    /// </summary>
    /// <param name="other">The other side, set up too; of the same class.</param>
    string? DifferenceFrom(IMeasured other);

    /// <summary>How many slices make an operation, where there is a method that is a slice; see <see cref="SliceOfAttribute"/>. 1 or more.</summary>
    int Slices { get; }

    /// <summary>
    /// Whether slices do their work again and again, and so may be done once before any is timed; not where what costs is that
    /// something is done for the first time.
    /// </summary>
    bool RepeatsSlices { get; }

    /// <summary>Whether the thread that calls it does all of its work: then that thread's processor time is what it takes.</summary>
    bool IsOnOneThread { get; }

    /// <summary>
    /// Whether a call does the same again, so that another process may make a number of them in a row, where
    /// <see cref="SpanClock.Calls"/> says that one makes them.
    /// </summary>
    bool RepeatsCalls { get; }

    /// <summary>Counts which parts of its calls are timed; <see langword="null"/> where all of a call is.</summary>
    SpanClock? Timed { get; }
}
