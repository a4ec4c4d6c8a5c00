using System.Runtime.InteropServices;
using Memory64.Bench.Benchmarks.Access;
using Memory64.Bench.Benchmarks.Allocation;
using Memory64.Bench.Benchmarks.Blocks;
using Memory64.Bench.Benchmarks.Chains;
using Memory64.Bench.Benchmarks.Settings;
using Memory64.Bench.Benchmarks.Shared;
using Memory64.Bench.Benchmarks.Streams;
using Memory64.Bench.Benchmarks.WholePrograms;
using Memory64.Bench.Guests;
using Memory64.Bench.Harness.Cases;
using Memory64.Bench.Harness.Loops;
using Memory64.Bench.Tests.Harness.Cases;
using Memory64.Bench.Tests.Wasmtime;
using Memory64.Code;
using Xunit;

namespace Memory64.Bench.Tests.Harness.Loops;

/// <summary>The loops that cases say they time, on every engine at hand: a wrong declaration shows in what the loop does.</summary>
public sealed class LoopReaderTests
{
    private const int FirstWithInlinedCopies = 46;

    private readonly LoopReader _reader = new();

    // Each kernel once; that an engine takes other settings is only known in a process of its own.
    private static IEnumerable<Case> Kernels =>
        Catalog
            .All.Where(c =>
                c.Description.Loop is not null
                && c.Description.Settings == EngineConfiguration.Default
            )
            .DistinctBy(c => (c.Description.Guest, c.Description.Loop));

    private static IEnumerable<Case> OfGuests =>
        Kernels.Where(c => c.Description.Guest is not null);

    [Theory]
    [MemberData(nameof(EnginesAtHand.Names), MemberType = typeof(EnginesAtHand))]
    public void A_loop_makes_the_accesses_that_its_operations_need(string name) =>
        AssertAll(OfGuests.Where(c => !MovesBlocks(c)), c => AssertAccesses(c, Find(c, name)));

    [Theory]
    [MemberData(nameof(EnginesAtHand.Names), MemberType = typeof(EnginesAtHand))]
    public void A_loop_that_moves_blocks_calls_the_engine_or_stores(string name) =>
        AssertAll(
            OfGuests.Where(MovesBlocks),
            c =>
            {
                var code = Find(c, name).Code;
                Assert.InRange(code.Count(InstructionKind.Call), 0, 1);
                Assert.Equal(
                    code.Count(InstructionKind.Call) == 0,
                    code.Count(InstructionKind.Store) > 0
                );
            }
        );

    [Theory]
    [MemberData(nameof(EnginesAtHand.Names), MemberType = typeof(EnginesAtHand))]
    public void Copies_of_16_and_64_bytes_need_no_call_since_they_are_inlined(string name)
    {
        var calls = EnginesAtHand.MajorOf(name) < FirstWithInlinedCopies ? 1 : 0;
        var copies = OfGuests.Where(c =>
            c.Method == nameof(BulkMemory.CopyConstant)
            && c.Name.Parameters[nameof(BulkMemory.Size)] is "16B" or "64B"
        );
        AssertAll(copies, c => Assert.Equal(calls, Find(c, name).Code.Count(InstructionKind.Call)));
    }

    [Theory]
    [MemberData(nameof(EnginesAtHand.Names), MemberType = typeof(EnginesAtHand))]
    public void A_word_of_memory32_needs_no_check_and_one_of_memory64_does(string name) =>
        AssertAll(
            OfGuests.Where(c =>
                c.Benchmark is nameof(BoundaryAccess) or nameof(Bandwidth) or nameof(Latency)
                && c.Method != nameof(BoundaryAccess.LoopOverhead)
            ),
            c =>
                Assert.Equal(
                    c.Name.Parameters[MemoryControls.Parameter] == nameof(MemoryKind.memory64),
                    Find(c, name).Code.Count(InstructionKind.Check) > 0
                )
        );

    [Theory]
    [MemberData(nameof(EnginesAtHand.Names), MemberType = typeof(EnginesAtHand))]
    public void Without_Spectre_mitigation_no_settings_case_selects(string name)
    {
        AssertAll(
            Settings(Setting.noSpectre),
            c => Assert.DoesNotContain(Find(c, name).Code.Instructions, IsSelect)
        );
        Assert.Contains(
            Settings(Setting.byDefault).SelectMany(c => Find(c, name).Code.Instructions),
            IsSelect
        );

        static IEnumerable<Case> Settings(Setting setting) =>
            Catalog.All.Where(c =>
                c.Benchmark == nameof(EngineSettingsAccess)
                && c.Name.Parameters[nameof(Setting)] == setting.ToString()
            );

        static bool IsSelect(CodeInstruction instruction) =>
            instruction.Text.StartsWith("cmov", StringComparison.Ordinal)
            || instruction.Text.StartsWith("csel", StringComparison.Ordinal);
    }

    [Fact]
    public void A_loop_of_CSharp_makes_the_same_accesses_without_a_check()
    {
        Assert.SkipUnless(
            RuntimeInformation.ProcessArchitecture == Architecture.X64,
            "On arm64 the JIT compiler joins accesses to pairs."
        );
        AssertAll(
            Natives.Where(c => !MovesBlocks(c)),
            c =>
            {
                var found = FindNative(c);
                Assert.Equal(0, found.Code.Count(InstructionKind.Check));
                AssertAccesses(c, found);
            }
        );
    }

    [Fact]
    public void A_loop_of_CSharp_is_compiled_once_with_all_optimisations() =>
        AssertAll(
            Natives,
            c =>
            {
                Assert.True(
                    c.Description.Loop!.Native.Method.MethodImplementationFlags.HasFlag(
                        System.Reflection.MethodImplAttributes.AggressiveOptimization
                    )
                );
                Assert.Same(FindNative(c).Code, FindNative(c).Code);
            }
        );

    [Fact]
    public void A_case_whose_work_is_not_one_loop_has_none() =>
        AssertAll(
            Catalog.All.Where(c => c.Description.Loop is null),
            c =>
                Assert.Null(
                    _reader.Find(c.Description, () => throw new InvalidOperationException(c.Id))
                )
        );

    [Fact]
    public void A_function_that_the_guest_lacks_is_named()
    {
        var description = OfGuests.First().Description;
        var exception = Assert.Throws<CodeException>(() =>
            _reader.Find(
                description with
                {
                    Loop = description.Loop! with { Function = "read3" },
                },
                () => EnginesAtHand.Default
            )
        );
        Assert.Contains("read3", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_function_without_a_loop_is_named()
    {
        var description = OfGuests.First().Description;
        var exception = Assert.Throws<CodeException>(() =>
            _reader.Find(
                description with
                {
                    Loop = description.Loop! with { Function = "store64" },
                },
                () => EnginesAtHand.Default
            )
        );
        Assert.Equal("The code of store64 has no loop.", exception.Message);
    }

    private static IEnumerable<Case> Natives => Kernels.Where(c => c.Description.Guest is null);

    private FoundLoop Find(Case measured, string name) =>
        _reader.Find(measured.Description, () => EnginesAtHand.Load(name))!;

    private FoundLoop FindNative(Case measured) =>
        _reader.Find(measured.Description, () => throw new InvalidOperationException(measured.Id))!;

    private static bool MovesBlocks(Case measured) => measured.Benchmark == nameof(BulkMemory);

    // An update that reads and writes a word at once is a store alone. Of a program's loop an operation is less than an access.
    private static void AssertAccesses(Case measured, FoundLoop found)
    {
        var operations = measured.Benchmark == nameof(Programs) ? 1 : found.Operations;
        var (loads, stores) = measured.Method switch
        {
            nameof(Programs.Run) => measured.Name.Parameters[nameof(Programs.Program)] switch
            {
                nameof(ProgramKind.product) => (9, 0),
                nameof(ProgramKind.blur) => (9, 1),
                _ => (8, 0),
            },
            nameof(BoundaryAccess.LoopOverhead) => (0, 0),
            nameof(Bandwidth.Copy) => (1, 1),
            nameof(Bandwidth.Triad) => (2, 1),
            nameof(Bandwidth.Fill)
            or nameof(BoundaryAccess.Write)
            or nameof(BoundaryAccess.WriteAt)
            or nameof(GuestAllocation.FirstTouch) => (0, 1),
            nameof(Latency.Update) => (Math.Min(1, found.Code.Count(InstructionKind.Load)), 1),
            _ => (1, 0),
        };
        Assert.Equal(
            (loads * operations, stores * operations),
            (found.Code.Count(InstructionKind.Load), found.Code.Count(InstructionKind.Store))
        );
    }

    // All that fail, each with its name.
    private static void AssertAll(IEnumerable<Case> cases, Action<Case> assert)
    {
        var all = cases.ToList();
        Assert.NotEmpty(all);
        var failed = all.Select(c => (c.Id, Failure: Record.Exception(() => assert(c))))
            .Where(c => c.Failure is not null)
            .Select(c => $"{c.Id}: {c.Failure!.Message}")
            .ToList();
        Assert.True(failed.Count == 0, string.Join('\n', failed));
    }
}
