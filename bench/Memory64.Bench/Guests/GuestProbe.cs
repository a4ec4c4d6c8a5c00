namespace Memory64.Bench.Guests;

/// <summary>
/// What every guest exports besides its kernels (<c>guest/src/probe.h</c>). Addresses and results are 64 bits wide on the
/// memory32 twin too; the guest narrows them.
/// </summary>
/// <param name="function">Finds an exported function of the memory that is probed.</param>
public sealed class GuestProbe(Func<string, IGuestFunction> function)
{
    /// <summary>What <see cref="Grow"/> and <see cref="PatternCheck"/> return for "failed" and "no difference".</summary>
    public const ulong None = ulong.MaxValue;

    /// <summary>Distance of <see cref="Load64Far"/>'s access from its address, fixed in the instruction.</summary>
    public const ulong FarOffset = 65_536;

    /// <summary>Reads the byte at an address.</summary>
    public IGuestFunction Load8 { get; } = function("load8");

    /// <summary>Reads the 64-bit word at an address.</summary>
    public IGuestFunction Load64 { get; } = function("load64");

    /// <summary>Reads the 64-bit word <see cref="FarOffset"/> beyond an address, by the instruction's own offset.</summary>
    public IGuestFunction Load64Far { get; } = function("load64_far");

    /// <summary>Writes a byte: address, value.</summary>
    public IGuestFunction Store8 { get; } = function("store8");

    /// <summary>Writes a 64-bit word: address, value.</summary>
    public IGuestFunction Store64 { get; } = function("store64");

    /// <summary>Size in pages of 64 KiB.</summary>
    public IGuestFunction Pages { get; } = function("pages");

    /// <summary>Adds pages; returns the former number or <see cref="None"/>.</summary>
    public IGuestFunction Grow { get; } = function("grow");

    /// <summary>Writes <see cref="Pattern"/> words: address, count.</summary>
    public IGuestFunction PatternWrite { get; } = function("pattern_write");

    /// <summary>Returns the address of the first word that is not its <see cref="Pattern"/>, or <see cref="None"/>: address, count.</summary>
    public IGuestFunction PatternCheck { get; } = function("pattern_check");
}
