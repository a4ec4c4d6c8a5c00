using Memory64.Bench.Benchmarks.Weights.Sources;
using Memory64.Bench.Harness.Measured;
using Memory64.Bench.Tests.Models;
using Memory64.Models.Gguf;
using Xunit;

namespace Memory64.Bench.Tests.Benchmarks.Weights.Sources;

public sealed class ModelSourceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>Which files llama.cpp maps was tried: it ends with an assertion on all but the first.</summary>
    [Theory]
    [InlineData(0, null)]
    [InlineData(8, "lies at byte ")]
    [InlineData(16, "lies at byte ")]
    [InlineData(24, "lies at byte ")]
    public void Says_why_llama_cpp_cannot_map_a_file(int behind, string? reason)
    {
        var source = ModelSource.OfUser(Write("m.gguf", BareFile.Of(behind)));

        if (reason is null)
        {
            Assert.Null(source.NotMappedByLlamaCpp);
        }
        else
        {
            Assert.Contains(reason, source.NotMappedByLlamaCpp, StringComparison.Ordinal);
            Assert.Contains(
                "at no multiple of 32",
                source.NotMappedByLlamaCpp,
                StringComparison.Ordinal
            );
        }
    }

    // The fewest parts that have a GiB, by the mean of a part.
    [Theory]
    [InlineData("Tiny", 9, 9)]
    [InlineData("7B", 33, 9)]
    [InlineData("13B", 41, 6)]
    [InlineData("70B_of_8_layers", 81, 3)]
    [InlineData("70B_27_layers_of_8", 28, 3)]
    public void A_side_of_a_duel_computes_as_many_parts_as_no_cache_holds(
        string name,
        int parts,
        int ofSide
    )
    {
        var source = ModelSource.Named(name, Inputs.None);

        Assert.Equal((parts, ofSide), (source.Parts, source.PartsOfSide));
    }

    [Fact]
    public void Names_a_users_model_as_none_of_the_suites_own_is_named()
    {
        Assert.All(ModelSource.Own, source => Assert.DoesNotContain(UserModel.Mark, source.Name));
        foreach (var own in ModelSource.Own.Select(source => source.Name))
        {
            var source = ModelSource.OfUser(Write(own, BareFile.Of(behind: 0)));

            Assert.StartsWith($"{own}{UserModel.Mark}", source.Name, StringComparison.Ordinal);
            Assert.Equal(own, source.Input!.Name);
            Assert.StartsWith(
                source.Name[(own.Length + 1)..],
                source.Input.Sha256,
                StringComparison.Ordinal
            );
        }
    }

    [Fact]
    public void Another_file_under_the_same_name_is_another_model()
    {
        using var small = TestModels.Of(TensorType.F32);
        var one = ModelSource.OfUser(Write("m.gguf", BareFile.Of(behind: 0)));
        var other = ModelSource.OfUser(Write("m.gguf", File.ReadAllBytes(small.Path)));

        Assert.NotEqual(one.Name, other.Name);
        Assert.Equal(one.Input!.Name, other.Input!.Name);
        Assert.NotEqual(one.Input.Sha256, other.Input.Sha256);
    }

    private string Write(string name, byte[] bytes)
    {
        var path = _folder.At(name);
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
