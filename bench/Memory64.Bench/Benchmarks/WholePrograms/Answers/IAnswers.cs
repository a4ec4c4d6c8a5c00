namespace Memory64.Bench.Benchmarks.WholePrograms.Answers;

/// <summary>What each operation of a program must compute, as the host finds it in another way.</summary>
internal interface IAnswers
{
    /// <summary>How many operations there are before they begin again.</summary>
    ulong Count { get; }

    /// <summary>What an operation computes.</summary>
    /// <param name="operation">Its number; less than <see cref="Count"/>.</param>
    ulong Of(ulong operation);
}
