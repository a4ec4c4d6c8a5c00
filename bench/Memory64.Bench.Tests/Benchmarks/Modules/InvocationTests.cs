using Memory64.Bench.Benchmarks.Modules;
using Memory64.Bench.Harness;
using Memory64.Wasmtime;
using Xunit;

namespace Memory64.Bench.Tests.Benchmarks.Modules;

public sealed class InvocationTests
{
    private static readonly FunctionType AllFour = new(
        [ValueKind.I32, ValueKind.I64, ValueKind.F32, ValueKind.F64],
        []
    );

    [Theory]
    [InlineData("sum", "sum()")]
    [InlineData(" sum ( ) ", "sum()")]
    [InlineData("sum(1,0x10,-2.5)", "sum(1, 0x10, -2.5)")]
    [InlineData("a-b.c()", "a-b.c()")]
    public void It_is_read_as_it_is_written(string text, string expected) =>
        Assert.Equal(expected, Invocation.Parse(text).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("(1)")]
    [InlineData("sum(1")]
    [InlineData("sum(1)(2)")]
    [InlineData("sum(1) more")]
    public void What_is_no_call_is_refused(string text) =>
        Assert.StartsWith(
            $"--invoke {text}: is no call",
            Assert.Throws<MeasurementException>(() => Invocation.Parse(text)).Message,
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("f(-1, -1, 0.5, -2)", "-1, -1, 0.5, -2")]
    [InlineData("f(0xFFFFFFFF, 0xFFFFFFFFFFFFFFFF, 1, 1e3)", "-1, -1, 1, 1000")]
    [InlineData(
        "f(-2147483648, 9223372036854775808, 0, 0)",
        "-2147483648, -9223372036854775808, 0, 0"
    )]
    public void Numbers_become_what_the_parameters_are(string text, string expected) =>
        Assert.Equal(expected, string.Join(", ", Invocation.Parse(text).ValuesFor(AllFour)));

    [Theory]
    [InlineData("f(1, 2, 3)", "takes 4 numbers, and is given 3")]
    [InlineData("f(4294967296, 0, 0, 0)", "can't be given 4294967296")]
    [InlineData("f(-2147483649, 0, 0, 0)", "can't be given -2147483649")]
    [InlineData("f(0, 0x10000000000000000, 0, 0)", "can't be given 0x10000000000000000")]
    [InlineData("f(1.5, 0, 0, 0)", "can't be given 1.5")]
    [InlineData("f(0, 0, x, 0)", "can't be given x")]
    [InlineData("f(0, 0, 0, )", "can't be given ")]
    public void What_does_not_fit_is_refused_with_the_signature(string text, string expected) =>
        Assert.Equal(
            $"f: (i32, i64, f32, f64) -> () {expected}",
            Assert
                .Throws<MeasurementException>(() => Invocation.Parse(text).ValuesFor(AllFour))
                .Message
        );
}
