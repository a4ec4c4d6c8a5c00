using Memory64.Bench.Tests.Models;
using Memory64.Models.Gguf;
using Xunit;

namespace Memory64.Bench.Tests.Commands;

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
        Assert.Contains("ModelWeights.Token(Memory=memory64, Model=my_model__v1__gguf)", lines);
        Assert.Contains("ModelWeights.LoadCopy(Memory=memory32, Model=my_model__v1__gguf)", lines);
        Assert.All(
            lines,
            line => Assert.Contains("Model=my_model__v1__gguf", line, StringComparison.Ordinal)
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
            "ModelWeights.Token(Memory=native, Model=m_gguf)",
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
