using System.Runtime.InteropServices;

namespace Memory64.Models.Tokens;

/// <summary>32 numbers of a vector that is multiplied with Q4_0 and Q8_0, as <c>struct z_block</c> of <c>guest/src/quants.h</c> has them.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct ZeroBlock
{
    public const int Weights = 32;

    public float Scale;
    public fixed short Numbers[Weights];
}
