using Memory64.Bench.Tests.Wasmtime;
using Memory64.Wasmtime;
using Memory64.Widening.Counting;
using Memory64.Widening.Rewriting;
using Xunit;

namespace Memory64.Bench.Tests.Widening;

/// <summary>Loops are found and counted on a real engine.</summary>
public sealed class LoopCounterTests
{
    // for (i = first; i > 0; i--) { for (j = second; j > 0; j--) {} } with i in local 0 and j in local 1, kept in memory at 0.
    internal static readonly byte[] Nested =
    [
        .. (byte[])[0x41, 0, 0x20, 1, 0x37, 3, 0],
        .. (byte[])[0x03, 0x40],
        .. (byte[])[0x41, 0, 0x29, 3, 0, 0x21, 1],
        .. (byte[])[0x03, 0x40],
        .. (byte[])[0x20, 1, 0x42, 1, 0x7D, 0x22, 1, 0x50, 0x45, 0x0D, 0],
        .. (byte[])[0x0B],
        .. (byte[])[0x20, 0, 0x42, 1, 0x7D, 0x22, 0, 0x50, 0x45, 0x0D, 0],
        .. (byte[])[0x0B],
        .. (byte[])[0x20, 0],
    ];

    private static readonly byte[] Module = new WasmModule()
        .With("other", 0x20, 0)
        .With("f", Nested)
        .Bytes();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Each_iteration_of_each_loop_is_counted(bool isWidened)
    {
        var module = LoopCounter.Instrument(isWidened ? Widener.Widen(Module) : Module);
        using var engine = new Engine(EnginesAtHand.Default);
        using var compiled = new Module(engine, module);
        using var store = new Store(engine);
        using var linker = new Linker(engine);
        var instance = linker.Instantiate(store, compiled);

        var result = instance.GetValueFunction("f").Call(Value.FromInt64(3), Value.FromInt64(5));

        Assert.Equal(0, Assert.Single(result).ToInt64());
        Assert.Equal([3, 15], Enumerable.Range(0, 2).Select(Count));

        long Count(int loop) =>
            Assert.Single(instance.GetValueFunction(LoopCounter.ExportOf(loop)).Call()).ToInt64();
    }

    [Fact]
    public void Loops_have_their_function_and_their_places()
    {
        var loops = LoopCounter.LoopsOf(Module);

        Assert.Equal([1, 1], loops.Select(loop => loop.Function));
        Assert.All(
            loops,
            loop => Assert.Equal([0x03, 0x0B], [Module[loop.Start], Module[loop.End - 1]])
        );
        Assert.True(loops[0].Contains(loops[1]));
        Assert.False(loops[1].Contains(loops[0]));
    }

    [Fact]
    public void A_widened_module_has_the_same_loops() =>
        Assert.Equal(
            LoopCounter.LoopsOf(Module).Select(loop => loop.Function),
            LoopCounter.LoopsOf(Widener.Widen(Module)).Select(loop => loop.Function)
        );

    [Fact]
    public void A_module_without_loops_stays_valid()
    {
        var module = LoopCounter.Instrument(new WasmModule().With("f", 0x20, 0).Bytes());
        using var engine = new Engine(EnginesAtHand.Default);

        Assert.Null(Memory64.Wasmtime.Module.ProblemOf(engine, module));
    }
}
