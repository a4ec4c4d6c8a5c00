using Memory64.Bench.Guests;

namespace Memory64.Bench.Benchmarks.WholePrograms.Answers;

/// <summary>Keys are the even numbers, and values their halves' patterns.</summary>
/// <param name="keys">How many.</param>
internal sealed class LookupAnswers(ulong keys) : IAnswers
{
    /// <inheritdoc/>
    public ulong Count => Numbers.Unlimited;

    /// <inheritdoc/>
    public ulong Of(ulong operation)
    {
        var key = Numbers.Chosen(operation, 2 * keys);
        return key % 2 == 0 ? Pattern.At(key / 2) : 1;
    }
}
