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
    public void Linkers_and_their_functions_leave_nothing()
    {
        using var engine = new Engine(EnginesAtHand.Default);
        var writer = new ModuleWriter();
        var import = writer.Import("env", "f", [ModuleWriter.I32], []);
        writer.Forward("run", import, [ModuleWriter.I32], []);
        using var module = new Module(engine, writer.ToArray());
        var type = new FunctionType([ValueKind.I32], []);
        AssertNothingStays(
            50_000,
            () =>
            {
                using var store = new Store(engine);
                using var linker = new Linker(engine);
                linker.Define("env", "f", type, (_, _, _) => { });
                Assert.Throws<WasmtimeException>(() =>
                    linker.Define("env", "f", type, (_, _, _) => { })
                );
                linker.Instantiate(store, module).GetValueFunction("run").Call(Value.FromInt32(1));
                Assert.Empty(linker.Missing(store, module));
            }
        );
    }

    [Fact]
    public void Types_of_modules_leave_nothing()
    {
        using var engine = new Engine(EnginesAtHand.Default);
        var wasm = Guest.Named("instantiation-m64-8GiB").Wasm;
        var image = Array.Empty<byte>();
        using (var module = new Module(engine, wasm.Span))
        {
            image = module.Serialize();
        }

        AssertNothingStays(
            5_000,
            () =>
            {
                using var module = Module.Deserialize(engine, image);
                Assert.NotEmpty(module.Exports);
                Assert.Empty(module.Imports);
            }
        );
    }

    [Fact]
    public void Guests_of_WASI_leave_nothing()
    {
        using var folder = new TemporaryFolder();
        using var engine = new Engine(EnginesAtHand.Default);
        var configuration = new WasiConfiguration
        {
            Arguments = ["program", "argument"],
            Environment = [new("NAME", "value")],
            Input = new byte[10_000],
            OutputFile = folder.At("out"),
            Directories = [new(folder.Root, ".", ReadOnly: true)],
        };
        var refused = configuration with { ErrorFile = folder.At("missing", "err") };
        AssertNothingStays(
            2_000,
            () =>
            {
                using var linker = new Linker(engine).DefineWasi();
                using var guest = new WasiGuest(engine, linker, configuration, is64: true);
                Assert.Throws<ExitException>(() => guest.Exit(3));
                using var store = new Store(engine);
                Assert.Throws<WasmtimeException>(() => store.SetWasi(refused));
            }
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
