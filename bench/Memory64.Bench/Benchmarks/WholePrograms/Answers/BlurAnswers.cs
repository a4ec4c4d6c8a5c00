using Memory64.Bench.Guests;

namespace Memory64.Bench.Benchmarks.WholePrograms.Answers;

/// <summary>Each pixel of a row counts 1 + 2 + 1 times its row's weight, those beside the edges less.</summary>
/// <param name="size">Rows and columns of the image, without its edge.</param>
internal sealed class BlurAnswers(ulong size) : IAnswers
{
    private readonly ulong?[] _sums = new ulong?[size + 2];

    /// <inheritdoc/>
    public ulong Count => size;

    /// <inheritdoc/>
    public ulong Of(ulong operation) =>
        Sum(operation) + (2 * Sum(operation + 1)) + Sum(operation + 2);

    // Of a row of pixels: each times the sum of the weights of a row of the kernel that it is under.
    private ulong Sum(ulong row) =>
        _sums[row] ??=
            (4 * Pixels(row))
            - (3 * (Pixel(row, 0) + Pixel(row, size + 1)))
            - Pixel(row, 1)
            - Pixel(row, size);

    private ulong Pixels(ulong row)
    {
        var sum = 0UL;
        for (var x = 0UL; x < size + 2; x++)
        {
            sum += Pixel(row, x);
        }

        return sum;
    }

    private ulong Pixel(ulong row, ulong x) => (byte)Pattern.At((row * (size + 2)) + x);
}
