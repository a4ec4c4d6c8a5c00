using Memory64.Bench.Harness;
using Memory64.Results.Exports;
using Memory64.Results.RunFiles;

namespace Memory64.Bench.Commands;

/// <summary><c>export --csv</c>: every round of every run file, for other programs.</summary>
internal static class ExportCommand
{
    public static int Execute(bool csv, string folder)
    {
        if (!csv)
        {
            throw new UsageException("export: name a format; --csv is the one there is");
        }

        var runs = new RunFolder(folder).LoadAll();
        if (runs.Count == 0)
        {
            throw new UsageException(
                $"export: {folder} holds no run file; run {Repository.Launcher} first"
            );
        }

        CsvExport.Write(runs.Select(stored => stored.Run), Console.Out);
        return ExitCode.Success;
    }
}
