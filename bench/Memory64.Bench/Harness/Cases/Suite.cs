using Memory64.Bench.Harness.Rooms;
using Memory64.Results.Book;

namespace Memory64.Bench.Harness.Cases;

/// <summary>What this suite's benchmarks say of themselves.</summary>
public static class Suite
{
    /// <summary>The pages of all benchmark classes, each written in its room.</summary>
    public static SuiteBook Book { get; } = Write(Found.Each<IEngineNotes>().Single());

    private static SuiteBook Write(IEngineNotes engines) =>
        new(
            Found
                .Each<IPageWriter>()
                .Select(writer => writer.Write())
                .OrderBy(page => RankOf(page.Benchmark))
                .ThenBy(page => page.Benchmark, StringComparer.Ordinal)
        )
        {
            EngineNotes = engines.Notes,
            VersionsQuestion = engines.VersionsQuestion,
            MakersQuestion = engines.MakersQuestion,
        };

    private static int RankOf(string benchmark)
    {
        List<string> order = [.. Found.Each<IPageOrder>().SelectMany(each => each.Benchmarks)];
        var rank = order.IndexOf(benchmark);
        return rank < 0 ? order.Count : rank;
    }
}
