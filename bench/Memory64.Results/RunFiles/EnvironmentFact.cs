using System.Globalization;
using Memory64.Results.RunFiles.Records;
using Memory64.Results.Units;

namespace Memory64.Results.RunFiles;

/// <summary>Something of a machine or of what measured on it that may change between two runs, and figures with it.</summary>
/// <param name="Name">What it is called where it is shown.</param>
/// <param name="Text">Its value in words, of a machine and a suite.</param>
internal sealed record EnvironmentFact(string Name, Func<RunMachine, RunSuite, string> Text)
{
    private const string Unknown = "unknown";
    private const string NotApplicable = "not applicable";

    /// <summary>What a run file knows of the machine and the runtime.</summary>
    public static IReadOnlyList<EnvironmentFact> OfMachineAndRuntime { get; } =
    [
        new("CPU", (m, _) => Processor(m)),
        new("Logical cores", (m, _) => Count(m.LogicalCores)),
        new("L1 data cache", (m, _) => Bytes(m.L1dBytes)),
        new("Last-level cache", (m, _) => Bytes(m.LastLevelCacheBytes)),
        new("Memory", (m, _) => Bytes(m.MemoryBytes)),
        new("Page", (m, _) => Bytes(m.PageBytes)),
        new("Operating system", (m, _) => OrUnknown(m.Os)),
        new("Kernel", (m, _) => OrUnknown(m.Kernel)),
        new("Transparent huge pages", (m, _) => m.TransparentHugePages ?? NotApplicable),
        new(
            "Overcommit",
            (m, _) => m.Overcommit?.ToString(CultureInfo.InvariantCulture) ?? NotApplicable
        ),
        new("Virtual machine", (m, _) => YesOrNo(m.Virtualized)),
        new(".NET", (_, s) => OrUnknown(s.Dotnet)),
        new("BenchmarkDotNet", (_, s) => OrUnknown(s.BenchmarkDotNet)),
    ];

    /// <summary>The facts of machine and runtime, and the suite.</summary>
    public static IReadOnlyList<EnvironmentFact> All { get; } =
    [.. OfMachineAndRuntime, new("Suite", (_, s) => Suite(s))];

    /// <summary>The value in words, of a run of a file.</summary>
    public string Of(RunStart run, RunFile file) => Text(run.Machine ?? file.Machine, run.Suite);

    private static string Processor(RunMachine machine) =>
        machine.Processor is { } processor
            ? $"{OrUnknown(machine.Cpu)} ({processor})"
            : OrUnknown(machine.Cpu);

    private static string OrUnknown(string text) =>
        string.IsNullOrWhiteSpace(text) ? Unknown : text;

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
            ? OrUnknown(suite.Version)
            : $"{OrUnknown(suite.Version)} at {suite.Commit}";
}
