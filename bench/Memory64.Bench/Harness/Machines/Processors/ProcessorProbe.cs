using System.Globalization;
using Memory64.Bench.Harness.Machines.Systems;
using Memory64.Results.RunFiles.Records;

namespace Memory64.Bench.Harness.Machines.Processors;

/// <summary>Finds out what the processor is: by CPUID, or from what Linux shows of it.</summary>
/// <param name="root">The root of the file system; a test's own folder in tests.</param>
/// <param name="cpuid">The processor's CPUID; <see langword="null"/> where there is none.</param>
/// <remarks>
/// Source of MIDR_EL1: <see href="https://developer.arm.com/documentation/ddi0601/latest/AArch64-Registers/MIDR-EL1--Main-ID-Register"/>;
/// Linux shows it as in <see href="https://docs.kernel.org/arch/arm64/cpu-feature-registers.html"/>.
/// </remarks>
internal sealed class ProcessorProbe(string root, Cpuid? cpuid)
{
    // Where cores differ, the first is what the machine is called by.
    private const string MainId = "sys/devices/system/cpu/cpu0/regs/identification/midr_el1";

    // What MIDR has where other registers say what the architecture is, as on every arm64.
    private const int ByFeatures = 15;

    /// <summary>What it is; <see langword="null"/> where nothing tells.</summary>
    public RunProcessor? Read() => cpuid?.Identity() ?? OfRegister() ?? OfLines();

    private RunProcessor? OfRegister()
    {
        var text = SystemFile.Read(Path.Combine(root, MainId));
        if (Number(text) is not ({ } register and > 0))
        {
            return null;
        }

        return new()
        {
            Vendor = Implementer((register >> 24) & 0xFF),
            Family = (int)((register >> 16) & 0xF),
            Model = (int)((register >> 4) & 0xFFF),
            Stepping = Stepping((register >> 20) & 0xF, register & 0xF),
        };
    }

    private RunProcessor? OfLines()
    {
        var lines = (SystemFile.Read(Path.Combine(root, "proc/cpuinfo")) ?? "")
            .Split('\n')
            .TakeWhile(line => line.Length > 0)
            .Select(line => line.Split(':', 2, StringSplitOptions.TrimEntries))
            .Where(pair => pair.Length == 2)
            .DistinctBy(pair => pair[0])
            .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
        long? Of(string key) => Number(lines.GetValueOrDefault(key));

        return lines.GetValueOrDefault("vendor_id") is { Length: > 0 } vendor
            && (Of("cpu family"), Of("model"), Of("stepping"))
                is ({ } family, { } model, { } stepping)
                ? new()
                {
                    Vendor = vendor,
                    Family = (int)family,
                    Model = (int)model,
                    Stepping = (int)stepping,
                }
            : (Of("CPU implementer"), Of("CPU part"), Of("CPU variant"), Of("CPU revision"))
                is ({ } implementer, { } part, { } variant, { } revision)
                ? new()
                {
                    Vendor = Implementer(implementer),
                    Family = ByFeatures,
                    Model = (int)part,
                    Stepping = Stepping(variant, revision),
                }
            : null;
    }

    private static string Implementer(long code) =>
        string.Create(CultureInfo.InvariantCulture, $"0x{code:x2}");

    private static int Stepping(long variant, long revision) => (int)((variant << 4) | revision);

    private static long? Number(string? text) =>
        text?.StartsWith("0x", StringComparison.Ordinal) == true
            ? long.TryParse(
                text.AsSpan(2),
                NumberStyles.HexNumber,
                CultureInfo.InvariantCulture,
                out var hexadecimal
            )
                ? hexadecimal
                : null
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
                ? value
                : null;
}
