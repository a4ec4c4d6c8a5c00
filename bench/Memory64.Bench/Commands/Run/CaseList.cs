using Memory64.Bench.Commands.Exits;
using Memory64.Bench.Commands.Screens;
using Memory64.Bench.Harness.Cases;
using Spectre.Console;

namespace Memory64.Bench.Commands.Run;

/// <summary><c>--list</c>: the cases that a run would measure.</summary>
internal static class CaseList
{
    /// <summary>Writes the cases, and returns the exit code.</summary>
    /// <param name="screen">Where to.</param>
    /// <param name="cases">At least one.</param>
    /// <param name="format">How.</param>
    /// <param name="details">What is to be said of each case, where the format wants it.</param>
    public static int Write(
        Screen screen,
        IReadOnlyList<Case> cases,
        ListFormat format,
        Func<CaseDetails> details
    )
    {
        switch (format)
        {
            case ListFormat.Details:
                WriteLines(screen, details().Of(cases));
                break;
            case ListFormat.Flat:
                WriteLines(screen, cases.Select(measured => measured.Id));
                break;
            default:
                WriteTree(screen, cases);
                break;
        }

        return ExitCode.Success;
    }

    private static void WriteLines(Screen screen, IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            screen.Line(line);
        }
    }

    private static void WriteTree(Screen screen, IReadOnlyList<Case> cases)
    {
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

        screen.Console.Write(root);
    }
}
