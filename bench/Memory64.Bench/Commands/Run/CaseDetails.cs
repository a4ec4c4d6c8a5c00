using Memory64.Bench.Guests;
using Memory64.Bench.Harness.Cases;
using Memory64.Bench.Harness.Requirements;
using Memory64.Bench.Harness.Running;
using Memory64.Results.RunFiles;
using Memory64.Results.RunFiles.Records;

namespace Memory64.Bench.Commands.Run;

/// <summary>
/// A line a case: its name, the bytes that one operation moves, those that it keeps resident, and how long a round should take.
/// Where this machine can't measure it, the reason follows; what an engine lacks, doctor knows. At least two spaces, which no name has,
/// separate them. The last line says how many there are, and how long a round of all takes.
/// </summary>
internal sealed class CaseDetails
{
    private const string Separator = "  ";

    private readonly Surroundings _here = Surroundings.OfMachine();

    private readonly IReadOnlyDictionary<string, RunCase> _recorded;

    /// <summary>Takes times from the run file of this machine and an engine, where there is one.</summary>
    /// <param name="results">The results folder.</param>
    /// <param name="machine">The id of this machine.</param>
    /// <param name="engine">The engine's version.</param>
    /// <exception cref="RunFileException">The file can't be read.</exception>
    public CaseDetails(string results, string machine, string engine)
    {
        var path = new RunFolder(results).RunPath(machine, engine);
        _recorded = (File.Exists(path) ? RunFile.Load(path).Cases : []).ToDictionary(c => c.Id);
    }

    /// <summary>The lines, in columns, and the last.</summary>
    public IEnumerable<string> Of(IReadOnlyList<Case> cases)
    {
        var all = TimeSpan.FromSeconds(cases.Sum(measured => TimeOf(measured).TotalSeconds));
        var lines = cases.Select(ColumnsOf).ToList();
        var widths = Enumerable
            .Range(0, lines[0].Length)
            .Select(column => lines.Max(line => line[column].Length))
            .ToList();
        return lines
            .Select(line =>
                string.Join(Separator, line.Zip(widths, (text, width) => text.PadRight(width)))
                    .TrimEnd()
            )
            .Append($"cases: {cases.Count}, a round of all takes about {all.TotalMinutes:0.0} min");
    }

    private string[] ColumnsOf(Case measured)
    {
        var description = measured.Description;
        return
        [
            measured.Id,
            $"moves {Text((ulong)description.Bytes)}",
            $"keeps {Text(description.ResidentBytes)}",
            $"takes about {TimeOf(measured).TotalSeconds:0.0} s a round",
            description.ReasonToSkip(_here) is { } reason ? $"skipped here: {reason}" : "",
        ];
    }

    private TimeSpan TimeOf(Case measured) =>
        ExpectedTime.OfRound(measured.Description, _recorded.GetValueOrDefault(measured.Id));

    private static string Text(ulong bytes) => bytes == 0 ? "-" : new ByteSize(bytes).ToString();
}
