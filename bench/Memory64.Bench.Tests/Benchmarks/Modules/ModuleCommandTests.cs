using Memory64.Bench.Tests.Commands;
using Memory64.Bench.Tests.Commands.Run;
using Memory64.Bench.Tests.Wasmtime;
using Memory64.Bench.Tests.Widening;
using Xunit;

namespace Memory64.Bench.Tests.Benchmarks.Modules;

/// <summary>The options as a user gives them.</summary>
[Collection(MeasuringCollection.Name)]
public sealed class ModuleCommandTests : IDisposable
{
    private readonly ProgramProcess _program = new();

    public void Dispose() => _program.Dispose();

    [Theory]
    [InlineData("m exports no function _start; it has f (i64, i64) -> (i64); name one by --invoke")]
    [InlineData("f: (i64, i64) -> (i64) takes 2 numbers, and is given 1", "--invoke", "f(1)")]
    [InlineData("--expect: belongs to a call; write --invoke", "--expect", "1")]
    [InlineData("--setting fast: is none; there are reservation, ", "--setting", "fast")]
    [InlineData("--stdin nowhere: there is no such file", "--stdin", "nowhere")]
    [InlineData("--twin nowhere: there is no such file", "--twin", "nowhere")]
    [InlineData("--dir nowhere: there is no folder nowhere", "--dir", "nowhere")]
    [InlineData(
        "none.wasm: there is no such file; give a .wasm file",
        "--module",
        "none.wasm",
        "--invoke",
        "f(8, 7)"
    )]
    [InlineData("--module *.none: finds no file", "--module", "*.none")]
    public void What_can_not_be_measured_is_one_line_before_anything_is(
        string expected,
        params string[] options
    )
    {
        var result = _program.Run([
            "run",
            "--results",
            _program.Results,
            "--module",
            Module(),
            .. options,
        ]);

        Assert.Equal(2, result.ExitCode);
        var line = Assert.Single(result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains(expected, line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--invoke", "f(1)")]
    [InlineData("--twin", "x.wasm")]
    [InlineData("--setting", "noSpectre")]
    [InlineData("--fresh")]
    public void Without_a_module_its_options_are_refused(params string[] options) =>
        Assert.Contains(
            $"{options[0]}: says something of a module; name one by --module",
            _program.Run(["run", .. options]).Error,
            StringComparison.Ordinal
        );

    [Fact]
    public void A_program_that_writes_without_end_is_a_failed_case()
    {
        var path = _program.At("endless", "endless.wasm");
        _ = Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, Endless());

        var result = _program.Run(
            "run",
            "--results",
            _program.Results,
            "--module",
            path,
            "--filter",
            "YourModule.RunFresh(Module=endless, Memory=memory32)",
            "--rounds",
            "1"
        );

        Assert.Equal(1, result.ExitCode);
        Assert.Contains(
            "endless wrote more than 64 MiB, and may never end; that is not measured",
            result.Error + result.Output,
            StringComparison.Ordinal
        );
    }

    // Writes 32 KiB again and again.
    private static byte[] Endless()
    {
        var writer = new ModuleWriter();
        var write = writer.Import(
            "wasi_snapshot_preview1",
            "fd_write",
            [ModuleWriter.I32, ModuleWriter.I32, ModuleWriter.I32, ModuleWriter.I32],
            [ModuleWriter.I32]
        );
        writer.Memory(is64: false, pages: 1, maximum: 1);
        writer.Data(0, [0, 1, 0, 0, 0, 0x80, 0, 0]);
        _ = writer.Function(
            "_start",
            [],
            [],
            [
                .. (byte[])[0x03, 0x40],
                .. ModuleWriter.I32Const(1),
                .. ModuleWriter.I32Const(0),
                .. ModuleWriter.I32Const(1),
                .. ModuleWriter.I32Const(16),
                .. ModuleWriter.Call(write),
                .. (byte[])[0x1A, 0x0C, 0, 0x0B],
            ]
        );
        return writer.ToArray();
    }

    private string Module()
    {
        var path = _program.At("m.wasm");
        _ = Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, new WasmModule().With("f", YourModuleTests.Echo).Bytes());
        return path;
    }
}
