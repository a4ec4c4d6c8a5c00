using System.Globalization;
using Memory64.Results.RunFiles.Records;

namespace Memory64.Bench.Harness.Machines.Processors;

/// <summary>What a processor is, in a word for names of folders.</summary>
internal static class ProcessorWord
{
    private const string Amd = "AuthenticAMD";

    /// <summary>
    /// AMD's by its generation, <c>zen5</c>; others by their numbers, <c>family6-model207</c>, or on arm64
    /// <c>implementer0x41-part0xd40</c>.
    /// </summary>
    public static string Of(RunProcessor processor) =>
        ZenGeneration(processor) is { } generation ? $"zen{generation}"
        : processor.Vendor.StartsWith("0x", StringComparison.Ordinal)
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"implementer{processor.Vendor}-part0x{processor.Model:x}"
            )
        : string.Create(
            CultureInfo.InvariantCulture,
            $"family{processor.Family}-model{processor.Model}"
        );

    // Source: bsp_init_amd in https://github.com/torvalds/linux/blob/master/arch/x86/kernel/cpu/amd.c
    private static int? ZenGeneration(RunProcessor processor) =>
        processor.Vendor != Amd
            ? null
            : (processor.Family, processor.Model) switch
            {
                (0x17, <= 0x2F or (>= 0x50 and <= 0x5F)) => 1,
                (
                    0x17,
                    (>= 0x30 and <= 0x4F)
                        or (>= 0x60 and <= 0x7F)
                        or 0x90
                        or 0x91
                        or (>= 0xA0 and <= 0xAF)
                ) => 2,
                (0x19, <= 0x0F or (>= 0x20 and <= 0x5F)) => 3,
                (0x19, (>= 0x10 and <= 0x1F) or (>= 0x60 and <= 0xAF)) => 4,
                (0x1A, <= 0x2F or (>= 0x40 and <= 0x4F) or (>= 0x60 and <= 0x7F)) => 5,
                (0x1A, (>= 0x50 and <= 0x5F) or (>= 0x80 and <= 0xAF) or (>= 0xC0 and <= 0xCF)) =>
                    6,
                _ => null,
            };
}
