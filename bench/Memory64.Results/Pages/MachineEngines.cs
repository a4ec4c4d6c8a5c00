using Memory64.Results.Book;
using Memory64.Results.RunFiles;

namespace Memory64.Results.Pages;

/// <summary>The engines of a machine, those that were measured twice (A/A) apart.</summary>
/// <param name="Firsts">Each engine once, newest version first; at least one.</param>
/// <param name="Repeats">What was measured again, each with the engine it repeats; in the same order.</param>
internal sealed record MachineEngines(
    IReadOnlyList<MeasuredEngine> Firsts,
    IReadOnlyList<RepeatedEngine> Repeats
)
{
    /// <summary>The newest version: the one whose tables are on the machine's page.</summary>
    public MeasuredEngine Newest => Firsts[0];

    /// <summary>Those of the maker that the newest is of: versions in one line.</summary>
    public IEnumerable<MeasuredEngine> OfNewestMaker =>
        Firsts.Where(e => (e.Run.Engine.Runtime is null) == (Newest.Run.Engine.Runtime is null));

    /// <summary>Everything that has a run file, newest version first.</summary>
    public IEnumerable<MeasuredEngine> All =>
        Firsts.SelectMany(first => RepeatsOf(first).Select(r => r.Engine).Prepend(first));

    public static MachineEngines Of(IReadOnlyList<StoredRun> runs, SuiteBook book)
    {
        List<MeasuredEngine> newestFirst =
        [
            .. runs.Select(run => MeasuredEngine.Of(run, book))
                // A build of no known version is not newer than all others.
                .OrderByDescending(e => char.IsAsciiDigit(e.Run.Engine.Version[0]))
                .ThenByDescending(e => e.Run.Engine.Version, NaturalComparer.Instance)
                .ThenBy(e => e.Id, NaturalComparer.Instance),
        ];
        List<RepeatedEngine> repeats =
        [
            .. from engine in newestFirst
            let first = newestFirst.FirstOrDefault(engine.Repeats)
            where first is not null
            select RepeatedEngine.Of(first, engine),
        ];
        return new([.. newestFirst.Except(repeats.Select(r => r.Engine))], repeats);
    }

    /// <summary>What repeats an engine.</summary>
    public IEnumerable<RepeatedEngine> RepeatsOf(MeasuredEngine first) =>
        Repeats.Where(r => r.First == first);
}
