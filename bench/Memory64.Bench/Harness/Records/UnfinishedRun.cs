using System.Text.Json;

namespace Memory64.Bench.Harness.Records;

/// <summary>A run that did not come to its end, as its journal tells it.</summary>
/// <param name="Path">The journal.</param>
/// <param name="Header">Its plan.</param>
/// <param name="Rounds">The rounds that have ended.</param>
/// <param name="WholeBytes">Length of the journal's whole lines; what follows was torn when the run ended.</param>
public sealed record UnfinishedRun(
    string Path,
    JournalHeader Header,
    IReadOnlyList<JournalRound> Rounds,
    long WholeBytes
)
{
    /// <summary>Rounds that the plan has in all.</summary>
    public int PlannedRounds =>
        Header.Rounds * Header.Cases.Count(planned => planned.SkipReason is null);

    /// <summary>Reads a journal.</summary>
    /// <returns><see langword="null"/> where there is none, or one that ended before its first line did.</returns>
    /// <exception cref="MeasurementException">The file is no journal that this program can go on with.</exception>
    public static UnfinishedRun? Read(string path)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        var bytes = ReadShared(path);
        var whole = bytes.AsSpan().LastIndexOf((byte)'\n') + 1;
        JournalHeader? header = null;
        List<JournalRound> rounds = [];
        var number = 0;
        foreach (var range in bytes.AsSpan(0, whole).Split((byte)'\n'))
        {
            var line = bytes.AsSpan(0, whole)[range];
            number++;
            if (line.Length == 0)
            {
                continue;
            }

            if (number == 1)
            {
                header = Parse<JournalHeader>(path, line, number);
            }
            else
            {
                rounds.Add(Parse<JournalRound>(path, line, number));
            }
        }

        return header is null ? null : new(path, header, rounds, whole);
    }

    // A run that is under way holds its journal open for writing.
    private static byte[] ReadShared(string path)
    {
        using var file = new FileStream(
            path,
            FileMode.Open,
            FileAccess.Read,
            FileShare.ReadWrite | FileShare.Delete
        );
        var bytes = new byte[file.Length];
        var read = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return bytes[..read];
    }

    private static T Parse<T>(string path, ReadOnlySpan<byte> line, int number)
    {
        try
        {
            return JournalJson.Read<T>(line);
        }
        catch (JsonException exception)
        {
            throw new MeasurementException(
                $"{path}, line {number}: not what a run of this program leaves; {Repository.Launcher} --restart drops it",
                exception
            );
        }
    }
}
