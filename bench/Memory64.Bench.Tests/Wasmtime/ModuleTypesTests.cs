using Memory64.Wasmtime;
using Xunit;
using static Memory64.Bench.Tests.Wasmtime.ModuleWriter;

namespace Memory64.Bench.Tests.Wasmtime;

/// <summary>What modules import and export, and functions over numbers, on every engine at hand.</summary>
public sealed class ModuleTypesTests
{
    // (ref null $t) of the function type with index 0.
    private static readonly byte[] TypedReference = [0x63, 0];

    [Theory]
    [MemberData(nameof(EnginesAtHand.Names), MemberType = typeof(EnginesAtHand))]
    public void Imports_and_exports_have_names_and_types(string name)
    {
        using var engine = new Engine(EnginesAtHand.Load(name));
        foreach (var is64 in (bool[])[false, true])
        {
            var writer = new ModuleWriter();
            writer.Import("wasi_snapshot_preview1", "fd_write", [I32, I32, I32, I32], [I32]);
            writer.Import("env", "größe", [], []);
            writer.Memory(is64, pages: 2, maximum: 300);
            writer.Global("answer");
            writer.Function("run", [I64, F32], [F64, I32], Unreachable);
            writer.Function("others", [V128, FuncRef, ExternRef], [], Unreachable);
            using var module = new Module(engine, writer.ToArray());

            Assert.Equal(
                [
                    "wasi_snapshot_preview1.fd_write: function (i32, i32, i32, i32) -> (i32)",
                    "env.größe: function () -> ()",
                ],
                module.Imports.Select(import => import.ToString())
            );
            Assert.Equal(
                [
                    $"memory: memory of {(is64 ? 64 : 32)} bits",
                    "answer: global",
                    "run: function (i64, f32) -> (f64, i32)",
                    "others: function (v128, ref, ref) -> ()",
                ],
                module.Exports.Select(export => export.ToString())
            );
            Assert.Equal(new MemoryType(2, 300, is64), module.Exports[0].Type.Memory);
            Assert.Null(module.Exports[0].Type.Function);
            Assert.Null(module.Exports[2].Type.Memory);
        }
    }

    [Theory]
    [MemberData(nameof(EnginesAtHand.Names), MemberType = typeof(EnginesAtHand))]
    public void A_module_may_import_and_export_nothing(string name)
    {
        using var engine = new Engine(EnginesAtHand.Load(name));
        using var module = new Module(engine, new ModuleWriter().ToArray());
        Assert.Empty(module.Imports);
        Assert.Empty(module.Exports);
    }

    [Theory]
    [MemberData(nameof(EnginesAtHand.Names), MemberType = typeof(EnginesAtHand))]
    public void A_typed_reference_is_told_where_the_engine_takes_it(string name)
    {
        using var engine = new Engine(EnginesAtHand.Load(name));
        var writer = new ModuleWriter();
        writer.Function("first", [], [], Unreachable);
        writer.FunctionOfOne("typed", TypedReference);
        var wasm = writer.ToArray();
        if (EnginesAtHand.MajorOf(name) < 45)
        {
            Assert.Throws<WasmtimeException>(() => new Module(engine, wasm));
            return;
        }

        using var module = new Module(engine, wasm);
        Assert.Equal("typed: function (ref) -> ()", module.Exports[1].ToString());
        using var store = new Store(engine);
        var instance = new Instance(store, module);
        Assert.Throws<WasmtimeException>(() => instance.GetFunction("typed"));
        Assert.Throws<WasmtimeException>(() => instance.GetValueFunction("typed"));
    }

    [Theory]
    [MemberData(nameof(EnginesAtHand.Names), MemberType = typeof(EnginesAtHand))]
    public void Values_of_all_four_types_come_back_as_they_were_given(string name)
    {
        using var engine = new Engine(EnginesAtHand.Load(name));
        var writer = new ModuleWriter();
        writer.Function("swap", [I32, I64, F32, F64], [F64, F32, I64, I32], Reversed(4));
        using var module = new Module(engine, writer.ToArray());
        using var store = new Store(engine);
        var swap = new Instance(store, module).GetValueFunction("swap");
        Assert.Equal("(i32, i64, f32, f64) -> (f64, f32, i64, i32)", swap.Type.ToString());

        foreach (
            var (a, b, c, d) in ((int, long, float, double)[])
                [
                    (0, 0, 0, 0),
                    (-1, -1, -1, -1),
                    (int.MinValue, long.MinValue, float.Epsilon, double.MaxValue),
                    (int.MaxValue, long.MaxValue, float.NegativeInfinity, double.NaN),
                    (1, 1L << 32, -0f, -0d),
                ]
        )
        {
            var results = swap.Call(
                Value.FromInt32(a),
                Value.FromInt64(b),
                Value.FromSingle(c),
                Value.FromDouble(d)
            );
            Assert.Equal(
                BitConverter.DoubleToInt64Bits(d),
                BitConverter.DoubleToInt64Bits(results[0].ToDouble())
            );
            Assert.Equal(
                BitConverter.SingleToInt32Bits(c),
                BitConverter.SingleToInt32Bits(results[1].ToSingle())
            );
            Assert.Equal(b, results[2].ToInt64());
            Assert.Equal(a, results[3].ToInt32());
        }
    }

    [Theory]
    [MemberData(nameof(EnginesAtHand.Names), MemberType = typeof(EnginesAtHand))]
    public void A_function_of_many_parameters_and_results_is_called(string name)
    {
        const int Count = 200;
        using var engine = new Engine(EnginesAtHand.Load(name));
        var writer = new ModuleWriter();
        byte[] kinds = [.. Enumerable.Repeat(I64, Count)];
        writer.Function("reverse", kinds, kinds, Reversed(Count));
        using var module = new Module(engine, writer.ToArray());
        using var store = new Store(engine);
        var reverse = new Instance(store, module).GetValueFunction("reverse");
        Value[] given = [.. Enumerable.Range(0, Count).Select(i => Value.FromInt64(i - 7))];
        Assert.Equal(given.Reverse(), reverse.Call(given));
    }

    [Theory]
    [MemberData(nameof(EnginesAtHand.Names), MemberType = typeof(EnginesAtHand))]
    public void A_trap_is_told_with_its_code(string name)
    {
        using var engine = new Engine(EnginesAtHand.Load(name));
        var writer = new ModuleWriter();
        writer.Function("trap", [], [F32], Unreachable);
        using var module = new Module(engine, writer.ToArray());
        using var store = new Store(engine);
        var trap = new Instance(store, module).GetValueFunction("trap");
        var exception = Assert.Throws<TrapException>(() => trap.Call());
        Assert.Equal(TrapCode.UnreachableCodeReached, exception.Code);
    }

    [Fact]
    public void Arguments_that_do_not_fit_are_refused()
    {
        using var engine = new Engine(EnginesAtHand.Default);
        var writer = new ModuleWriter();
        writer.Function("f", [I32, F64], [I32], Unreachable);
        using var module = new Module(engine, writer.ToArray());
        using var store = new Store(engine);
        var function = new Instance(store, module).GetValueFunction("f");
        void AssertRefused(string words, Value[] arguments, int results) =>
            Assert.StartsWith(
                words,
                Assert
                    .Throws<ArgumentException>(() => function.Call(arguments, new Value[results]))
                    .Message,
                StringComparison.Ordinal
            );

        AssertRefused("f takes 2 arguments, not 0", [], 1);
        AssertRefused("f returns 1 results, not 2", [default, Value.FromDouble(0)], 2);
        AssertRefused(
            "f takes an f64 as argument 2, not an f32",
            [default, Value.FromSingle(0)],
            1
        );
    }

    [Fact]
    public void A_value_is_of_one_type_only()
    {
        Assert.Equal("-5", Value.FromInt32(-5).ToString());
        Assert.Equal("-5", Value.FromInt64(-5).ToString());
        Assert.Equal("0.1", Value.FromSingle(0.1f).ToString());
        Assert.Equal("1E+300", Value.FromDouble(1e300).ToString());
        Assert.NotEqual(Value.FromInt32(1), Value.FromInt64(1));
        Assert.Equal(
            "the value is an i32, no f64",
            Assert.Throws<InvalidOperationException>(() => Value.FromInt32(1).ToDouble()).Message
        );
    }

    private static byte[] Reversed(int count) =>
        [
            .. Enumerable
                .Range(0, count)
                .Reverse()
                .SelectMany(i =>
                    i < 0x80 ? (byte[])[LocalGetCode, (byte)i] : [LocalGetCode, (byte)(i | 0x80), 1]
                ),
        ];
}
