using Memory64.Bench.Guests;
using Memory64.Wasmtime;
using Xunit;

namespace Memory64.Bench.Tests.Wasmtime;

/// <summary>What a measured call costs the garbage collector: nothing, or as good as nothing.</summary>
public sealed class AllocationTests
{
    private const int Count = 1_000;

    [Fact]
    public void A_call_allocates_nothing()
    {
        using var engine = new Engine(EnginesAtHand.Default);
        using var module = new Module(engine, Guest.Named("instantiation-m64-8GiB").Wasm.Span);
        using var guest = new GuestInstance(engine, module);
        var load = guest.Probe.Load64;
        var memory = guest.Memory;
        var allocated = Allocated(() =>
        {
            memory.Write(64, load.Call(64) + 1);
            _ = memory.Read<ulong>(64);
        });
        Assert.Equal(0, allocated);
        Assert.Equal(2UL * Count, load.Call(64));
    }

    [Fact]
    public void A_call_back_to_the_host_allocates_nothing()
    {
        using var engine = new Engine(EnginesAtHand.Default);
        using var module = new Module(engine, Guest.Named("bridge-m32").Wasm.Span);
        var calls = 0;
        using var guest = new GuestInstance(
            engine,
            module,
            (_, _, bytes) =>
            {
                calls++;
                return bytes;
            }
        );
        var bridge = guest.Function("bridge8");
        var allocated = Allocated(() => bridge.Call(0, 0, 0));
        Assert.Equal(0, allocated);
        Assert.Equal(2 * Count, calls);
    }

    [Fact]
    public void An_instantiation_allocates_no_more_than_200_bytes()
    {
        using var engine = new Engine(EnginesAtHand.Default);
        using var module = new Module(engine, Guest.Named("instantiation-m64-8GiB").Wasm.Span);
        var allocated = Allocated(() =>
        {
            using var store = new Store(engine);
            _ = new Instance(store, module);
        });
        Assert.InRange(allocated / Count, 1, 200);
    }

    private static long Allocated(Action action)
    {
        Repeat(action);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Repeat(action);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static void Repeat(Action action)
    {
        for (var i = 0; i < Count; i++)
        {
            action();
        }
    }
}
