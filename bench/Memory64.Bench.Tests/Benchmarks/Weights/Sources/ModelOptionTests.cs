using System.Diagnostics;
using Memory64.Bench.Tests.Commands;
using Memory64.Bench.Tests.Commands.Run;
using Memory64.Bench.Tests.Models;
using Memory64.Models.Gguf;
using Memory64.Results.RunFiles;
using Memory64.Results.RunFiles.Records;
using Xunit;

namespace Memory64.Bench.Tests.Benchmarks.Weights.Sources;

[Collection(MeasuringCollection.Name)]
public sealed class ModelOptionTests : IDisposable
{
    private readonly ProgramProcess _program = new();

    public void Dispose() => _program.Dispose();

    [Fact]
    public void Lists_the_cases_of_the_users_model_and_no_others()
    {
        var path = Write("my model (v1).gguf", Bytes());

        var result = _program.Run("--model", path, "--list", "flat");

        Assert.Equal(0, result.ExitCode);
        var lines = result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var name = $"my_model__v1__gguf@{GgufFile.Read(path).Sha256[..8]}";
        Assert.Contains($"ModelWeights.Token(Memory=memory64, Model={name})", lines);
        Assert.Contains($"ModelWeights.LoadCopy(Memory=memory32, Model={name})", lines);
        Assert.All(
            lines,
            line => Assert.Contains($"Model={name})", line, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Lists_with_a_filter_what_that_names_besides()
    {
        var path = Write("m.gguf", Bytes());

        var result = _program.Run(
            "--model",
            path,
            "--list",
            "flat",
            "--filter",
            "*Token(Memory=native*"
        );

        Assert.Contains(
            "ModelWeights.Token(Memory=native, Model=m_gguf@",
            result.Output,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "ModelWeights.Token(Memory=native, Model=8B)",
            result.Output,
            StringComparison.Ordinal
        );
    }

    // What a file has behind its tensors is loaded with it, and takes no room where tokens are computed.
    [Fact]
    public void A_token_needs_what_its_tensors_take()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "elsewhere six gigabytes would be written");
        var path = Write("long.gguf", Bytes());
        using (var file = File.OpenHandle(path, access: FileAccess.Write))
        {
            RandomAccess.SetLength(file, 6L << 30);
        }

        var result = _program.Run("--model", path, "--list", "flat");

        Assert.Contains(
            "ModelWeights.Token(Memory=memory32, ",
            result.Output,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "ModelWeights.LoadCopy(Memory=memory64, ",
            result.Output,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            "ModelWeights.LoadCopy(Memory=memory32, ",
            result.Output,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("8B")]
    [InlineData("7B")]
    [InlineData("tiny")]
    [InlineData("Tiny")]
    public void Lists_a_model_that_is_called_like_one_of_the_suites_own(string name)
    {
        var result = _program.Run("--model", Write(name, Bytes()), "--list", "flat");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.All(
            result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries),
            line => Assert.Contains($"Model={name}@", line, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Records_which_file_it_was_and_skips_what_llama_cpp_cannot_map()
    {
        var path = Write("m.gguf", BareFile.Of(behind: 8));
        string[] filters = ["*LoadCopy(Memory=native, Model=m_gguf*", "*llamaCpp*Model=m_gguf*"];

        var result = _program.Run([
            "--model",
            path,
            "--rounds",
            "1",
            "--results",
            _program.Results,
            "--filter",
            .. filters,
        ]);

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        var recorded = RunFile.Load(
            Directory
                .GetFiles(_program.Results, "50.0.1.json", SearchOption.AllDirectories)
                .Single()
        );
        var file = GgufFile.Read(path);
        Assert.All(
            recorded.Cases,
            c =>
                Assert.Equal(
                    ("m.gguf", (long)file.Bytes, file.Sha256),
                    (c.Input!.Name, c.Input.Bytes, c.Input.Sha256)
                )
        );
        Assert.Equal(
            [CaseStatus.Measured, CaseStatus.Skipped, CaseStatus.Skipped],
            recorded.Cases.Select(c => c.Status)
        );
        Assert.All(
            recorded.Cases.Skip(1),
            c =>
                Assert.StartsWith(
                    "llama.cpp can't map this file: ",
                    c.Reason,
                    StringComparison.Ordinal
                )
        );
    }

    [Theory]
    [InlineData("duel", "50.0.1", "50.0.1")]
    [InlineData("bisect", "*", "24.0.0", "50.0.1")]
    [InlineData("history", "*")]
    [InlineData("explain", "*")]
    public void Is_an_option_wherever_a_case_can_be_named(params string[] command)
    {
        var path = _program.At("none.gguf");

        _program.AssertRefused([.. command, "--model", path], $"{path}: can't be read: ");
    }

    [Fact]
    public void Names_a_case_of_the_users_model()
    {
        const string tokens = "ModelWeights.Token(Memory=memory64, Model=m_gguf@";

        _program.AssertRefused(
            ["explain", $"{tokens}*)", "--model", Write("m.gguf", Bytes())],
            tokens,
            "its work is not one loop"
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void Refuses_no_name(string name) =>
        _program.AssertRefused(["--model", name], "--model: is empty; name a GGUF file");

    [Fact]
    public void Refuses_a_folder() => Refuses(_program.At(), "is a folder; give a file");

    [Theory]
    [InlineData("/dev/stdin")]
    [InlineData("/dev/zero")]
    [InlineData("/proc/cpuinfo")]
    public void Refuses_what_is_no_file(string path)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "only Linux has all of these");
        Refuses(path, "is a pipe, a terminal or a device, not a file; give a file");
    }

    // Nobody writes to it: whoever opens it as a file waits for ever.
    [Fact]
    public void Refuses_a_named_pipe()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "pipes are no files there");
        var pipe = _program.At("pipe");
        using var made = Process.Start("mkfifo", pipe);
        made.WaitForExit();

        Refuses(pipe, "is a pipe, a terminal or a device, not a file; give a file");
        _program.AssertRefused(["--engine", pipe, "--filter", "*Read*"], pipe, "is a pipe");
    }

    [Fact]
    public void Refuses_a_file_that_is_not_there() =>
        Refuses(_program.At("none.gguf"), "can't be read: ");

    [Fact]
    public void Refuses_a_pointer() =>
        Refuses(
            Write("a.gguf", "version https://git-lfs.github.com/spec/v1\n"u8.ToArray()),
            "is a Git LFS pointer"
        );

    [Fact]
    public void Refuses_what_is_truncated() =>
        Refuses(Write("a.gguf", Bytes()[..^1]), "tensor output.weight ends at byte ");

    [Fact]
    public void Refuses_what_is_no_model() => Refuses(Write("a.gguf", []), "is no GGUF file");

    private void Refuses(string path, string what)
    {
        var result = _program.Run("--model", path);

        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith($"{path}: {what}", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', result.Error.TrimEnd());
    }

    private static byte[] Bytes()
    {
        using var file = TestModels.Of(TensorType.Q4_0);
        return File.ReadAllBytes(file.Path);
    }

    private string Write(string name, byte[] bytes)
    {
        var path = _program.At(name);
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
