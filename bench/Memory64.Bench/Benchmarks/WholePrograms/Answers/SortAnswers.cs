using Memory64.Bench.Guests;

namespace Memory64.Bench.Benchmarks.WholePrograms.Answers;

/// <summary>The keys of a batch, sorted by the library.</summary>
/// <param name="records">Of which a batch is taken.</param>
internal sealed class SortAnswers(ulong records) : IAnswers
{
    private const int Sorted = 256;

    /// <inheritdoc/>
    public ulong Count => 4_096;

    /// <inheritdoc/>
    public ulong Of(ulong operation)
    {
        Span<ulong> keys = stackalloc ulong[Sorted];
        for (var i = 0; i < Sorted; i++)
        {
            keys[i] = Pattern.At(Numbers.Chosen((operation * Sorted) + (ulong)i, records));
        }

        keys.Sort();
        var sum = 0UL;
        for (var i = 0; i < Sorted; i++)
        {
            sum += (ulong)(i + 1) * keys[i];
        }

        return sum;
    }
}
