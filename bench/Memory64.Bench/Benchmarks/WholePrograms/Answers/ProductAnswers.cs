using Memory64.Bench.Guests;

namespace Memory64.Bench.Benchmarks.WholePrograms.Answers;

/// <summary>
/// The sum of elements of a row of a product is the row's product with the sums of the other matrix's rows over the same columns; all
/// numbers are whole. (R. Freivalds, "Fast probabilistic algorithms", MFCS 1979, checks products by such sums.)
/// </summary>
internal sealed class ProductAnswers : IAnswers
{
    private const ulong Columns = 32;

    private readonly ulong _size;
    private readonly ulong[] _sums;

    /// <summary>Adds them up.</summary>
    /// <param name="size">Rows and columns of each matrix.</param>
    public ProductAnswers(ulong size)
    {
        _size = size;
        _sums = new ulong[Blocks * size];
        for (var i = 0UL; i < size * size; i++)
        {
            _sums[(i % size / Columns * size) + (i / size)] += Element(~i);
        }
    }

    private ulong Blocks => _size / Columns;

    /// <inheritdoc/>
    public ulong Count => _size * Blocks;

    /// <inheritdoc/>
    public ulong Of(ulong operation)
    {
        var (row, block) = Math.DivRem(operation, Blocks);
        var sum = 0UL;
        for (var k = 0UL; k < _size; k++)
        {
            sum += Element((row * _size) + k) * _sums[(block * _size) + k];
        }

        return sum;
    }

    private static ulong Element(ulong i) => Pattern.At(i) & 7;
}
