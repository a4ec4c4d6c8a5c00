using Memory64.Models.Gguf;
using Memory64.Models.Llama;

namespace Memory64.Models.Tokens;

/// <summary>
/// Gives tensors that are used together a place in memory. A part that follows the one before in the file follows it in memory too, so
/// a whole file is one segment.
/// </summary>
/// <param name="model">The model.</param>
/// <param name="isBridged">Whether tensors stay where they are in the file.</param>
/// <param name="start">Address from which on there is room: a multiple of <see cref="PageBytes"/>.</param>
internal sealed class WeightParts(LlamaModel model, bool isBridged, ulong start)
{
    /// <summary>What segments begin at multiples of: no system has larger pages.</summary>
    public const ulong PageBytes = 1 << 16;

    private readonly List<WeightSegment> _segments = [];

    /// <summary>What was placed.</summary>
    public IReadOnlyList<WeightSegment> Segments => _segments;

    /// <summary>The first address behind all of it.</summary>
    public ulong End { get; private set; } = start;

    /// <summary>Places tensors.</summary>
    /// <returns>What must be added to an offset in the file, modulo 2^64, to make it an address.</returns>
    public ulong Place(params IReadOnlyList<PlacedTensor> tensors)
    {
        if (isBridged)
        {
            return 0;
        }

        var first = tensors.Min(placed => placed.Offset) / PageBytes * PageBytes;
        var bytes = tensors.Max(placed => placed.Offset + placed.Tensor.Bytes) - first;
        if (_segments.Count > 0 && Joined(_segments[^1], first, bytes) is { } joined)
        {
            _segments[^1] = joined;
        }
        else
        {
            var address = GgufFormat.Align(End, PageBytes);
            _segments.Add(new(first, bytes, address));
        }

        var segment = _segments[^1];
        End = segment.Address + segment.Bytes;
        return unchecked(segment.Address - segment.Offset);
    }

    // What begins in the page in which the one before ends, or behind the file's own gap, follows it.
    private WeightSegment? Joined(WeightSegment before, ulong first, ulong bytes)
    {
        var end = before.Offset + before.Bytes;
        return first + PageBytes > end && first <= end + model.File.Alignment
            ? before with
            {
                Bytes = first + bytes - before.Offset,
            }
            : null;
    }
}
