using System.Collections.Frozen;
using System.Text.Json.Serialization;
using Memory64.Results.RunFiles.Json;
using Memory64.Results.RunFiles.Records;

namespace Memory64.Results.RunFiles;

/// <summary>All rounds of one engine on one machine: the contents of <c>results/&lt;machine&gt;/&lt;engine&gt;.json</c>.</summary>
public sealed record RunFile
{
    /// <summary>The schema this program writes.</summary>
    public const int CurrentSchema = 3;

    /// <summary>The oldest schema it reads: it has no metrics, and one machine for all runs of a file.</summary>
    public const int OldestSchema = 1;

    /// <summary>The schema of the file that was read; <see cref="Save"/> writes <see cref="CurrentSchema"/> whatever it is.</summary>
    [JsonRequired]
    public int Schema { get; init; } = CurrentSchema;

    /// <summary>The machine that measured.</summary>
    public required RunMachine Machine { get; init; }

    /// <summary>The engine that was measured.</summary>
    public required RunEngine Engine { get; init; }

    /// <summary>What measured it.</summary>
    public required RunSuite Suite { get; init; }

    /// <summary>When the latest run that this file holds was started; stored in UTC.</summary>
    [JsonConverter(typeof(UtcTimeConverter))]
    public required DateTimeOffset Started { get; init; }

    /// <summary>The profile of the latest run that this file holds: smoke, standard or full.</summary>
    public required string Profile { get; init; }

    /// <summary>The cases, each id once. <see cref="Save"/> puts them into <see cref="CaseSequence"/>.</summary>
    public required IReadOnlyList<RunCase> Cases { get; init; }

    /// <summary>
    /// Whether duels of it are of the method before schema 3: both sides created once, and exchanges of a millisecond. Where a side came
    /// to lie then decided by up to 13 % (see <c>docs/method.md</c>), in all rounds alike, which no interval shows.
    /// </summary>
    [JsonIgnore]
    public bool IsOfEarlierMethod =>
        Cases.Any(c => c.Duels.Any(duel => duel.Rounds.Any(round => round.Ratio is null)));

    /// <summary>The run that measured a case of this file, with its machine.</summary>
    /// <param name="runCase">The case.</param>
    public RunStart StartOf(RunCase runCase)
    {
        ArgumentNullException.ThrowIfNull(runCase);
        return runCase.Earlier is { } earlier
            ? earlier with
            {
                Machine = earlier.Machine ?? Machine,
            }
            : new()
            {
                Started = Started,
                Profile = Profile,
                Suite = Suite,
                Machine = Machine,
            };
    }

    /// <summary>Reads a run file, strictly: whatever its schema does not know is an error.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="RunFileException">The file can't be read, or does not hold what its schema says.</exception>
    public static RunFile Load(string path) => RunFileReader.Read(path);

    /// <summary>
    /// Writes the file: UTF-8 without BOM, 2 spaces, <c>\n</c>, keys in the order of the schema, cases in
    /// <see cref="CaseSequence"/>; to a temporary name beside it, then renamed. The folder is created.
    /// </summary>
    /// <param name="path">The file; one that is there is replaced.</param>
    /// <exception cref="RunFileException">What would be written could not be loaded again, or writing failed.</exception>
    public void Save(string path)
    {
        if (RunFileRules.Problems(this).FirstOrDefault() is { } problem)
        {
            throw new RunFileException(path, problem.Text, property: problem.Property);
        }

        try
        {
            AtomicFile.Write(
                path,
                RunFileJson.Serialize(
                    this with
                    {
                        Schema = CurrentSchema,
                        Cases = [.. Cases.Order(CaseSequence.Instance)],
                    }
                )
            );
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RunFileException(path, $"cannot be written: {e.Message}", inner: e);
        }
    }

    /// <summary>The file's text, as <see cref="Save"/> writes it, for a reader other than <see cref="Load"/>; it isn't checked.</summary>
    public string ToJson() => RunFileJson.Serialize(this);

    /// <summary>
    /// Joins two runs of one engine on one machine. A case of <paramref name="newer"/> replaces the older record of the
    /// same id, cases that <paramref name="newer"/> lacks are kept. A measured record stays where the newer run skipped the
    /// case, or was cut short and has fewer rounds of the same guest. All else (machine, suite, start, profile) is taken
    /// from <paramref name="newer"/>; a case that is kept says of which run it is, on what machine, with which runtime.
    /// </summary>
    /// <param name="older">What the file holds.</param>
    /// <param name="newer">What was measured now.</param>
    /// <param name="olderPath">The file of <paramref name="older"/>, to name it in an error.</param>
    /// <param name="cutShort">Ids of the newer cases that had no time for all their rounds; none by default.</param>
    /// <exception cref="RunFileException">
    /// The two are of different machines, engine versions or engine builds, or a case that would be kept was measured
    /// with another build of a guest that <paramref name="newer"/> used.
    /// </exception>
    public static RunFile Merge(
        RunFile older,
        RunFile newer,
        string? olderPath = null,
        IReadOnlySet<string>? cutShort = null
    )
    {
        ArgumentNullException.ThrowIfNull(older);
        ArgumentNullException.ThrowIfNull(newer);
        return RunFileMerge.Merge(
            older,
            newer,
            olderPath ?? "the older run file",
            cutShort ?? FrozenSet<string>.Empty
        );
    }
}
