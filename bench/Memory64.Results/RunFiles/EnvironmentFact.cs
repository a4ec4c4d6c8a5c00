using System.Globalization;
using Memory64.Results.Units;

namespace Memory64.Results.RunFiles;

/// <summary>Something of a machine or of what measured on it that may change between two runs, and figures with it.</summary>
/// <param name="Name">What it is called where it is shown.</param>
/// <param name="Of">Its value in words, of a machine and a suite.</param>
internal sealed record EnvironmentFact(string Name, Func<RunMachine, RunSuite, string> Of)
{
    private const string Unknown = "unknown";
    private const string NotApplicable = "not applicable";

    /// <summary>What a run file knows of the machine.</summary>
    public static IReadOnlyList<EnvironmentFact> OfMachine { get; } =
    [
        new("CPU", (m, _) => Text(m.Cpu)),
        new("Logical cores", (m, _) => Count(m.LogicalCores)),
        new("L1 data cache", (m, _) => Bytes(m.L1dBytes)),
        new("Last-level cache", (m, _) => Bytes(m.LastLevelCacheBytes)),
        new("Memory", (m, _) => Bytes(m.MemoryBytes)),
        new("Page", (m, _) => Bytes(m.PageBytes)),
        new("Operating system", (m, _) => Text(m.Os)),
        new("Kernel", (m, _) => Text(m.Kernel)),
        new("Transparent huge pages", (m, _) => m.TransparentHugePages ?? NotApplicable),
        new(
            "Overcommit",
            (m, _) => m.Overcommit?.ToString(CultureInfo.InvariantCulture) ?? NotApplicable
        ),
        new("Virtual machine", (m, _) => YesOrNo(m.Virtualized)),
    ];

    /// <summary>Likewise, and what it knows of the suite.</summary>
    public static IReadOnlyList<EnvironmentFact> All { get; } =
    [
        .. OfMachine,
        new(".NET", (_, s) => Text(s.Dotnet)),
        new("BenchmarkDotNet", (_, s) => Text(s.BenchmarkDotNet)),
        new("Suite", (_, s) => Suite(s)),
    ];

    /// <summary>The facts in which two machines differ.</summary>
    public static IEnumerable<EnvironmentFact> Differing(RunFile older, RunFile newer) =>
        OfMachine.Where(fact =>
            fact.Of(older.Machine, older.Suite) != fact.Of(newer.Machine, newer.Suite)
        );

    private static string Text(string text) => string.IsNullOrWhiteSpace(text) ? Unknown : text;

    private static string Count(int count) =>
        count == 0 ? Unknown : count.ToString(CultureInfo.InvariantCulture);

    private static string Bytes(long bytes) =>
        bytes == 0 ? Unknown : Scale.Memory.Choose(bytes).Text(bytes);

    private static string YesOrNo(bool? value) =>
        value switch
        {
            true => "yes",
            false => "no",
            null => Unknown,
        };

    private static string Suite(RunSuite suite) =>
        string.IsNullOrWhiteSpace(suite.Commit)
            ? Text(suite.Version)
            : $"{Text(suite.Version)} at {suite.Commit}";
}
