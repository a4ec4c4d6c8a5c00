using ArchUnitNET.Domain;
using Xunit;

namespace Memory64.Bench.Tests.Arrows;

/// <summary>Which folder may know which, as the README's "The house" draws it; and no folder knows itself on a way round.</summary>
public sealed class FolderArrowTests
{
    private const string Program = "Memory64.Bench";

    // What each room of the program may know besides itself.
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        [""] = ["Commands", "Harness"],
        ["Commands"] = ["Harness", "Guests"],
        ["Benchmarks"] = ["Harness", "Guests"],
        ["Harness"] = ["Guests"],
        ["Guests"] = [],
    };

    public static TheoryData<string> Projects =>
        [
            "Memory64.Wasmtime",
            "Memory64.Engines",
            "Memory64.Code",
            "Memory64.Models",
            "Memory64.Results",
            "Memory64.Widening",
            "Memory64.Results.Benchmarks",
            Program,
        ];

    [Theory]
    [MemberData(nameof(Projects))]
    public void No_folder_knows_itself_on_a_way_round(string project) =>
        AssertNone(GraphOf(project).Circle());

    [Fact]
    public void A_room_of_the_program_knows_what_it_may_know()
    {
        var forbidden = FolderGraph
            .Of(Program)
            .Arrows.Where(arrow => !IsAllowed(RoomOf(arrow.Key.From), RoomOf(arrow.Key.To)))
            .Select(arrow => $"{arrow.Key.From} -> {arrow.Key.To}: {arrow.Value}");

        AssertNone(forbidden);
    }

    [Fact]
    public void A_room_of_a_benchmark_knows_what_is_shared_and_no_other_room()
    {
        var forbidden = FolderGraph
            .Of(Program)
            .Arrows.Where(arrow =>
                QuestionOf(arrow.Key.From) is { } from
                && QuestionOf(arrow.Key.To) is { } to
                && from != to
                && to != "Shared"
            )
            .Select(arrow => $"{arrow.Key.From} -> {arrow.Key.To}: {arrow.Value}");

        AssertNone(forbidden);
    }

    [Fact]
    public void A_planted_circle_is_found_and_named()
    {
        var graph = FolderGraph.Of(Program);
        _ = graph.Add($"{Program}.Guests", $"{Program}.Commands", "Guest -> RunCommand");

        var circle = graph.Circle();

        Assert.Contains($"{Program}.Guests -> {Program}.Commands: Guest -> RunCommand", circle);
        Assert.False(IsAllowed("Guests", "Commands"));
    }

    // In Weights/Sources a comment may refer to what lies around it without a using: the folder above, then the one beside.
    [Theory]
    [InlineData("", "<see cref=\"ModelWeights.Token\"/>", "Benchmarks.Weights")]
    [InlineData("", "<see cref=\"Runners.ModelTarget\"/>", "Benchmarks.Weights.Runners")]
    [InlineData("", "<see cref=\"Harness.Cases.Case.Id\"/>", "Harness.Cases")]
    [InlineData("using Memory64.Bench.Harness.Cases;", "<see cref=\"Case\"/>", "Harness.Cases")]
    public void What_a_comment_refers_to_is_an_arrow(string use, string comment, string to)
    {
        const string from = $"{Program}.Benchmarks.Weights.Sources";
        var types = FolderGraph.TypesOf(Program);

        var graph = FolderGraph
            .Of(new HashSet<IType>())
            .AddNames($"{use}\nnamespace {from};\n\n/// {comment}\n", types);

        Assert.Equal((from, $"{Program}.{to}"), Assert.Single(graph.Arrows.Keys));
    }

    // The comments of the binding's raw signatures say who copes with them.
    private static FolderGraph GraphOf(string project) =>
        project == "Memory64.Wasmtime"
            ? FolderGraph.Of(FolderGraph.TypesOf(project))
            : FolderGraph.Of(project);

    // With all of them in the message, which an assertion on collections would cut.
    private static void AssertNone(IEnumerable<string> arrows)
    {
        var found = arrows.ToList();
        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    private static bool IsAllowed(string from, string to) =>
        from == to || Allowed.GetValueOrDefault(from, []).Contains(to);

    // The folder of a question, whatever lies below it; null for what is in none.
    private static string? QuestionOf(string folder) =>
        folder.Split('.') is [_, _, "Benchmarks", var question, ..] ? question : null;

    // The first folder below the project.
    private static string RoomOf(string folder) =>
        folder == Program ? "" : folder[(Program.Length + 1)..].Split('.')[0];
}
