using Memory64.Bench.Harness;
using Memory64.Bench.Harness.Cases;
using Memory64.Results.RunFiles;
using Xunit;

namespace Memory64.Bench.Tests.Harness.Cases;

/// <summary>
/// What was published under an id stays comparable only while the id stays. The list of a room beside its tests grows by the ids of
/// what is new, which <c>./run-bench.sh --profile full --list flat</c> writes.
/// </summary>
public sealed class CaseIdTests
{
    private const string ListName = "case-ids.txt";

    private static readonly string Rooms = Path.Combine(
        Repository.Root,
        "bench",
        "Memory64.Bench.Tests",
        "Benchmarks"
    );

    public static TheoryData<string> Recorded =>
        [
            .. Directory
                .EnumerateFiles(Rooms, ListName, SearchOption.AllDirectories)
                .Select(path => Path.GetRelativePath(Rooms, Path.GetDirectoryName(path)!)),
        ];

    [Fact]
    public void Are_recorded_by_every_room() =>
        Assert.Equal(
            Catalog.All.Select(RoomOf).Distinct().Order(StringComparer.Ordinal),
            Recorded.Select(row => row.Data).Order(StringComparer.Ordinal)
        );

    [Theory]
    [MemberData(nameof(Recorded))]
    public void Are_the_recorded_ones_in_their_order(string room) =>
        Assert.Equal(
            File.ReadAllLines(Path.Combine(Rooms, room, ListName)),
            Catalog.All.Where(measured => RoomOf(measured) == room).Select(measured => measured.Id)
        );

    [Fact]
    public void Of_every_published_run_are_still_known_with_their_guest_and_settings()
    {
        var known = Catalog.All.ToDictionary(measured => measured.Id);
        var published = new RunFolder(Repository.ResultsPath).LoadAll();

        Assert.NotEmpty(published);
        Assert.All(
            published
                .SelectMany(stored => stored.Run.Cases.Select(c => (stored.Run.Engine, Case: c)))
                .Where(row => row.Case.Input is null),
            row =>
            {
                var recorded = row.Case;
                var description = known[recorded.Id].Description;
                Assert.Equal(recorded.Guest?.Sha256, description.Guest?.Sha256);

                // V8 knows none of Wasmtime's settings; whatever a run of it says of them changes nothing.
                if (row.Engine.Runtime is null)
                {
                    Assert.Equal(recorded.Settings, description.Settings.Describe());
                }

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

    [Fact]
    public void Of_what_users_give_are_of_methods_that_there_are()
    {
        var known = Catalog.WithInputs.Select(c => (c.Benchmark, c.Method)).ToHashSet();

        Assert.All(
            new RunFolder(Repository.ResultsPath)
                .LoadAll()
                .SelectMany(stored => stored.Run.Cases)
                .Where(c => c.Input is not null),
            recorded => Assert.Contains((recorded.Benchmark, recorded.Method), known)
        );
    }

    // The folder that the class lies in.
    private static string RoomOf(Case measured) =>
        measured.Descriptor.Type.Namespace!.Split('.')[^1];
}
