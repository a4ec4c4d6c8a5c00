using System.Text.Json;
using Memory64.Bench.Benchmarks.WholePrograms;
using Memory64.Bench.Benchmarks.WholePrograms.Answers;
using Memory64.Bench.Guests;
using Memory64.Bench.Guests.Proofs;
using Memory64.Bench.Guests.V8;
using Memory64.Bench.Tests.Harness.Running;
using Memory64.Bench.Tests.Wasmtime;
using Xunit;

namespace Memory64.Bench.Tests.Benchmarks.WholePrograms;

/// <summary>Every program computes what the host expects, in each kind of memory, on every engine, and takes the memory that C has.</summary>
public sealed class ProgramTargetTests
{
    private static readonly ProgramKind[] Programs = Enum.GetValues<ProgramKind>();

    public static MatrixTheoryData<ProgramKind, ProgramMemory> InGuests { get; } =
        new(Programs, [ProgramMemory.memory64, ProgramMemory.widened, ProgramMemory.memory32]);

    public static MatrixTheoryData<string, ProgramMemory> Engines { get; } =
        new(
            EnginesAtHand.Names.Select(row => row.Data),
            [ProgramMemory.memory64, ProgramMemory.widened, ProgramMemory.memory32]
        );

    public static TheoryData<ProgramKind> InNative { get; } =
    [
        ProgramKind.sort,
        ProgramKind.lookup,
        ProgramKind.product,
        ProgramKind.blur,
        ProgramKind.search,
    ];

    public static TheoryData<ProgramKind> All { get; } = [.. Programs];

    [Theory]
    [MemberData(nameof(InGuests))]
    public void A_program_goes_on_where_it_was_and_begins_again_at_its_end(
        ProgramKind program,
        ProgramMemory memory
    ) => GoesOn(program, memory, () => EnginesAtHand.DefaultEngine);

    [Theory]
    [MemberData(nameof(InNative))]
    public void So_does_its_control(ProgramKind program) =>
        GoesOn(program, ProgramMemory.native, () => throw new InvalidOperationException());

    [Theory]
    [MemberData(nameof(Engines))]
    public void Every_engine_computes_the_same(string engine, ProgramMemory memory)
    {
        foreach (var program in Programs)
        {
            using var target = new ProgramTarget(
                program,
                memory,
                DataSet.cached,
                () => EnginesAtHand.Engine(engine)
            );
            target.Run(100, times: 1);
            target.CheckRun();
        }
    }

    [Theory]
    [InlineData(ProgramMemory.memory64)]
    [InlineData(ProgramMemory.widened)]
    [InlineData(ProgramMemory.memory32)]
    public void So_does_V8(ProgramMemory memory)
    {
        using var engine = new V8Engine(RealEngines.V8.Build.LibraryPath);
        foreach (var program in Programs)
        {
            GoesOn(program, memory, () => engine);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Pointers_are_as_wide_as_the_memory_and_narrow_ones_stay_narrow(ProgramKind program)
    {
        ulong Used(ProgramMemory memory)
        {
            using var target = new ProgramTarget(
                program,
                memory,
                DataSet.cached,
                () => EnginesAtHand.DefaultEngine
            );
            return target.UsedBytes;
        }

        Assert.Equal(Used(ProgramMemory.memory32), Used(ProgramMemory.widened));
        Assert.True(Used(ProgramMemory.memory64) >= Used(ProgramMemory.memory32));
        Assert.InRange(Used(ProgramMemory.memory64), 8UL << 10, 48UL << 10);
    }

    [Fact]
    public void A_program_that_computes_something_else_is_found()
    {
        using var target = new ProgramTarget(
            ProgramKind.tree,
            ProgramMemory.memory64,
            DataSet.cached,
            () => EnginesAtHand.DefaultEngine
        );
        target.Run(3, times: 1);
        target.CheckRun();

        // An operation that is counted, but wasn't made.
        target.Run(1, times: 2);
        var exception = Assert.Throws<AssertionException>(target.CheckRun);

        Assert.StartsWith(
            "sum of what 5 operations of tree have computed: ",
            exception.Message,
            StringComparison.Ordinal
        );
    }

    // An arena of the guest has room for so many of each document.
    [Fact]
    public void Documents_have_at_most_64_values() =>
        Assert.InRange(
            Enumerable.Range(0, 20_000).Max(i => ValuesOf(ParseAnswers.Document((ulong)i))),
            50,
            64
        );

    private static int ValuesOf(string document)
    {
        using var parsed = JsonDocument.Parse(document);
        return Count(parsed.RootElement);

        static int Count(JsonElement value) =>
            1
            + value.ValueKind switch
            {
                JsonValueKind.Array => value.EnumerateArray().Sum(Count),
                JsonValueKind.Object => value.EnumerateObject().Sum(member => Count(member.Value)),
                _ => 0,
            };
    }

    private static void GoesOn(ProgramKind program, ProgramMemory memory, Func<IGuestEngine> engine)
    {
        using var target = new ProgramTarget(program, memory, DataSet.cached, engine);
        target.CheckRun();
        foreach (var count in (ulong[])[1, 2, 0, 16, 5_000])
        {
            target.Run(count, times: 1);
            target.CheckRun();
        }
    }
}
