namespace Memory64.Bench.Tests.Code;

/// <summary>What the loops of kernels were made of when this was written, by hand compared with another disassembler's listing.</summary>
internal static class RecordedLoops
{
    /// <summary>From and up to which major version, guest, kernel, and how many instructions of each kind; x64.</summary>
    internal static readonly (int From, int To, string Guest, string Kernel, string Kinds)[] All =
    [
        (24, 30, "access-m64", "read8", "8 Load, 25 Check, 11 Address, 4 Loop, 2 Spill, 8 Other"),
        (34, 36, "access-m64", "read8", "8 Load, 25 Check, 11 Address, 5 Loop, 2 Spill, 8 Other"),
        (44, 44, "access-m64", "read8", "8 Load, 25 Check, 10 Address, 5 Loop, 2 Spill, 8 Other"),
        (48, 50, "access-m64", "read8", "8 Load, 24 Check, 10 Address, 4 Loop, 4 Spill, 8 Other"),
        (24, 30, "access-m32", "read8", "8 Load, 9 Address, 3 Loop, 8 Other"),
        (34, 36, "access-m32", "read8", "8 Load, 9 Address, 5 Loop, 8 Other"),
        (44, 44, "access-m32", "read8", "8 Load, 9 Address, 5 Loop, 9 Other"),
        (48, 50, "access-m32", "read8", "8 Load, 9 Address, 4 Loop, 2 Spill, 8 Other"),
        (24, 30, "access-m64", "write8", "8 Store, 25 Check, 10 Address, 3 Loop"),
        (34, 44, "access-m64", "write8", "8 Store, 25 Check, 10 Address, 4 Loop, 1 Other"),
        (48, 50, "access-m64", "write8", "8 Store, 25 Check, 10 Address, 3 Loop"),
        (24, 30, "stream-m64", "triad8", "16 Load, 8 Store, 71 Check, 28 Address, 3 Loop, 2 Other"),
        (34, 50, "stream-m64", "triad8", "16 Load, 8 Store, 71 Check, 28 Address, 5 Loop, 2 Other"),
        (30, 30, "bulk-m64", "copy64", "4 Loop, 1 Call, 8 Other"),
        (34, 44, "bulk-m64", "copy64", "5 Loop, 1 Call, 8 Other"),
        (48, 50, "bulk-m64", "copy64", "4 Load, 4 Store, 11 Check, 1 Address, 5 Loop"),
        (24, 30, "latency-m64", "chase", "8 Load, 18 Check, 9 Address, 3 Loop"),
        (34, 50, "latency-m64", "chase", "8 Load, 18 Check, 11 Address, 5 Loop"),
        (24, 30, "latency-m32", "chase", "8 Load, 8 Address, 3 Loop"),
        (34, 50, "latency-m32", "chase", "8 Load, 8 Address, 5 Loop"),
    ];
}
