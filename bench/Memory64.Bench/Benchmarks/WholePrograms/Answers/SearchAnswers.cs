using Memory64.Bench.Guests;

namespace Memory64.Bench.Benchmarks.WholePrograms.Answers;

/// <summary>The products in whole numbers.</summary>
/// <param name="vectors">How many; a multiple of 16.</param>
internal sealed class SearchAnswers(ulong vectors) : IAnswers
{
    private const int Dimensions = 384;
    private const int WordsOfVector = Dimensions / 16;
    private const ulong Group = 16;
    private const ulong Queries = 4;
    private const ulong QuerySeed = 1UL << 40;

    /// <inheritdoc/>
    // Queries change from group to group, and their number is another than that of the groups.
    public ulong Count => vectors * Queries;

    /// <inheritdoc/>
    public ulong Of(ulong operation)
    {
        if (operation % Group != Group - 1)
        {
            return 0;
        }

        var first = operation - (Group - 1);
        var query = QuerySeed + (first / Group % Queries * WordsOfVector);
        var (best, chosen) = (long.MinValue, 0UL);
        for (var member = 0UL; member < Group; member++)
        {
            var product = Product(query, (first + member) % vectors * WordsOfVector);
            if (product > best)
            {
                (best, chosen) = (product, member);
            }
        }

        return chosen + (ulong)best;
    }

    private static long Product(ulong x, ulong y)
    {
        var sum = 0L;
        for (var word = 0UL; word < WordsOfVector; word++)
        {
            var (left, right) = (Pattern.At(x + word), Pattern.At(y + word));
            for (var shift = 0; shift < 64; shift += 4)
            {
                sum += Element(left >> shift) * Element(right >> shift);
            }
        }

        return sum;
    }

    private static long Element(ulong random) => (long)(random & 15) - 8;
}
