using Memory64.Results.RunFiles.Records;

namespace Memory64.Results.RunFiles;

/// <summary>Joins a later run with an earlier one of the same engine and machine; see <see cref="RunFile.Merge"/>.</summary>
internal static class RunFileMerge
{
    private const string Remedy = "use another --results folder or remove the file";

    private const string OtherName = "give this one a name of its own (--engine NAME=PATH)";

    public static RunFile Merge(
        RunFile older,
        RunFile newer,
        string olderPath,
        IReadOnlySet<string> cutShort
    )
    {
        if (Difference(older, newer) is { } difference)
        {
            throw new RunFileException(olderPath, difference);
        }

        var measuredBefore = older
            .Cases.Where(c => c.Status == CaseStatus.Measured)
            .ToDictionary(c => c.Id, StringComparer.Ordinal);
        var replacing = newer
            .Cases.Where(c =>
                !measuredBefore.TryGetValue(c.Id, out var before)
                || Replaces(c, before, cutShort.Contains(c.Id))
            )
            .ToList();
        var replaced = replacing.Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        var kept = older.Cases.Where(c => !replaced.Contains(c.Id)).ToList();
        RefuseStaleGuests(kept, newer.Cases, olderPath);
        return newer with
        {
            Cases =
            [
                .. kept.Select(c => Keep(c, older, newer))
                    .Concat(replacing)
                    .Order(CaseSequence.Instance),
            ],
        };
    }

    private static bool Replaces(RunCase newer, RunCase measured, bool isCutShort) =>
        newer.Status switch
        {
            CaseStatus.Skipped => false,
            CaseStatus.Measured when isCutShort => newer.Rounds.Count >= measured.Rounds.Count
                || newer.Guest != measured.Guest
                || newer.Input != measured.Input,
            _ => true,
        };

    private static RunCase Keep(RunCase kept, RunFile older, RunFile newer)
    {
        var start = older.StartOf(kept);
        return kept with { Earlier = start.Started == newer.Started ? null : start };
    }

    private static string? Difference(RunFile older, RunFile newer)
    {
        if (older.Machine.Id != newer.Machine.Id)
        {
            return $"is of machine {older.Machine.Id}, the new run of {newer.Machine.Id}; {Remedy}";
        }

        if (older.Machine.ProcessorDifference(newer.Machine) is { } processor)
        {
            return $"is of another processor ({processor}); {Remedy}";
        }

        if (older.Engine.Version != newer.Engine.Version)
        {
            return $"is of engine {older.Engine.Version}, the new run of {newer.Engine.Version}; {OtherName}, {Remedy}";
        }

        return older.Engine.Sha256 != newer.Engine.Sha256
            ? $"is of another build of {older.Engine.Version}: sha256 {older.Engine.ShortSha256}, the new run's is {newer.Engine.ShortSha256}; {OtherName}, {Remedy}"
            : null;
    }

    private static void RefuseStaleGuests(
        IEnumerable<RunCase> kept,
        IEnumerable<RunCase> measured,
        string olderPath
    )
    {
        var hashes = measured
            .Select(c => c.Guest)
            .OfType<RunGuest>()
            .DistinctBy(g => g.Name, StringComparer.Ordinal)
            .ToDictionary(g => g.Name, g => g.Sha256, StringComparer.Ordinal);
        var stale = kept.FirstOrDefault(c =>
            c.Guest is { } guest
            && hashes.TryGetValue(guest.Name, out var hash)
            && hash != guest.Sha256
        );
        if (stale is not null)
        {
            throw new RunFileException(
                olderPath,
                $"{stale.Id} was measured with another build of guest {stale.Guest!.Name}, and the new run does not measure it again; {Remedy}"
            );
        }
    }
}
