using System.Globalization;
using Memory64.Code.Operations;

namespace Memory64.Code.Arm64;

/// <summary>
/// Numbers of registers, and what a call does with them by the procedure call standard, which Cranelift's code follows.
/// </summary>
internal static class Arm64Registers
{
    private const int LinkNumber = 30;
    private const int FirstVector = 32;

    /// <summary>The stack pointer.</summary>
    internal static readonly Location StackPointer = Location.Register(31);

    /// <summary>Where arguments may be.</summary>
    internal static readonly Location[] Arguments = [.. Range(0, 8), .. Range(FirstVector, 8)];

    /// <summary>Where a result may be.</summary>
    internal static readonly Location[] Results = [.. Range(0, 1), .. Range(FirstVector, 1)];

    /// <summary>What a call doesn't keep.</summary>
    internal static readonly Location[] Lost =
    [
        .. Range(0, 18),
        .. Range(LinkNumber, 1),
        .. Range(FirstVector, 8),
        .. Range(FirstVector + 16, 16),
        Location.Flags,
    ];

    /// <summary>The location that a register of that name is in; null for the one that is always zero.</summary>
    internal static Location? Of(string name) =>
        name switch
        {
            "sp" or "wsp" => StackPointer,
            "xzr" or "wzr" => null,
            "fp" => Location.Register(LinkNumber - 1),
            "lr" => Location.Register(LinkNumber),
            _ => Location.Register((name[0] is 'x' or 'w' ? 0 : FirstVector) + NumberIn(name)),
        };

    /// <summary>Bytes that a register of that name has.</summary>
    internal static int BytesOf(string name) =>
        name[0] switch
        {
            'b' => 1,
            'h' => 2,
            'w' or 's' when name != "sp" => 4,
            'q' or 'v' => 16,
            _ => 8,
        };

    private static int NumberIn(string name) =>
        int.Parse(name.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture);

    private static IEnumerable<Location> Range(int first, int count) =>
        Enumerable.Range(first, count).Select(Location.Register);
}
