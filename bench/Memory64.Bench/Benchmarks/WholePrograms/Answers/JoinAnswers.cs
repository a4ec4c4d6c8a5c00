using Memory64.Bench.Guests;

namespace Memory64.Bench.Benchmarks.WholePrograms.Answers;

/// <summary>The values of all rows of a key, added up once for each key.</summary>
internal sealed class JoinAnswers : IAnswers
{
    private readonly ulong _rows;
    private readonly ulong[] _sums;

    /// <summary>Adds them up.</summary>
    /// <param name="rows">Of the table.</param>
    public JoinAnswers(ulong rows)
    {
        _rows = rows;
        _sums = new ulong[rows / 2];
        for (var row = 0UL; row < rows; row++)
        {
            _sums[Numbers.Chosen(row, rows / 2)] += Pattern.At(row);
        }
    }

    /// <inheritdoc/>
    public ulong Count => Numbers.Unlimited;

    /// <inheritdoc/>
    public ulong Of(ulong operation)
    {
        var key = Numbers.Chosen(~operation, _rows);
        return key < (ulong)_sums.Length ? _sums[key] : 0;
    }
}
