using BenchmarkDotNet.Attributes;
using Memory64.Widening.Counting;
using Memory64.Widening.Outlines;
using Memory64.Widening.Rewriting;

namespace Memory64.Widening.Benchmarks;

/// <summary>How long it takes to read and rewrite a module.</summary>
[MemoryDiagnoser]
public class RewritingBenchmarks
{
    /// <summary>The variable with the folder whose modules are taken, those below it too; by default the guests of this checkout.</summary>
    private const string Variable = "MEMORY64_MODULES";

    private const int Largest = 3;

    private byte[] _module = [];

    /// <summary>The module's path.</summary>
    [ParamsSource(nameof(Modules))]
    public string Module { get; set; } = "";

    /// <summary>The largest ones that can be widened.</summary>
    public static IEnumerable<string> Modules =>
        new DirectoryInfo(Environment.GetEnvironmentVariable(Variable) ?? "guest/wasm")
            .EnumerateFiles("*.wasm", SearchOption.AllDirectories)
            .OrderByDescending(file => file.Length)
            .Select(file => file.FullName)
            .Where(IsFit)
            .Take(Largest);

    /// <summary>Reads the module.</summary>
    [GlobalSetup]
    public void Setup() => _module = File.ReadAllBytes(Module);

    /// <summary>Makes a memory64 of its memory.</summary>
    [Benchmark]
    public byte[] Widen() => Widener.Widen(_module);

    /// <summary>Makes it count its loops.</summary>
    [Benchmark]
    public byte[] CountLoops() => LoopCounter.Instrument(_module);

    /// <summary>Reads what it wants and offers.</summary>
    [Benchmark]
    public ModuleOutline Outline() => ModuleOutline.Read(_module);

    private static bool IsFit(string path)
    {
        try
        {
            _ = Widener.Widen(File.ReadAllBytes(path));
            return true;
        }
        catch (WideningException)
        {
            return false;
        }
    }
}
