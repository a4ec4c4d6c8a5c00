using System.Text.Json;
using Memory64.Bench.Harness.Records;
using Memory64.Bench.Tests.Harness.Running;
using Memory64.Bench.Tests.Widening;
using Xunit;

namespace Memory64.Bench.Tests.Commands.Explain;

/// <summary>The command as a user starts it, on real engines.</summary>
public sealed class ExplainTests : IDisposable
{
    private const string Read = "BoundaryAccess.Read(Memory=memory64, Window=below, Width=8)";

    private const string Legend = "(~ other operands, < > only there)";

    private readonly ProgramProcess _program = new();

    public void Dispose() => _program.Dispose();

    [Fact]
    public void A_loop_stands_beside_those_of_memory32_and_CSharp()
    {
        var lines = Explain(Read).Lines;

        Assert.Contains(lines, line => IsRow(line, "load", "1 (8)", "1 (8)", "1 (8)"));
        Assert.Contains(
            lines,
            line =>
                line.StartsWith("check", StringComparison.Ordinal)
                && line.EndsWith("0 (0)", StringComparison.Ordinal)
        );
        var engine = RealEngines.Default.Id;
        Assert.Contains($"memory64, {engine}: read8 | memory32, {engine}: read8 {Legend}", lines);
        Assert.Contains("C#: ReadSteps", lines);
        Assert.Contains(
            lines,
            line => line.StartsWith("check ", StringComparison.Ordinal) && line.EndsWith('<')
        );
    }

    [Fact]
    public void A_program_s_loops_are_shown_by_what_they_do_beside_the_widened_ones()
    {
        var module = _program.At("m.wasm");
        _ = Directory.CreateDirectory(Path.GetDirectoryName(module)!);
        File.WriteAllBytes(module, new WasmModule().With("f", LoopCounterTests.Nested).Bytes());

        var result = _program.Run(
            "explain",
            "--module",
            module,
            "--invoke",
            "f(3, 5)",
            "--engine",
            RealEngines.Default.Id
        );

        Assert.True(result.ExitCode == 0, result.Error);
        Assert.Contains(
            "YourModule.Run(Module=m, Memory=memory64)",
            result.Output,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "% of the instructions in loops, 15 iterations",
            result.Output,
            StringComparison.Ordinal
        );
        var engine = RealEngines.Default.Id;
        Assert.Contains($"memory64, {engine}: f | memory32, {engine}: f {Legend}", result.Lines);
    }

    [Fact]
    public void Json_has_an_object_a_loop_with_the_counts_of_all_kinds()
    {
        using var json = JsonDocument.Parse(Explain(Read, "--json").Output);

        var items = json.RootElement.EnumerateArray().ToList();
        Assert.Equal(
            ["memory64", "memory32", "native"],
            items.Select(item => item.GetProperty("memory").GetString())
        );
        foreach (var item in items)
        {
            var kinds = item.GetProperty("kinds");
            Assert.Equal(SuiteVersion.WasmtimePackage, item.GetProperty("engine").GetString());
            Assert.Equal(8, item.GetProperty("operations").GetInt32());
            Assert.Equal(8, kinds.GetProperty("load").GetInt32());
            Assert.Equal(0, kinds.GetProperty("store").GetInt32());
            Assert.Equal(
                item.GetProperty("memory").GetString() == "memory64",
                kinds.GetProperty("check").GetInt32() > 0
            );
            Assert.Equal(
                item.GetProperty("instructions").GetInt32(),
                kinds.EnumerateObject().Sum(kind => kind.Value.GetInt32())
            );
            Assert.InRange(item.GetProperty("bytes").GetInt32(), 50, 1000);
            Assert.Equal(16, item.GetProperty("hash").GetString()!.Length);
        }
    }

    [Fact]
    public void Markdown_has_a_heading_a_table_and_a_block_of_code()
    {
        var output = Explain(Read, "--markdown").Output;

        Assert.StartsWith(
            $"### {Read}\n\n#### {RealEngines.Default.Id}\n",
            output,
            StringComparison.Ordinal
        );
        Assert.Contains("| Instructions |", output, StringComparison.Ordinal);
        Assert.Contains("```\ncheck ", output, StringComparison.Ordinal);
        Assert.Equal(0, output.Split("```").Length % 2 - 1);
    }

    [Fact]
    public void Engines_stand_side_by_side_and_the_same_code_once()
    {
        var engine = RealEngines.Default.Id;
        var other = RealEngines.Version("36.0.0").Id;
        var lines = Explain(Read, "--engine", other, "--engine", engine, "--engine", engine).Lines;

        Assert.Equal(Read, lines[0]);
        Assert.Contains(
            lines,
            line =>
                line.StartsWith("Instructions", StringComparison.Ordinal)
                && line.Contains(other, StringComparison.Ordinal)
                && line.EndsWith($"{engine}~2", StringComparison.Ordinal)
        );
        Assert.Contains(
            $"memory32, {other}: read8 | memory32, same code in {engine}, {engine}~2: read8 {Legend}",
            lines
        );
        Assert.Contains($"{engine}~2 against {engine}: same code.", lines);
        Assert.Single(lines, line => line == "C#: ReadSteps");
    }

    [Fact]
    public void A_case_of_a_setting_is_explained_with_it()
    {
        Assert.True(Selects("byDefault"));
        Assert.False(Selects("noSpectre"));

        bool Selects(string setting) =>
            Explain($"EngineSettingsAccess.Read(Setting={setting}, Memory=memory64, Window=above)")
                .Lines.Any(line =>
                    line.Contains(" cmov", StringComparison.Ordinal)
                    || line.Contains(" csel", StringComparison.Ordinal)
                );
    }

    [Fact]
    public void A_setting_that_an_engine_lacks_is_one_line()
    {
        var old = RealEngines.Version("24.0.0").Id;
        _program.AssertRefused(
            [
                "explain",
                "EngineSettingsAccess.Read(Setting=noSignals, Memory=memory64, Window=above)",
                "--engine",
                old,
            ],
            old,
            "can't do without signals"
        );
    }

    [Theory]
    [InlineData("GuestAllocation.Seed(Memory=memory64, Size=1GiB)", "not one loop")]
    [InlineData("Compilation.Compile*", "means")]
    [InlineData("*Nothing*", "no such case")]
    [InlineData("BoundaryAccess.Read(Memory=native, Window=below, Width=8)", "no such case")]
    public void A_case_that_cannot_be_explained_is_one_line(string name, string said) =>
        _program.AssertRefused(["explain", name], said);

    [Fact]
    public void An_engine_that_is_not_there_is_one_line() =>
        _program.AssertRefused(["explain", Read, "--engine", "no.such.version"], "no.such.version");

    private ProgramResult Explain(params string[] arguments)
    {
        var result = _program.Run(["explain", .. arguments]);
        result.AssertSuccess();
        return result;
    }

    private static bool IsRow(string line, params string[] cells) =>
        line.Split('│', StringSplitOptions.TrimEntries).SequenceEqual(cells);
}
