using System.Globalization;
using Memory64.Bench.Benchmarks.Weights.Anchor;
using Memory64.Bench.Harness;
using Memory64.Bench.Tests.Models;
using Memory64.Models.Gguf;
using Memory64.Models.Shapes;
using Memory64.Models.Synthesis;
using Xunit;

namespace Memory64.Bench.Tests.Benchmarks.Weights.Anchor;

public sealed class LlamaCppProcessTests : IDisposable
{
    // Large beside what a .NET process has of its own.
    private static readonly ModelShape Mapped = new("mapped", 1024, 4096, 6, 16, 2, 1024);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    // The same with a file in memory, which is what the suite's own models are.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Maps_the_file_instead_of_copying_it(bool isInMemory)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "only Linux tells");
        using var model = SyntheticModel.Write(
            Mapped,
            [.. TensorPlan.Of(Mapped).Select(tensor => tensor with { Type = TensorType.F32 })],
            seed: 6
        );
        var path = isInMemory ? model.Path : _folder.At("model.gguf");
        if (!isInMemory)
        {
            File.Copy(model.Path, path);
        }

        using var llama = new LlamaCppProcess(path, repacks: false);
        _ = llama.Token(1, 0);

        Assert.True(model.Bytes > 300_000_000);
        Assert.InRange(AnonymousBytes(llama.ProcessId), 1UL, model.Bytes / 3);
    }

    [Fact]
    public void Gives_the_reason_that_llama_cpp_gives()
    {
        using var model = TestModels.Of(TensorType.F32);
        var bytes = File.ReadAllBytes(model.Path);
        var key = "llama.block_count"u8;
        var type = bytes.AsSpan().IndexOf(key) + key.Length;
        Assert.Equal((byte)GgufValueType.UInt32, bytes[type]);
        bytes[type] = (byte)GgufValueType.Int32;

        Assert.StartsWith(
            "llama.cpp ended with 1: llama_model_load: error loading model: error loading model hyperparameters: key llama.block_count has wrong type i32 but expected type u32",
            Refusal(bytes),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Gives_the_assertion_that_ended_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "an assertion ends otherwise there");
        var refusal = Refusal(BareFile.Of(behind: 8));

        Assert.StartsWith("llama.cpp ended with 134: ", refusal, StringComparison.Ordinal);
        Assert.EndsWith(
            "\"buffer pointer must be aligned\") failed",
            refusal,
            StringComparison.Ordinal
        );
    }

    private string Refusal(byte[] model)
    {
        var path = _folder.At("broken.gguf");
        File.WriteAllBytes(path, model);
        var refusal = Assert.Throws<MeasurementException>(() =>
            new LlamaCppProcess(path, repacks: false)
        );
        Assert.DoesNotContain('\n', refusal.Message);
        return refusal.Message;
    }

    private static ulong AnonymousBytes(int process)
    {
        var line = File.ReadLines($"/proc/{process}/status")
            .First(each => each.StartsWith("RssAnon:", StringComparison.Ordinal));
        return ulong.Parse(line.Split()[^2], CultureInfo.InvariantCulture) * 1024;
    }
}
