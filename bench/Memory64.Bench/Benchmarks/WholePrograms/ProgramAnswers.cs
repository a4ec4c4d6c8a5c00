using Memory64.Bench.Benchmarks.WholePrograms.Answers;

namespace Memory64.Bench.Benchmarks.WholePrograms;

/// <summary>What the host expects of programs.</summary>
internal static class ProgramAnswers
{
    private static readonly Lock Gate = new();

    // The other side of a duel, and the next check, expect the same: what millions of rows add up to is found once.
    private static (ProgramKind Program, ulong Size, IAnswers Answers)? Last;

    /// <summary>The sum of what a program's first operations compute, modulo 2^64.</summary>
    /// <param name="program">Which.</param>
    /// <param name="size">For what it was built.</param>
    /// <param name="operations">How many.</param>
    public static ulong Sum(ProgramKind program, ulong size, ulong operations)
    {
        lock (Gate)
        {
            if (
                Last is not var (lastProgram, lastSize, _)
                || (lastProgram, lastSize) != (program, size)
            )
            {
                Last = (program, size, Of(program, size));
            }

            var answers = Last.Value.Answers;
            var (times, rest) = Math.DivRem(operations, answers.Count);
            var sum = 0UL;
            for (var i = 0UL; i < (times > 0 ? answers.Count : rest); i++)
            {
                sum += answers.Of(i) * (i < rest ? times + 1 : times);
            }

            return sum;
        }
    }

    private static IAnswers Of(ProgramKind program, ulong size) =>
        program switch
        {
            ProgramKind.tree => new TreeAnswers(size),
            ProgramKind.join => new JoinAnswers(size),
            ProgramKind.sort => new SortAnswers(size),
            ProgramKind.graph => new GraphAnswers(size),
            ProgramKind.parse => new ParseAnswers(size),
            ProgramKind.compress => new CompressAnswers(size),
            ProgramKind.lookup => new LookupAnswers(size),
            ProgramKind.product => new ProductAnswers(size),
            ProgramKind.blur => new BlurAnswers(size),
            _ => new SearchAnswers(size),
        };
}
