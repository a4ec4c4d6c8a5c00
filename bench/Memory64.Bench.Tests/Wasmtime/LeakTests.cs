using Memory64.Bench.Guests;
using Memory64.Bench.Harness.Machines.Memories;
using Memory64.Wasmtime;
using Xunit;

namespace Memory64.Bench.Tests.Wasmtime;

/// <summary>What is disposed is gone: resident memory and mappings stay where they were.</summary>
[Collection(AloneCollection.Name)]
public sealed class LeakTests
{
    private const int Batches = 5;
    private const long ToleratedBytes = 1 << 20;
    private const int ToleratedMappings = 8;

    [Fact]
    public void Instances_leave_nothing()
    {
        using var engine = new Engine(EnginesAtHand.Default);
        using var module = new Module(engine, Guest.Named("instantiation-m64-8GiB").Wasm.Span);
        AssertNothingStays(
            100_000,
            () =>
            {
                using var store = new Store(engine);
                _ = new Instance(store, module);
            }
        );
    }

    [Fact]
    public void Memories_created_by_the_host_leave_nothing()
    {
        using var engine = new Engine(EnginesAtHand.Default);
        var type = new MemoryType(ByteSize.GiB(8).Pages, ByteSize.GiB(16).Pages, Is64: true);
        AssertNothingStays(
            50_000,
            () =>
            {
                using var store = new Store(engine);
                _ = new Memory(store, type);
            }
        );
    }

    [Fact]
    public void Traps_leave_nothing()
    {
        using var engine = new Engine(EnginesAtHand.Default);
        using var module = new Module(engine, Guest.Named("instantiation-m64-8GiB").Wasm.Span);
        using var store = new Store(engine);
        var load = new Instance(store, module).GetFunction("load8");
        AssertNothingStays(
            50_000,
            () => Assert.Throws<TrapException>(() => load.Call(ulong.MaxValue))
        );
    }

    [Fact]
    public void Errors_leave_nothing()
    {
        using var engine = new Engine(EnginesAtHand.Default);
        using var module = new Module(engine, Guest.Named("instantiation-m64-8GiB").Wasm.Span);
        using var store = new Store(engine);
        var memory = new Instance(store, module).GetMemory("memory");
        AssertNothingStays(
            100_000,
            () => Assert.Throws<WasmtimeException>(() => memory.Grow(ulong.MaxValue))
        );
    }

    [Fact]
    public void Functions_of_the_host_leave_nothing()
    {
        using var engine = new Engine(EnginesAtHand.Default);
        AssertNothingStays(
            100_000,
            () =>
            {
                using var store = new Store(engine);
                _ = new HostFunction(store, (_, _, bytes) => bytes);
            }
        );
    }

    [Fact]
    public void What_functions_of_the_host_throw_leaves_nothing()
    {
        using var engine = new Engine(EnginesAtHand.Default);
        using var module = new Module(engine, Guest.Named("bridge-m32").Wasm.Span);
        using var guest = new GuestInstance(
            engine,
            module,
            (_, _, _) => throw new InvalidOperationException("no block")
        );
        var bridge = guest.Function("bridge8");
        AssertNothingStays(
            20_000,
            () => Assert.Throws<WasmtimeException>(() => bridge.Call(0, 0, 0))
        );
    }

    [Fact]
    public void Modules_leave_nothing()
    {
        using var engine = new Engine(EnginesAtHand.Default);
        var wasm = Guest.Named("instantiation-m64-8GiB").Wasm;
        AssertNothingStays(
            500,
            () =>
            {
                using var module = new Module(engine, wasm.Span);
                using var loaded = Module.Deserialize(engine, module.Serialize());
            }
        );
    }

    [Fact]
    public void Engines_leave_nothing() =>
        AssertNothingStays(
            50_000,
            () =>
            {
                using var engine = new Engine(EnginesAtHand.Default);
            }
        );

    // A leak adds to every batch; the collector's heap and threads of the runtime add to one or another.
    private static void AssertNothingStays(int count, Action action)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux lists mappings in a file.");
        Repeat(count / 10, action);
        var measured = new List<(long Resident, int Mappings)> { Measure() };
        for (var batch = 0; batch < Batches; batch++)
        {
            Repeat(count / Batches, action);
            measured.Add(Measure());
        }

        var grown = measured.Zip(
            measured.Skip(1),
            (before, after) =>
                (
                    Resident: after.Resident - before.Resident,
                    Mappings: after.Mappings - before.Mappings
                )
        );
        Assert.InRange(grown.Min(batch => batch.Resident), long.MinValue, ToleratedBytes);
        Assert.InRange(grown.Min(batch => batch.Mappings), int.MinValue, ToleratedMappings);
    }

    private static void Repeat(int count, Action action)
    {
        for (var i = 0; i < count; i++)
        {
            action();
        }
    }

    private static (long Resident, int Mappings) Measure()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        return (ProcessMemory.ResidentBytes(), File.ReadLines("/proc/self/maps").Count());
    }
}
