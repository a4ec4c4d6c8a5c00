using Memory64.Results.Pages;

namespace Memory64.Bench.Tests.Results.Pages;

/// <summary>Pages among those that are made of a machine.</summary>
internal static class TestPages
{
    /// <summary>The text of the page that sets engines side by side.</summary>
    internal static string SideBySide(IEnumerable<GeneratedPage> pages) =>
        pages
            .Single(page =>
                page.Path.EndsWith(Path.Combine("engines", "README.md"), StringComparison.Ordinal)
            )
            .Text;
}
