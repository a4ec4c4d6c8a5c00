using System.Runtime.InteropServices;

namespace Memory64.Models.Tokens;

/// <summary>
/// 256 numbers of a vector that is multiplied with K types, as <c>struct k_block</c> of <c>guest/src/quants.h</c> has them: of each 16
/// the even ones come first.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct KBlock
{
    public const int Weights = 256;

    public float Scale;
    public fixed short Numbers[Weights];

    /// <summary>Sums of each 16 numbers, the even ones first.</summary>
    public fixed short Sums16[16];

    /// <summary>Sums of each 32 numbers.</summary>
    public fixed short Sums32[8];
}
