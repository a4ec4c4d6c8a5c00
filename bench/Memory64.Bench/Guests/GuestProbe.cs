using Memory64.Wasmtime;

namespace Memory64.Bench.Guests;

/// <summary>
/// What every guest exports besides its kernels (<c>guest/src/probe.h</c>). Addresses and results are 64 bits wide on the
/// memory32 twin too; the guest narrows them.
/// </summary>
/// <param name="instance">The guest.</param>
/// <param name="suffix">What stands behind the functions' names, where the guest has several memories.</param>
public sealed class GuestProbe(Instance instance, string suffix = "")
{
    /// <summary>What <see cref="Grow"/> and <see cref="PatternCheck"/> return for "failed" and "no difference".</summary>
    public const ulong None = ulong.MaxValue;

    /// <summary>Distance of <see cref="Load64Far"/>'s access from its address, fixed in the instruction.</summary>
    public const ulong FarOffset = 65_536;

    /// <summary>Reads the byte at an address.</summary>
    public Function Load8 { get; } = instance.GetFunction("load8" + suffix);

    /// <summary>Reads the 64-bit word at an address.</summary>
    public Function Load64 { get; } = instance.GetFunction("load64" + suffix);

    /// <summary>Reads the 64-bit word <see cref="FarOffset"/> beyond an address, by the instruction's own offset.</summary>
    public Function Load64Far { get; } = instance.GetFunction("load64_far" + suffix);

    /// <summary>Writes a byte: address, value.</summary>
    public Function Store8 { get; } = instance.GetFunction("store8" + suffix);

    /// <summary>Writes a 64-bit word: address, value.</summary>
    public Function Store64 { get; } = instance.GetFunction("store64" + suffix);

    /// <summary>Size in pages of 64 KiB.</summary>
    public Function Pages { get; } = instance.GetFunction("pages" + suffix);

    /// <summary>Adds pages; returns the former number or <see cref="None"/>.</summary>
    public Function Grow { get; } = instance.GetFunction("grow" + suffix);

    /// <summary>Writes <see cref="Pattern"/> words: address, count.</summary>
    public Function PatternWrite { get; } = instance.GetFunction("pattern_write" + suffix);

    /// <summary>Returns the address of the first word that is not its <see cref="Pattern"/>, or <see cref="None"/>: address, count.</summary>
    public Function PatternCheck { get; } = instance.GetFunction("pattern_check" + suffix);
}
