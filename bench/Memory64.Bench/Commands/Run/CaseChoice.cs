using BenchmarkDotNet.Configs;
using Memory64.Bench.Commands.Exits;
using Memory64.Bench.Harness.Cases;
using Profile = Memory64.Bench.Harness.Cases.Profile;

namespace Memory64.Bench.Commands.Run;

/// <summary>Which cases a run measures: those of a profile, or what filters choose from all.</summary>
/// <param name="options">What the user asked for.</param>
/// <param name="userConfig">What the user told BenchmarkDotNet, whose filters count too.</param>
internal sealed class CaseChoice(RunOptions options, IConfig userConfig)
{
    /// <summary>Whether a filter chooses.</summary>
    public bool IsFiltered => options.Filters.Count > 0 || userConfig.GetFilters().Any();

    /// <summary>The cases. A filter chooses from everything, unless a profile is named beside it.</summary>
    /// <exception cref="UsageException">There are none.</exception>
    public IReadOnlyList<Case> Cases()
    {
        var catalog = new CaseCatalog(options.Inputs);
        var largest = options.Profile ?? (IsFiltered ? Profile.Full : Profile.Standard);
        List<Case> cases =
        [
            .. catalog
                .All.Where(measured => measured.Description.Profile <= largest)
                .Where(measured => UserConfig.Wants(userConfig, options.Filters, measured)),
        ];
        return cases.Count > 0
            ? cases
            : throw new UsageException(
                $"{FilterText()}: matches no case of profile {largest.ToString().ToLowerInvariant()}{HintIn(catalog)}; --list shows them"
            );
    }

    private string HintIn(CaseCatalog catalog) =>
        options
            .Filters.Select(filter => CaseSearch.Hint(filter, catalog.All))
            .FirstOrDefault(hint => hint.Length > 0)
        ?? "";

    private string FilterText() =>
        options.Filters.Count > 0
            ? $"--filter {string.Join(' ', options.Filters)}"
            : $"-- {string.Join(' ', options.BenchmarkDotNet)}";
}
