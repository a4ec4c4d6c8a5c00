using Memory64.Bench.Guests;

namespace Memory64.Bench.Benchmarks.WholePrograms.Answers;

/// <summary>The same text, written once more: it must come back as it was. Its blocks are asked for in order, from the first.</summary>
/// <param name="blocks">How many.</param>
internal sealed class CompressAnswers(ulong blocks) : IAnswers
{
    private const int Block = 4_096;
    private const ulong Vocabulary = 256;

    private readonly byte[] _block = new byte[Block];
    private ulong _random;
    private ulong _letters;
    private ulong _left;
    private bool _isInWord;

    /// <inheritdoc/>
    public ulong Count => blocks;

    /// <inheritdoc/>
    public ulong Of(ulong operation)
    {
        if (operation == 0)
        {
            _random = Pattern.At(blocks);
            _isInWord = false;
        }

        for (var i = 0; i < Block; i++)
        {
            _block[i] = Next();
        }

        var sum = 0UL;
        for (var i = 0; i < Block / sizeof(ulong); i++)
        {
            sum += (ulong)(i + 1) * BitConverter.ToUInt64(_block, i * sizeof(ulong));
        }

        return sum;
    }

    // The guest's words, letter by letter: each ends with a space.
    private byte Next()
    {
        if (!_isInWord)
        {
            _random = Pattern.At(_random);
            _letters = Pattern.At((_random & 255) * (_random >> 8 & 255) / Vocabulary);
            _left = 2 + (_letters >> 60);
            _isInWord = true;
        }

        if (_left == 0)
        {
            _isInWord = false;
            return (byte)' ';
        }

        var letter = (byte)('a' + (_letters & 15));
        _letters >>= 4;
        _left--;
        return letter;
    }
}
