using System.Security.Cryptography;
using Memory64.Bench.Benchmarks.Shared;
using Memory64.Bench.Guests;
using Memory64.Bench.Guests.Proofs;
using Memory64.Bench.Tests.Wasmtime;
using Memory64.Wasmtime;
using Memory64.Widening.Rewriting;
using Xunit;

namespace Memory64.Bench.Tests.Widening;

/// <summary>A widened module computes what it did, and traps where it did.</summary>
public sealed class WidenerTests
{
    private const uint PageBytes = MemoryType.PageBytes;
    private const ulong Value = 0x0123_4567_89AB_CDEF;

    // Below, at and beyond the end of a page, and where signs and sums turn over.
    private static readonly ulong[] Addresses =
    [
        0,
        8,
        PageBytes - 16,
        PageBytes - 8,
        PageBytes - 1,
        PageBytes,
        int.MaxValue,
        1UL << 31,
        uint.MaxValue - 7,
        uint.MaxValue,
    ];

    private static readonly byte[] Patterns =
    [
        .. Enumerable
            .Range(0, (int)PageBytes / sizeof(ulong))
            .SelectMany(word => BitConverter.GetBytes(Pattern.At((ulong)word * sizeof(ulong)))),
    ];

    public static MatrixTheoryData<string, uint> Offsets { get; } =
        new(
            EnginesAtHand.Names.Select(row => row.Data),
            [0, 8, PageBytes - 8, PageBytes, int.MaxValue, uint.MaxValue]
        );

    public static MatrixTheoryData<string, string> Guests32 { get; } =
        new(
            EnginesAtHand.Names.Select(row => row.Data),
            ["access-m32", "stream-m32", "bulk-m32", "latency-m32"]
        );

    [Theory]
    [MemberData(nameof(Offsets))]
    public void Each_access_answers_or_traps_as_before(string name, uint offset)
    {
        var module = new WasmModule();
        List<string> functions = [];
        foreach (var (function, code) in MemoryInstructions.All(offset))
        {
            functions.Add(function);
            _ = module.With(function, code);
        }

        AssertSame(name, module, functions, Addresses, [Value]);
    }

    [Theory]
    [MemberData(nameof(EnginesAtHand.Names), MemberType = typeof(EnginesAtHand))]
    public void Each_block_is_filled_copied_and_initialized_as_before(string name)
    {
        var module = new WasmModule
        {
            Segments = 1,
            Rest = WasmModule.Section(11, [1, 1, .. WasmModule.Counted("passive"u8)]),
        };
        foreach (var (function, code) in MemoryInstructions.Blocks)
        {
            _ = module.With(function, code);
        }

        AssertSame(
            name,
            module,
            [.. MemoryInstructions.Blocks.Select(block => block.Name)],
            [.. Addresses, 16],
            [0, 3, 6, 7, PageBytes, uint.MaxValue]
        );
    }

    [Theory]
    [InlineData(0U, new byte[] { 0x00, 1 })]
    [InlineData(3U, new byte[] { 0x01, 1, 4 })]
    [InlineData(65_535U, new byte[] { 0x00, 1 })]
    [InlineData(65_536U, new byte[] { 0x00, 1 })]
    [InlineData(uint.MaxValue, new byte[] { 0x00, 1 })]
    [InlineData(uint.MaxValue, new byte[] { 0x00, 0 })]
    [InlineData(4U, new byte[] { 0x01, 1, 4 })]
    public void It_grows_as_far_as_before(uint pages, byte[] limits)
    {
        var module = new WasmModule { Limits = limits }
            .With("grow", 0x20, 0, 0xA7, 0x40, 0, 0xAD)
            .With("size", 0x3F, 0, 0xAD);

        foreach (var wasm in (byte[][])[module.Bytes(), Widener.Widen(module.Bytes())])
        {
            using var engine = new Engine(EnginesAtHand.Default);
            using var compiled = new Module(engine, wasm);
            using var store = new Store(engine);
            var instance = new Instance(store, compiled);
            var before = instance.GetMemory("memory").Pages;
            var most = limits[0] == 1 ? limits[2] : 65_536UL;
            var fits = before + pages <= most;

            Assert.Equal(
                fits ? before : uint.MaxValue,
                instance.GetFunction("grow").Call(pages, 0)
            );
            Assert.Equal(fits ? before + pages : before, instance.GetFunction("size").Call(0, 0));
        }
    }

    [Fact]
    public void What_waits_for_threads_stays_valid()
    {
        var module = new WasmModule();
        foreach (var (function, code) in MemoryInstructions.Waits)
        {
            _ = module.With(function, code);
        }

        using var engine = new Engine(EnginesAtHand.Default);

        new Module(engine, Widener.Widen(module.Bytes())).Dispose();
    }

    [Fact]
    public void What_is_not_reached_stays_valid()
    {
        var module = new WasmModule().With(
            "f",
            [0x02, 0x40, 0x00, 0x36, 2, 0, 0x40, 0, 0x1A, 0xFC, 10, 0, 0, 0x0B, 0x42, 7]
        );
        using var engine = new Engine(EnginesAtHand.Default);
        using var compiled = new Module(engine, Widener.Widen(module.Bytes()));
        using var store = new Store(engine);

        var function = new Instance(store, compiled).GetFunction("f");

        _ = Assert.Throws<TrapException>(() => function.Call(0, 0));
    }

    [Fact]
    public void Data_lies_where_it_did()
    {
        byte[] high = [0x41, 0xF8, 0xFF, 0x03, 0x0B];
        var module = new WasmModule
        {
            Segments = 1,
            Rest = WasmModule.Section(11, [1, 0, .. high, .. WasmModule.Counted("8 bytes."u8)]),
        }.With("load", 0x20, 0, 0xA7, 0x29, 3, 0);
        using var engine = new Engine(EnginesAtHand.Default);
        using var compiled = new Module(engine, Widener.Widen(module.Bytes()));
        using var store = new Store(engine);

        Assert.Equal(
            BitConverter.ToUInt64("8 bytes."u8),
            new Instance(store, compiled).GetFunction("load").Call(PageBytes - 8, 0)
        );
    }

    [Theory]
    [MemberData(nameof(Guests32))]
    public void A_guest_still_passes_its_assertion(string name, string guest)
    {
        using var engine = new Engine(EnginesAtHand.Load(name));
        using var module = new Module(engine, Widener.Widen(Guest.Named(guest).Wasm.Span));
        using var instance = new GuestInstance(engine, module);

        MemoryAssertion.Check(instance, KernelMemory.TypeOf(MemoryKind.memory32));
    }

    [Theory]
    [InlineData("access")]
    [InlineData("stream")]
    [InlineData("bulk")]
    [InlineData("latency")]
    [InlineData("allocation")]
    [InlineData("bridge")]
    [InlineData("model")]
    [InlineData("model-bridge")]
    public void A_guest_of_the_suite_becomes_valid(string source)
    {
        using var engine = new Engine(EnginesAtHand.Default);

        new Module(engine, Widener.Widen(Guest.Named($"{source}-m32").Wasm.Span)).Dispose();
    }

    [Fact]
    public void What_has_no_access_stays_byte_for_byte()
    {
        byte[] name = WasmModule.Section(0, [.. WasmModule.Counted("name"u8), 1, 2, 3]);
        byte[] hints = WasmModule.Section(0, WasmModule.Counted("metadata.code.branch_hint"u8));
        var narrow = new WasmModule { Rest = name }
            .With("f", 0x42, 7)
            .Bytes();
        var hinted = new WasmModule { Rest = [.. hints, .. name] }
            .With("f", 0x42, 7)
            .Bytes();

        var wide = Widener.Widen(narrow);

        Assert.Equal(1, narrow.Zip(wide).Count(pair => pair.First != pair.Second));
        Assert.Equal(narrow.Length, wide.Length);
        Assert.Equal(wide, Widener.Widen(hinted));
    }

    private static void AssertSame(
        string engineName,
        WasmModule module,
        IReadOnlyList<string> functions,
        IReadOnlyList<ulong> addresses,
        IReadOnlyList<ulong> values
    )
    {
        using var engine = new Engine(EnginesAtHand.Load(engineName));
        using var narrow = new Module(engine, module.Bytes());
        using var wide = new Module(engine, Widener.Widen(module.Bytes()));
        foreach (var function in functions)
        {
            foreach (var address in addresses)
            {
                foreach (var value in values)
                {
                    Assert.Equal(
                        Outcome(engine, narrow, function, address, value),
                        Outcome(engine, wide, function, address, value)
                    );
                }
            }
        }
    }

    private static string Outcome(
        Engine engine,
        Module module,
        string function,
        ulong address,
        ulong value
    )
    {
        using var store = new Store(engine);
        var instance = new Instance(store, module);
        var memory = instance.GetMemory("memory");
        Patterns.CopyTo(Page(memory));

        string result;
        try
        {
            result = $"{instance.GetFunction(function).Call(address, value):x}";
        }
        catch (TrapException trap)
        {
            // What is both misaligned and out of bounds is either for this one: a memory64 is asked in the other order.
            result =
                function == MemoryInstructions.Notify
                && trap.Code is TrapCode.HeapMisaligned or TrapCode.MemoryOutOfBounds
                    ? "trap"
                    : $"{trap.Code}";
        }

        var hash = Convert.ToHexString(SHA256.HashData(Page(memory)));
        return $"{function} {address:x} {value:x}: {result}, {hash}";
    }

    private static unsafe Span<byte> Page(Memory memory) => new(memory.Data, (int)PageBytes);
}
