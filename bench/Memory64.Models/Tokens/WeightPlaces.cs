using Memory64.Models.Gguf;

namespace Memory64.Models.Tokens;

/// <summary>
/// Gives tensors a place in memory, in whatever order their file has them. What lies together in the file lies together in memory, so a
/// whole file is one segment; what lies alone takes its own pages and no others.
/// </summary>
/// <param name="isBridged">Whether tensors stay where they are in the file.</param>
/// <param name="start">Address from which on there is room: a multiple of <see cref="PageBytes"/>.</param>
/// <param name="alignment">Where segments may begin.</param>
internal sealed class WeightPlaces(bool isBridged, ulong start, WeightAlignment alignment)
{
    /// <summary>What segments begin at multiples of: no system has larger pages.</summary>
    public const ulong PageBytes = 1 << 16;

    private readonly List<WeightSegment> _segments = [];

    /// <summary>What was placed.</summary>
    public IReadOnlyList<WeightSegment> Segments => _segments;

    /// <summary>The first address behind all of it.</summary>
    public ulong End { get; private set; } = start;

    /// <summary>Places tensors, each of them once: what was placed before is placed anew.</summary>
    /// <returns>Their addresses; with a bridge, their offsets in the file.</returns>
    public IReadOnlyDictionary<PlacedTensor, ulong> Place(IEnumerable<PlacedTensor> tensors)
    {
        var addresses = new Dictionary<PlacedTensor, ulong>();
        var run = new List<PlacedTensor>();
        var runEnd = 0UL;
        foreach (var tensor in tensors.Distinct().OrderBy(placed => placed.Offset))
        {
            if (isBridged)
            {
                addresses.Add(tensor, tensor.Offset);
                continue;
            }

            if (run.Count > 0 && PageOf(tensor.Offset) > GgufFormat.Align(runEnd, PageBytes))
            {
                PlaceRun(run, runEnd, addresses);
                run.Clear();
            }

            run.Add(tensor);
            runEnd = Math.Max(runEnd, tensor.Offset + tensor.Tensor.Bytes);
        }

        if (run.Count > 0)
        {
            PlaceRun(run, runEnd, addresses);
        }

        return addresses;
    }

    // Tensors between whose pages there are no others.
    private void PlaceRun(
        List<PlacedTensor> run,
        ulong end,
        Dictionary<PlacedTensor, ulong> addresses
    )
    {
        var first = PageOf(run[0].Offset);
        var address = alignment.Next(GgufFormat.Align(End, PageBytes), first);
        var segment = new WeightSegment(first, end - first, address);
        _segments.Add(segment);
        End = segment.Address + segment.Bytes;
        foreach (var tensor in run)
        {
            addresses.Add(tensor, segment.Address + (tensor.Offset - segment.Offset));
        }
    }

    private static ulong PageOf(ulong offset) => offset / PageBytes * PageBytes;
}
