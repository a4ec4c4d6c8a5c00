using System.Globalization;
using Memory64.Bench.Guests;
using Memory64.Results.Comparisons;
using Memory64.Results.Tables;

namespace Memory64.Bench.Commands.Explain;

/// <summary>Counts the instructions of loops: memories beside each other, or engines.</summary>
internal static class LoopTables
{
    /// <summary>
    /// Of one engine a table with a column a memory, else for each memory a table with a column an engine, and how each engine's code
    /// differs from that of the one before it.
    /// </summary>
    /// <param name="loops">At least one.</param>
    /// <param name="operation">What an operation is called.</param>
    public static IEnumerable<Table> Of(IReadOnlyList<ExplainedLoop> loops, string operation)
    {
        var engines = loops.Select(loop => loop.Engine).Distinct(StringComparer.Ordinal).ToList();
        return engines is [var only]
            ? [Of(only, loops, loop => loop.Memory, [])]
            : loops
                .GroupBy(loop => loop.Memory, StringComparer.Ordinal)
                .Select(memory =>
                    memory.Key == nameof(MemoryKind.native)
                        ? Of("C#", [memory.First()], loop => loop.Found.Function, [])
                        : Of(
                            memory.Key,
                            [.. memory],
                            loop => loop.Engine,
                            Differences([.. memory], operation)
                        )
                );
    }

    private static Table Of(
        string title,
        IReadOnlyList<ExplainedLoop> loops,
        Func<ExplainedLoop, string> header,
        IReadOnlyList<string> notes
    )
    {
        var kinds = loops[0].Found.Kinds.Keys;
        return new(
            title,
            Caption(loops[0].Found.Operations),
            [
                new("Instructions", ColumnAlignment.Left),
                .. loops.Select(loop => new TableColumn(header(loop), ColumnAlignment.Right)),
            ],
            [
                .. kinds.Select(kind => Row(kind, loop => Share(loop, loop.Found.Kinds[kind]))),
                Row("all", loop => Share(loop, loop.Found.Code.Instructions.Count)),
                Row("bytes", loop => Share(loop, loop.Found.Code.Bytes)),
                Row("hash", loop => new(loop.Found.Code.Hash)),
            ],
            notes
        );

        TableRow Row(string name, Func<ExplainedLoop, TableCell> cell) =>
            new(name, [new(name), .. loops.Select(cell)]);
    }

    private static IReadOnlyList<string> Differences(
        IReadOnlyList<ExplainedLoop> engines,
        string operation
    ) =>
        [
            .. from pair in engines.Zip(engines.Skip(1))
            let difference = CodeDifference.Of(
                pair.First.Found.ToRecord(),
                pair.Second.Found.ToRecord()
            )
            where difference is not null
            select $"{pair.Second.Engine} against {pair.First.Engine}: {difference.Text(operation)}.",
        ];

    private static string Caption(int operations) =>
        operations == 1
            ? "For one operation, which is one iteration of the loop."
            : $"For one operation; in brackets in the loop, whose iteration makes {operations}.";

    private static TableCell Share(ExplainedLoop loop, int count)
    {
        var operations = loop.Found.Operations;
        var share = (double)count / operations;
        var text = share.ToString("0.###", CultureInfo.InvariantCulture);
        return new(operations == 1 ? text : $"{text} ({count})", share);
    }
}
