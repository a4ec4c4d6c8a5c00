using System.Globalization;

namespace Memory64.Results.RunFiles.Records;

/// <summary>
/// What a processor says of itself, whatever a hypervisor calls it: on x86 by the instruction CPUID, on arm64 by the register MIDR_EL1.
/// </summary>
public sealed record RunProcessor
{
    /// <summary>
    /// Who made it: on x86 CPUID's word, such as <c>GenuineIntel</c>; on arm64 the implementer's code as Linux writes it, such as
    /// <c>0x41</c>. Not empty.
    /// </summary>
    public required string Vendor { get; init; }

    /// <summary>Its family, the extended one included; on arm64 MIDR's architecture, which is 15. 0 or more.</summary>
    public required int Family { get; init; }

    /// <summary>Its model, the extended one included; on arm64 the part number. 0 or more.</summary>
    public required int Model { get; init; }

    /// <summary>Its stepping; on arm64 16 times the variant and the revision. 0 or more.</summary>
    public required int Stepping { get; init; }

    /// <summary>In words: <c>GenuineIntel family 6 model 207 stepping 2</c>.</summary>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Vendor} family {Family} model {Model} stepping {Stepping}"
        );
}
