using Memory64.Bench.Harness;
using Memory64.Results.RunFiles;
using Xunit;

namespace Memory64.Bench.Tests.Harness.Cases;

/// <summary>
/// What was published under an id stays comparable only while the id stays. The list beside this file grows by the ids of a
/// new benchmark, which <c>./run-bench.sh --profile full --list flat</c> writes.
/// </summary>
public sealed class CaseIdTests
{
    private static readonly string[] Recorded = File.ReadAllLines(
        Path.Combine(
            Repository.Root,
            "bench",
            "Memory64.Bench.Tests",
            "Harness",
            "Cases",
            "case-ids.txt"
        )
    );

    [Fact]
    public void Are_the_recorded_ones_in_their_order() =>
        Assert.Equal(Recorded, Catalog.All.Select(measured => measured.Id));

    [Fact]
    public void Of_every_published_run_are_still_known_with_their_guest_and_settings()
    {
        var known = Catalog.All.ToDictionary(measured => measured.Id);
        var published = new RunFolder(Repository.ResultsPath).LoadAll();

        Assert.NotEmpty(published);
        Assert.All(
            published.SelectMany(stored => stored.Run.Cases),
            recorded =>
            {
                var description = known[recorded.Id].Description;
                Assert.Equal(recorded.Guest?.Sha256, description.Guest?.Sha256);
                Assert.Equal(recorded.Settings, description.Settings.Describe());
                Assert.Equal(
                    (recorded.Unit, recorded.Operations, recorded.Bytes),
                    (description.Unit, description.Operations, description.Bytes)
                );
                Assert.Equal(
                    recorded.Controls,
                    known[recorded.Id].Controls.ToDictionary(c => c.Key, c => c.Value)
                );
            }
        );
    }
}
