namespace Memory64.Bench.Harness;

/// <summary>Amounts of memory in words.</summary>
internal static class MemoryText
{
    private const double Bytes = 1L << 30;

    /// <summary>In GiB: <c>23.5 GiB</c>.</summary>
    /// <param name="bytes">0 or more.</param>
    /// <param name="digits">Digits behind the point.</param>
    public static string GiB(double bytes, int digits = 1) =>
        $"{(bytes / Bytes).ToString($"F{digits}")} GiB";
}
