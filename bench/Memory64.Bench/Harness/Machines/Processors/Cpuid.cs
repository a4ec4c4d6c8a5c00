using System.Runtime.Intrinsics.X86;
using System.Text;
using Memory64.Results.RunFiles.Records;

namespace Memory64.Bench.Harness.Machines.Processors;

/// <summary>What an x86 processor says of itself. A hypervisor may hide any of it, and then it is not known.</summary>
/// <param name="ask">What CPUID answers for a leaf and a subleaf.</param>
/// <remarks>
/// Sources: CPUID in volume 2A of the <see href="https://www.intel.com/sdm">Intel SDM</see>, and appendix E of volume 3 of the
/// <see href="https://docs.amd.com/v/u/en-US/24594_3.37">AMD64 Architecture Programmer's Manual</see>.
/// </remarks>
internal sealed class Cpuid(Func<uint, uint, CpuidLeaf> ask)
{
    private const uint Signature = 1,
        Caches = 4,
        Features = 7,
        Extended = 0x8000_0000,
        ExtendedFeatures = 0x8000_0001,
        FirstLevel = 0x8000_0005,
        HigherLevels = 0x8000_0006,
        CachesOfAmd = 0x8000_001D;

    private const int HybridBit = 15,
        TopologyExtensionsBit = 22;

    // More than any processor has: who answers each subleaf alike would else be asked forever.
    private const uint MostCaches = 16;

    /// <summary>This processor's; <see langword="null"/> where there is no CPUID.</summary>
    public static Cpuid? OfThisProcessor { get; } = X86Base.IsSupported ? new(Ask) : null;

    /// <summary>Who made the processor and which it is; <see langword="null"/> where it doesn't tell.</summary>
    public RunProcessor? Identity()
    {
        var (highest, b, c, d) = ask(0, 0);
        byte[] letters =
        [
            .. new[] { b, d, c }.SelectMany(register =>
                Enumerable.Range(0, sizeof(uint)).Select(i => (byte)(register >> (8 * i)))
            ),
        ];
        var vendor = Encoding.ASCII.GetString(letters).Trim('\0', ' ');
        if (highest < Signature || vendor.Length == 0 || vendor.Any(char.IsControl))
        {
            return null;
        }

        const int extendedFamily = 0xF;
        const int leastOfExtendedModels = 6;
        var signature = ask(Signature, 0).A;
        var family = Bits(signature, 8, 4);
        family += family == extendedFamily ? Bits(signature, 20, 8) : 0;
        var model = Bits(signature, 4, 4);
        model += family >= leastOfExtendedModels ? Bits(signature, 16, 4) << 4 : 0;
        return signature == 0
            ? null
            : new()
            {
                Vendor = vendor,
                Family = family,
                Model = model,
                Stepping = Bits(signature, 0, 4),
            };
    }

    /// <summary>
    /// The caches that a core reaches; none where they are not told, or where cores differ and it is chance which one answers.
    /// </summary>
    public IReadOnlyList<ProcessorCache> CachesOfCore()
    {
        var highest = ask(0, 0).A;
        if (highest >= Features && IsSet(ask(Features, 0).D, HybridBit))
        {
            return [];
        }

        var highestExtended = ask(Extended, 0).A;
        IReadOnlyList<ProcessorCache> found = highest >= Caches ? [.. Listed(Caches)] : [];
        if (
            found.Count == 0
            && highestExtended >= CachesOfAmd
            && IsSet(ask(ExtendedFeatures, 0).C, TopologyExtensionsBit)
        )
        {
            found = [.. Listed(CachesOfAmd)];
        }

        return found.Count > 0 ? found
            : highestExtended >= HigherLevels ? [.. OfOlderLeaves()]
            : [];
    }

    // Leaf 4 of Intel's and 8000001D of AMD's have one layout, and a subleaf a cache up to one of type 0.
    private IEnumerable<ProcessorCache> Listed(uint leaf)
    {
        const int ofInstructions = 2;
        for (uint i = 0; i < MostCaches; i++)
        {
            var (a, b, c, _) = ask(leaf, i);
            var type = Bits(a, 0, 5);
            if (type == 0)
            {
                yield break;
            }

            yield return new(
                Bits(a, 5, 3),
                type != ofInstructions,
                (Bits(b, 22, 10) + 1L) * (Bits(b, 12, 10) + 1L) * (Bits(b, 0, 12) + 1L) * (c + 1L)
            );
        }
    }

    // AMD's of before. The third level is that of the whole processor, of which a core may reach a part. Intel leaves all but the second 0,
    // so that a last level is known only where a first is.
    private IEnumerable<ProcessorCache> OfOlderLeaves()
    {
        const long thirdLevelUnit = 512 << 10;
        var first = Bits(ask(FirstLevel, 0).C, 24, 8);
        if (first > 0)
        {
            var (_, _, second, third) = ask(HigherLevels, 0);
            yield return new(1, HoldsData: true, (long)first << 10);
            yield return new(2, HoldsData: true, (long)Bits(second, 16, 16) << 10);
            yield return new(3, HoldsData: true, Bits(third, 18, 14) * thirdLevelUnit);
        }
    }

    private static CpuidLeaf Ask(uint leaf, uint subleaf)
    {
        var (a, b, c, d) = X86Base.CpuId((int)leaf, (int)subleaf);
        return new((uint)a, (uint)b, (uint)c, (uint)d);
    }

    private static bool IsSet(uint register, int bit) => Bits(register, bit, 1) == 1;

    private static int Bits(uint register, int first, int count) =>
        (int)((register >> first) & ((1u << count) - 1));
}
