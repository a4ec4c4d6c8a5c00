using Memory64.Bench.Benchmarks.Modules;
using Memory64.Bench.Harness;
using Xunit;

namespace Memory64.Bench.Tests.Benchmarks.Modules;

public sealed class ModuleFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public ModuleFileTests()
    {
        foreach (var name in (string[])["a/benchmark.wasm", "b/benchmark.wasm", "b/c/x-1.wasm"])
        {
            var path = Path.Combine(_folder.Root, name);
            _ = Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, "");
        }
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_pattern_finds_files_in_order_and_a_program_of_Sightglass_is_called_as_its_folder() =>
        Assert.Equal(
            [("a", false), ("b", false), ("x_1", false)],
            ModuleFile.Of([In("**/*.wasm")]).Select(file => (file.Name, file.IsNamed))
        );

    [Fact]
    public void A_file_is_taken_once_and_as_it_was_named_first() =>
        Assert.Equal(
            [("x_1", true), ("b", false)],
            ModuleFile
                .Of([In("b/c/x-1.wasm"), In("b/**/*.wasm")])
                .Select(file => (file.Name, file.IsNamed))
        );

    [Fact]
    public void Files_of_one_name_are_told_apart_by_their_folders()
    {
        File.WriteAllText(In("a/x-1.wasm"), "");

        Assert.Equal(
            ["a_x_1", "c_x_1"],
            ModuleFile.Of([In("a/x-1.wasm"), In("b/c/x-1.wasm")]).Select(file => file.Name)
        );
    }

    [Fact]
    public void Names_that_stay_alike_are_refused()
    {
        File.WriteAllText(In("b/c/x_1.wasm"), "");

        Assert.Equal(
            "--module: 2 files are called c_x_1; rename all but one",
            Assert.Throws<MeasurementException>(() => ModuleFile.Of([In("b/c/*.wasm")])).Message
        );
    }

    [Theory]
    [InlineData(
        "*.none",
        "finds no file; write a pattern such as 'benchmarks/**/*.wasm', in quotes"
    )]
    [InlineData(
        "none/*.wasm",
        "finds no file; write a pattern such as 'benchmarks/**/*.wasm', in quotes"
    )]
    public void A_pattern_that_finds_nothing_is_refused(string pattern, string message) =>
        Assert.Equal(
            $"--module {In(pattern)}: {message}",
            Assert.Throws<MeasurementException>(() => ModuleFile.Of([In(pattern)])).Message
        );

    [Fact]
    public void What_is_empty_is_refused() =>
        Assert.Equal(
            "--module: is no file's name; name a .wasm file",
            Assert.Throws<MeasurementException>(() => ModuleFile.Of([" "])).Message
        );

    private string In(string name) => Path.Combine(_folder.Root, name);
}
