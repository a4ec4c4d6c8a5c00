using Memory64.Bench.Guests;
using Memory64.Bench.Harness.Loops;

namespace Memory64.Bench.Commands.Explain;

/// <summary>Code that is listed once, whoever has it.</summary>
/// <param name="Name">Of which memory and which engines.</param>
/// <param name="Found">The code.</param>
internal sealed record ListedCode(string Name, FoundLoop Found)
{
    /// <summary>What is to be listed, and what beside what: of one engine its memories, of one memory its engines; C# alone.</summary>
    /// <param name="loops">At least one.</param>
    public static IEnumerable<IReadOnlyList<ListedCode>> Of(IReadOnlyList<ExplainedLoop> loops)
    {
        var compiled = loops.Where(loop => !IsNative(loop)).ToList();
        IEnumerable<IReadOnlyList<ListedCode>> listed =
            compiled.DistinctBy(loop => loop.Engine).Count() == 1
                ?
                [
                    [
                        .. compiled.Select(loop => new ListedCode(
                            $"{loop.Memory}, {loop.Engine}",
                            loop.Found
                        )),
                    ],
                ]
                : compiled
                    .GroupBy(loop => loop.Memory, StringComparer.Ordinal)
                    .Select(memory => OfEngines(memory));
        return listed.Concat(
            loops
                .Where(IsNative)
                .Take(1)
                .Select(loop => (IReadOnlyList<ListedCode>)[new ListedCode("C#", loop.Found)])
        );
    }

    private static bool IsNative(ExplainedLoop loop) => loop.Memory == nameof(MemoryKind.native);

    private static IReadOnlyList<ListedCode> OfEngines(IGrouping<string, ExplainedLoop> memory) =>
        [
            .. from loop in memory
            group loop by loop.Found.Code.Hash into same
            let engines = string.Join(", ", same.Select(loop => loop.Engine))
            select new ListedCode(
                $"{memory.Key}, {(same.Count() > 1 ? "same code in " : "")}{engines}",
                same.First().Found
            ),
        ];
}
