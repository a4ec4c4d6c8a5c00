using Memory64.Bench.Harness.Cases;
using Spectre.Console;

namespace Memory64.Bench.Commands;

/// <summary><c>--list</c>: the cases that a run would measure.</summary>
internal static class CaseList
{
    public static int Write(IAnsiConsole console, IReadOnlyList<Case> cases, ListFormat format)
    {
        if (format == ListFormat.Flat)
        {
            foreach (var measured in cases)
            {
                console.WriteLine(measured.Id);
            }

            return ExitCode.Success;
        }

        var root = new Tree("Memory64.Bench");
        foreach (
            var benchmark in cases.GroupBy(measured => measured.Benchmark, StringComparer.Ordinal)
        )
        {
            var branch = root.AddNode(benchmark.Key);
            foreach (
                var method in benchmark.GroupBy(measured => measured.Method, StringComparer.Ordinal)
            )
            {
                branch
                    .AddNode(method.Key)
                    .AddNodes(
                        method.Select(measured => new Text(
                            measured.Id[(measured.Benchmark.Length + 1)..]
                        ))
                    );
            }
        }

        console.Write(root);
        return ExitCode.Success;
    }
}
