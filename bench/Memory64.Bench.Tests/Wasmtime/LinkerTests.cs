using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Memory64.Bench.Guests;
using Memory64.Wasmtime;
using Xunit;
using static Memory64.Bench.Tests.Wasmtime.ModuleWriter;

namespace Memory64.Bench.Tests.Wasmtime;

/// <summary>Modules that are linked by names, on every engine at hand.</summary>
public sealed unsafe class LinkerTests
{
    private static readonly FunctionType AllNumbers = new(
        [ValueKind.I32, ValueKind.I64, ValueKind.F32, ValueKind.F64],
        [ValueKind.F64, ValueKind.F32, ValueKind.I64, ValueKind.I32]
    );

    [Theory]
    [MemberData(nameof(EnginesAtHand.Names), MemberType = typeof(EnginesAtHand))]
    public void A_missing_import_is_named_with_its_type(string name)
    {
        using var engine = new Engine(EnginesAtHand.Load(name));
        var writer = new ModuleWriter();
        writer.Import("bench", "start", [], []);
        writer.Import("env", "lookup", [I32, F32], [F64]);
        using var module = new Module(engine, writer.ToArray());
        using var store = new Store(engine);
        using var linker = new Linker(engine);
        linker.Define("bench", "start", new([], []), (_, _, _) => { });

        var missing = Assert.Single(linker.Missing(store, module));
        Assert.Equal("env.lookup: function (i32, f32) -> (f64)", missing.ToString());
        var exception = Assert.Throws<WasmtimeException>(() => linker.Instantiate(store, module));
        Assert.Contains("env::lookup", exception.Message, StringComparison.Ordinal);

        linker.Define(
            "env",
            "lookup",
            new([ValueKind.I32, ValueKind.F32], [ValueKind.F64]),
            (_, _, _) => { }
        );
        Assert.Empty(linker.Missing(store, module));
        linker.Instantiate(store, module);
    }

    [Theory]
    [MemberData(nameof(EnginesAtHand.Names), MemberType = typeof(EnginesAtHand))]
    public void An_import_of_another_type_is_refused(string name)
    {
        using var engine = new Engine(EnginesAtHand.Load(name));
        var writer = new ModuleWriter();
        writer.Import("env", "f", [I32], []);
        using var module = new Module(engine, writer.ToArray());
        using var store = new Store(engine);
        using var linker = new Linker(engine);
        linker.Define("env", "f", new([ValueKind.I64], []), (_, _, _) => { });
        var exception = Assert.Throws<WasmtimeException>(() => linker.Instantiate(store, module));
        Assert.Contains("incompatible import type", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(EnginesAtHand.Names), MemberType = typeof(EnginesAtHand))]
    public void Host_functions_take_and_return_all_numbers(string name)
    {
        using var engine = new Engine(EnginesAtHand.Load(name));
        byte[] parameters = [I32, I64, F32, F64];
        byte[] results = [F64, F32, I64, I32];
        var writer = new ModuleWriter();
        writer.Forward(
            "swap",
            writer.Import("env", "swap", parameters, results),
            parameters,
            results
        );
        using var module = new Module(engine, writer.ToArray());
        using var store = new Store(engine);
        using var linker = new Linker(engine);
        linker.Define(
            "env",
            "swap",
            AllNumbers,
            (_, arguments, returned) =>
            {
                for (var i = 0; i < arguments.Length; i++)
                {
                    Assert.Equal(returned[i].Kind, arguments[^(i + 1)].Kind);
                    returned[i] = arguments[^(i + 1)];
                }
            }
        );
        var swap = linker.Instantiate(store, module).GetValueFunction("swap");
        Value[] given =
        [
            Value.FromInt32(int.MinValue),
            Value.FromInt64(long.MinValue + 1),
            Value.FromSingle(-1.5f),
            Value.FromDouble(double.Epsilon),
        ];
        Assert.Equal(given.Reverse(), swap.Call(given));
    }

    [Theory]
    [MemberData(nameof(EnginesAtHand.Names), MemberType = typeof(EnginesAtHand))]
    public void What_a_host_function_throws_ends_the_guest_with_that_message(string name)
    {
        using var engine = new Engine(EnginesAtHand.Load(name));
        var writer = new ModuleWriter();
        writer.Forward("run", writer.Import("env", "f", [], [I32]), [], [I32]);
        using var module = new Module(engine, writer.ToArray());
        using var store = new Store(engine);
        using var linker = new Linker(engine);
        HostBody body = (_, _, _) => throw new InvalidOperationException("no such block: Größe 0");
        linker.Define("env", "f", new([], [ValueKind.I32]), (c, a, r) => body(c, a, r));
        var run = linker.Instantiate(store, module).GetValueFunction("run");

        string Failure() => Assert.ThrowsAny<WasmtimeException>(() => run.Call()).Message;
        Assert.Contains("no such block: Größe 0", Failure(), StringComparison.Ordinal);
        body = (_, _, results) => results[0] = Value.FromInt64(1);
        Assert.Contains(
            "returned an i64 as result 1, not an i32",
            Failure(),
            StringComparison.Ordinal
        );
        body = (caller, _, _) => caller.Memory(0, 1).Clear();
        Assert.Contains("the guest exports no memory", Failure(), StringComparison.Ordinal);
        body = (_, _, results) => results[0] = Value.FromInt32(7);
        Assert.Equal([Value.FromInt32(7)], run.Call());
    }

    [Theory]
    [MemberData(nameof(EnginesAtHand.Names), MemberType = typeof(EnginesAtHand))]
    public void A_host_function_reaches_the_callers_memory_and_not_beyond(string name)
    {
        using var engine = new Engine(EnginesAtHand.Load(name));
        foreach (var is64 in (bool[])[false, true])
        {
            var writer = new ModuleWriter();
            var import = writer.Import("env", "f", [I64, I32], []);
            writer.Memory(is64, pages: 2, maximum: 3);
            writer.Forward("run", import, [I64, I32], []);
            using var module = new Module(engine, writer.ToArray());
            using var store = new Store(engine);
            using var linker = new Linker(engine);
            var seen = 0UL;
            linker.Define(
                "env",
                "f",
                new([ValueKind.I64, ValueKind.I32], []),
                (caller, arguments, _) =>
                {
                    seen = caller.MemoryBytes;
                    caller.Memory((ulong)arguments[0].ToInt64(), arguments[1].ToInt32()).Fill(0xA5);
                }
            );
            var instance = linker.Instantiate(store, module);
            var run = instance.GetValueFunction("run");
            var memory = instance.GetMemory("memory");
            void Run(long address, int bytes) =>
                run.Call(Value.FromInt64(address), Value.FromInt32(bytes));

            var end = (long)memory.ByteLength;
            Run(end - 2, 2);
            Assert.Equal((ulong)end, seen);
            Assert.Equal(0xA5A5, memory.Read<ushort>((ulong)end - 2));
            Assert.Equal(0, memory.Read<byte>((ulong)end - 3));
            foreach (var (address, bytes) in ((long, int)[])[(end - 1, 2), (-1, 2), (0, -1)])
            {
                Assert.ThrowsAny<WasmtimeException>(() => Run(address, bytes));
            }

            memory.Grow(1);
            Run(end, 1);
            Assert.Equal(0xA5, memory.Read<byte>((ulong)end));
        }
    }

    [Theory]
    [MemberData(nameof(EnginesAtHand.Names), MemberType = typeof(EnginesAtHand))]
    public void Callbacks_are_called_in_order(string name)
    {
        using var engine = new Engine(EnginesAtHand.Load(name));
        var writer = new ModuleWriter();
        var start = writer.Import("bench", "start", [], []);
        var end = writer.Import("bench", "end", [], []);
        writer.Function(
            "run",
            [],
            [],
            [.. Call(start), .. Call(end), .. Call(end), .. Call(start)]
        );
        using var module = new Module(engine, writer.ToArray());
        using var store = new Store(engine);
        using var linker = new Linker(engine);
        var log = (ulong*)NativeMemory.AllocZeroed(1, sizeof(ulong));
        try
        {
            linker.DefineCallback("bench", "start", &Start, log);
            linker.DefineCallback("bench", "end", &Finish, log);
            var run = linker.Instantiate(store, module).GetValueFunction("run");
            run.Call();
            Assert.Equal(0x1221UL, *log);
            run.Call();
            Assert.Equal(0x1221_1221UL, *log);
        }
        finally
        {
            NativeMemory.Free(log);
        }
    }

    [Theory]
    [MemberData(nameof(EnginesAtHand.Names), MemberType = typeof(EnginesAtHand))]
    public void A_name_is_defined_again_only_where_that_is_allowed(string name)
    {
        using var engine = new Engine(EnginesAtHand.Load(name));
        var writer = new ModuleWriter();
        writer.Forward("run", writer.Import("env", "f", [], [I32]), [], [I32]);
        using var module = new Module(engine, writer.ToArray());
        using var store = new Store(engine);
        using var linker = new Linker(engine);
        void Define(int answer) =>
            linker.Define(
                "env",
                "f",
                new([], [ValueKind.I32]),
                (_, _, results) => results[0] = Value.FromInt32(answer)
            );
        Value[] Answer() => linker.Instantiate(store, module).GetValueFunction("run").Call();

        Define(1);
        Assert.Contains(
            "defined twice",
            Assert.Throws<WasmtimeException>(() => Define(2)).Message,
            StringComparison.Ordinal
        );
        Assert.Equal([Value.FromInt32(1)], Answer());
        linker.AllowShadowing = true;
        Define(3);
        Assert.Equal([Value.FromInt32(3)], Answer());
        linker.AllowShadowing = false;
        Assert.Throws<WasmtimeException>(() => Define(4));
        Assert.Throws<WasmtimeException>(() => linker.DefineCallback("env", "f", &Start, null));
    }

    [Theory]
    [MemberData(nameof(EnginesAtHand.Names), MemberType = typeof(EnginesAtHand))]
    public void What_the_start_function_does_wrong_is_told(string name)
    {
        using var engine = new Engine(EnginesAtHand.Load(name));
        using var linker = new Linker(engine).DefineWasi();
        using var store = new Store(engine);
        store.SetWasi(new());

        var trapping = new ModuleWriter();
        trapping.Start(trapping.Function("start", [], [], Unreachable));
        using var trap = new Module(engine, trapping.ToArray());
        Assert.Equal(
            TrapCode.UnreachableCodeReached,
            Assert.Throws<TrapException>(() => linker.Instantiate(store, trap)).Code
        );

        var leaving = new ModuleWriter();
        var exit = leaving.Import(WasiGuest.ModuleName, "proc_exit", [I32], []);
        leaving.Memory(is64: false, pages: 1, maximum: 1);
        leaving.Start(leaving.Function("start", [], [], [.. I32Const(9), .. Call(exit)]));
        using var left = new Module(engine, leaving.ToArray());
        Assert.Equal(9, Assert.Throws<ExitException>(() => linker.Instantiate(store, left)).Status);
    }

    [Fact]
    public void A_host_memory_is_imported_by_name()
    {
        using var engine = new Engine(EnginesAtHand.Default);
        using var module = new Module(engine, Guest.Named("imported-m64").Wasm.Span);
        using var store = new Store(engine);
        using var linker = new Linker(engine);
        var import = Assert.Single(linker.Missing(store, module));
        Assert.Equal("memory of 64 bits", import.Type.ToString());
        var memory = new Memory(store, import.Type.Memory!.Value);
        linker.Define(store, import.Module, import.Name, memory);
        Assert.Empty(linker.Missing(store, module));
        var instance = linker.Instantiate(store, module);
        memory.Write(8, 0x55UL);
        Assert.Equal(0x55UL, instance.GetFunction("load64").Call(8));
    }

    [Fact]
    public void A_function_lives_as_long_as_what_can_call_it_and_no_longer()
    {
        using var engine = new Engine(EnginesAtHand.Default);
        var writer = new ModuleWriter();
        writer.Forward("run", writer.Import("env", "f", [], []), [], []);
        using var module = new Module(engine, writer.ToArray());
        using var store = new Store(engine);
        ValueFunction run;
        WeakReference body;
        using (var linker = new Linker(engine))
        {
            body = DefineIn(linker);
            run = linker.Instantiate(store, module).GetValueFunction("run");
        }

        Collect();
        Assert.True(body.IsAlive);
        run.Call();
        store.Dispose();
        Collect();
        Assert.False(body.IsAlive);
    }

    [Fact]
    public void Of_a_refused_name_nothing_stays()
    {
        using var engine = new Engine(EnginesAtHand.Default);
        using var linker = new Linker(engine);
        linker.Define("env", "f", new([], []), (_, _, _) => { });
        var body = DefineTwice(linker);
        Collect();
        Assert.False(body.IsAlive);
    }

    [Fact]
    public void A_function_of_others_than_numbers_and_a_linker_that_is_gone_are_refused()
    {
        using var engine = new Engine(EnginesAtHand.Default);
        using var linker = new Linker(engine);
        foreach (var kind in (ValueKind[])[ValueKind.V128, ValueKind.Reference])
        {
            Assert.Throws<ArgumentException>(() =>
                linker.Define("env", "f", new([kind], []), (_, _, _) => { })
            );
        }

        linker.Dispose();
        linker.Dispose();
        Assert.Throws<ObjectDisposedException>(() =>
            linker.Define("env", "f", new([], []), (_, _, _) => { })
        );
        Assert.Throws<ObjectDisposedException>(() => linker.DefineWasi());
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void* Start(void* log, void* caller, void* values, nuint count)
    {
        *(ulong*)log = (*(ulong*)log << 4) | 1;
        return null;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void* Finish(void* log, void* caller, void* values, nuint count)
    {
        *(ulong*)log = (*(ulong*)log << 4) | 2;
        return null;
    }

    // Methods of their own, so that no local of the test keeps the body alive.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference DefineIn(Linker linker)
    {
        var captured = new object();
        linker.Define("env", "f", new([], []), (_, _, _) => _ = captured.GetHashCode());
        return new(captured);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference DefineTwice(Linker linker)
    {
        var captured = new object();
        Assert.Throws<WasmtimeException>(() =>
            linker.Define("env", "f", new([], []), (_, _, _) => _ = captured.GetHashCode())
        );
        return new(captured);
    }

    private static void Collect()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
    }
}
