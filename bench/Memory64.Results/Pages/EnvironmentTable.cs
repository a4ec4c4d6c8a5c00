using System.Globalization;
using Memory64.Results.RunFiles;
using Memory64.Results.Tables;
using Memory64.Results.Units;

namespace Memory64.Results.Pages;

/// <summary>
/// The table that says where the runs of a machine were measured. Where runs differ, because the kernel was updated
/// between two of them, each value names its engines.
/// </summary>
internal static class EnvironmentTable
{
    private const string Unknown = "unknown";

    public static Table Of(IReadOnlyList<MeasuredEngine> engines)
    {
        TableRow Row(string what, Func<RunFile, string> value) =>
            new(what, [new(what), new(Values(engines, value))]);

        return new(
            "Environment",
            "",
            [new("What", ColumnAlignment.Left), new("Value", ColumnAlignment.Left)],
            [
                Row("CPU", r => Text(r.Machine.Cpu)),
                Row("Logical cores", r => Count(r.Machine.LogicalCores)),
                Row("L1 data cache", r => Bytes(r.Machine.L1dBytes)),
                Row("Last-level cache", r => Bytes(r.Machine.LastLevelCacheBytes)),
                Row("Memory", r => Bytes(r.Machine.MemoryBytes)),
                Row("Page", r => Bytes(r.Machine.PageBytes)),
                Row("Operating system", r => Text(r.Machine.Os)),
                Row("Kernel", r => Text(r.Machine.Kernel)),
                Row(
                    "Transparent huge pages",
                    r => r.Machine.TransparentHugePages ?? "not applicable"
                ),
                Row(
                    "Overcommit",
                    r =>
                        r.Machine.Overcommit?.ToString(CultureInfo.InvariantCulture)
                        ?? "not applicable"
                ),
                Row("Virtual machine", r => YesOrNo(r.Machine.Virtualized)),
                Row(".NET", r => Text(r.Suite.Dotnet)),
                Row("BenchmarkDotNet", r => Text(r.Suite.BenchmarkDotNet)),
                Row("Suite", r => Suite(r.Suite)),
            ],
            []
        );
    }

    private static string Values(IReadOnlyList<MeasuredEngine> engines, Func<RunFile, string> value)
    {
        var groups = engines.GroupBy(e => value(e.Run), StringComparer.Ordinal).ToList();
        return groups.Count == 1
            ? groups[0].Key
            : string.Join(
                "; ",
                groups.Select(g => $"{g.Key} ({string.Join(", ", g.Select(e => e.Id))})")
            );
    }

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
