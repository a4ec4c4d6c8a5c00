using Memory64.Results.RunFiles;
using Memory64.Results.Units;

namespace Memory64.Results.Tables;

/// <summary>The unit in which a table shows the times of its cases.</summary>
internal static class CaseUnit
{
    // A vector of 128 bits is the most that one access of WebAssembly reads or writes.
    private const long LargestAccess = 16;

    public static DisplayUnit Of(IReadOnlyList<RunCase> cases)
    {
        var asked = cases[0].Unit;
        var isAccess =
            cases.All(c => c.Operations > 1 && c.Bytes <= LargestAccess)
            && cases.Any(c => c.Bytes > 0);
        return isAccess && asked == TimeUnit.Nanosecond
            ? Scale.TimePerAccess.Choose()
            : Scale.Of(asked);
    }
}
