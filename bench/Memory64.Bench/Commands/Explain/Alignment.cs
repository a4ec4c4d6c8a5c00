namespace Memory64.Bench.Commands.Explain;

/// <summary>Which lines of two texts stand beside each other: the most that are alike, in their order.</summary>
internal static class Alignment
{
    /// <summary>All lines of both in order; one that has none like it stands alone, with null beside it.</summary>
    /// <param name="left">The lines of one text.</param>
    /// <param name="right">Those of the other.</param>
    /// <param name="likeness">Two lines are alike where this is equal.</param>
    public static IReadOnlyList<(T? Left, T? Right)> Of<T>(
        IReadOnlyList<T> left,
        IReadOnlyList<T> right,
        Func<T, string> likeness
    )
        where T : class
    {
        var (lefts, rights) = (left.Select(likeness).ToList(), right.Select(likeness).ToList());
        var common = CommonLengths(lefts, rights);
        List<(T? Left, T? Right)> pairs = [];
        var (i, j) = (0, 0);
        while (i < left.Count || j < right.Count)
        {
            if (i < left.Count && j < right.Count && lefts[i] == rights[j])
            {
                pairs.Add((left[i++], right[j++]));
            }
            else if (j == right.Count || (i < left.Count && common[i + 1, j] >= common[i, j + 1]))
            {
                pairs.Add((left[i++], null));
            }
            else
            {
                pairs.Add((null, right[j++]));
            }
        }

        return pairs;
    }

    // How many lines of what is left of both, from [i, j] on, are alike in their order.
    private static int[,] CommonLengths(List<string> lefts, List<string> rights)
    {
        var common = new int[lefts.Count + 1, rights.Count + 1];
        for (var i = lefts.Count - 1; i >= 0; i--)
        {
            for (var j = rights.Count - 1; j >= 0; j--)
            {
                common[i, j] =
                    lefts[i] == rights[j]
                        ? common[i + 1, j + 1] + 1
                        : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        return common;
    }
}
