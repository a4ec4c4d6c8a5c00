using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Memory64.Models.Gguf;
using Memory64.Models.Llama;
using Memory64.Models.Shapes;
using Memory64.Models.Synthesis;
using Xunit;

namespace Memory64.Bench.Tests.Models.Gguf;

public sealed class GgufFileTests : IDisposable
{
    private static readonly ModelShape Small = new("small", 256, 512, 2, 4, 2, 64);

    private readonly TemporaryFolder _folder = new();

    private string ModelPath => Path.Combine(_folder.Root, "small.gguf");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Reads_what_was_written()
    {
        var file = GgufFile.Read(Write(Bytes()));

        var model = LlamaModel.Of(file);

        Assert.Equal(Small with { Name = "synthetic small" }, model.Shape);
        Assert.Equal(TensorPlan.Of(Small), file.Tensors.Values.Select(placed => placed.Tensor));
        Assert.All(
            file.Tensors.Values,
            placed => Assert.Equal(0UL, placed.Offset % GgufFormat.DefaultAlignment)
        );
        Assert.Equal(
            file.Bytes,
            file.Tensors.Values.Max(placed => placed.Offset + placed.Tensor.Bytes)
        );
    }

    [Fact]
    public void Tells_files_apart_by_head_and_length()
    {
        var head = Head([new("general.name", "a")], new Tensor("a", TensorType.F32, 8));
        byte[] file = [.. head, .. new byte[32]];
        byte[] expected = [.. head[..HeadEnd(head)], 0, 0, 0, 0, 0, 0, 0, 0];
        BinaryPrimitives.WriteInt64LittleEndian(expected.AsSpan(HeadEnd(head)), file.Length);
        string Hash(byte[] bytes) => GgufFile.Read(Write(bytes)).Sha256;

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(expected)), Hash(file));
        Assert.Equal(Hash(file), Hash([.. head, .. Enumerable.Repeat((byte)1, 32)]));
        Assert.NotEqual(Hash(file), Hash([.. file, 0]));
        var renamed = Head([new("general.name", "b")], new Tensor("a", TensorType.F32, 8));
        Assert.NotEqual(Hash(file), Hash([.. renamed, .. new byte[32]]));
    }

    [Theory]
    [InlineData(GgufFormat.Version, 2u)]
    public void Reads_version_2_too(uint written, uint read)
    {
        var bytes = Bytes();
        Assert.Equal(written, BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(4)));
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(4), read);

        Assert.Equal(21, GgufFile.Read(Write(bytes)).Tensors.Count);
    }

    [Fact]
    public void Passes_over_arrays_but_short_ones_of_whole_numbers()
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write("GGUF"u8);
        writer.Write(3);
        writer.Write(0UL);
        writer.Write(5UL);
        Key(writer, "fractions", 9);
        writer.Write(6);
        writer.Write(1UL);
        writer.Write(1.5f);
        Key(writer, "numbers", 9);
        writer.Write(10);
        writer.Write(2UL);
        writer.Write(1UL);
        writer.Write(2UL);
        Key(writer, "texts", 9);
        writer.Write(8);
        writer.Write(2UL);
        Text(writer, "a");
        Text(writer, "");
        Key(writer, "arrays", 9);
        writer.Write(9);
        writer.Write(1UL);
        writer.Write(0);
        writer.Write(3UL);
        writer.Write([1, 2, 3]);
        Key(writer, "after", 7);
        writer.Write((byte)1);

        var file = GgufFile.Read(Write(stream.ToArray()));

        Assert.Equal(["numbers", "after"], file.Metadata.Keys);
        Assert.Equal([1UL, 2UL], file.Counts("numbers", layers: 2));
        Assert.Equal(true, file.Flag("after"));
    }

    /// <summary>A template, a vocabulary, and what would be one by its own words.</summary>
    [Theory]
    [InlineData(1 << 16, true)]
    [InlineData((1 << 16) + 1, false)]
    [InlineData(1_800_000, false)]
    public void Passes_over_long_texts(int length, bool isKept)
    {
        var bytes = Head([new("text", new string('x', length)), new("after", 1u)]);

        var file = GgufFile.Read(Write(bytes));

        Assert.Equal(isKept, file.Text("text") is not null);
        Assert.Equal(1UL, file.Count("after"));
        BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(24 + 8 + 4 + 4), 1UL << 40);
        Assert.StartsWith(
            $"has {1UL << 40} bytes of metadata text by its own words, and ",
            Refusal(bytes),
            StringComparison.Ordinal
        );
    }

    /// <summary>Every cut of a file is refused, wherever it is.</summary>
    [Fact]
    public void Refuses_what_is_cut_short()
    {
        var bytes = Bytes();
        var head = (int)GgufFile.Read(Write(bytes)).Tensors.Values.Min(placed => placed.Offset);

        foreach (var length in Enumerable.Range(0, head - 1).Append(bytes.Length - 1))
        {
            var message = Refusal(bytes[..length]);
            Assert.DoesNotContain('\n', message);
        }

        Assert.Equal(
            $"tensor output.weight ends at byte {bytes.Length}, the file has {bytes.Length - 1}: it is truncated; fetch it again",
            Refusal(bytes[..^1])
        );
    }

    [Fact]
    public void Refuses_the_pointer_to_a_file()
    {
        var pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 4\n"u8;

        Assert.Equal(
            $"is a Git LFS pointer of {pointer.Length} bytes, not the model itself; fetch it (git lfs pull)",
            Refusal(pointer.ToArray())
        );
    }

    [Theory]
    [InlineData("", "is no GGUF file: it doesn't begin with GGUF")]
    [InlineData("GGU", "is no GGUF file: it doesn't begin with GGUF")]
    [InlineData("ggml and more", "is no GGUF file: it doesn't begin with GGUF")]
    [InlineData("GGUF\u0001\0\0\0", "is of GGUF version 1; 2 and 3 can be read")]
    [InlineData("GGUF\0\0\0\u0003", "is big-endian; only little-endian files can be used")]
    public void Refuses_what_is_no_such_file(string content, string what) =>
        Assert.Equal(what, Refusal(Encoding.Latin1.GetBytes(content)));

    [Fact]
    public void Refuses_a_missing_file()
    {
        var refusal = Assert.Throws<GgufException>(() => GgufFile.Read(ModelPath));
        Assert.StartsWith(
            $"{ModelPath}: can't be read: ",
            refusal.Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(3u)]
    [InlineData(0u)]
    public void Refuses_an_alignment_that_is_no_power_of_two(uint alignment) =>
        Assert.Equal(
            $"metadata general.alignment is {alignment}, not a power of two of 32 bits",
            Refusal(Head([new("general.alignment", alignment)]))
        );

    [Theory]
    [InlineData(16u)]
    [InlineData(4096u)]
    public void Reads_files_of_another_alignment(uint alignment)
    {
        var head = Head([new("general.alignment", alignment)], new Tensor("a", TensorType.F32, 1));
        var data = (int)GgufFormat.Align((ulong)HeadEnd(head), alignment);
        Array.Resize(ref head, data + sizeof(float));

        Assert.Equal((ulong)data, GgufFile.Read(Write(head)).Tensors["a"].Offset);
    }

    /// <summary>Fields of the description of a tensor named <c>a</c>, each broken; the fields follow each other at its end.</summary>
    [Theory]
    [InlineData(
        -24,
        1UL << 63,
        "tensor a has 9223372036854775808 x 2 weights, more than any file holds"
    )]
    [InlineData(-24, 1UL << 32, "tensor a ends at byte ")]
    [InlineData(-24, 0UL, "tensor a has a dimension of 0")]
    [InlineData(
        -16 + 8,
        1UL << 63,
        "tensor a lies at offset 9223372036854775808 of the data, where 0 is the end of those before it"
    )]
    [InlineData(
        -16 + 8,
        32UL,
        "tensor a lies at offset 32 of the data, where 0 is the end of those before it"
    )]
    public void Refuses_a_broken_tensor(int fromEnd, ulong value, string what)
    {
        var head = Head([], new Tensor("a", TensorType.F32, 4, 2));
        var end = HeadEnd(head);
        // name, dimensions' count, 2 x 8, type 4, offset 8: the columns lie 28 bytes before the end.
        var at = fromEnd == -24 ? end - 28 : end + fromEnd;
        BinaryPrimitives.WriteUInt64LittleEndian(head.AsSpan(at), value);

        Assert.StartsWith(what, Refusal(head), StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_dimensions_whose_product_overflows()
    {
        var head = Head([], new Tensor("a", TensorType.F32, 4, 2));
        var end = HeadEnd(head);
        BinaryPrimitives.WriteUInt64LittleEndian(head.AsSpan(end - 28), 1UL << 33);
        BinaryPrimitives.WriteUInt64LittleEndian(head.AsSpan(end - 20), 1UL << 33);

        Assert.Equal(
            "tensor a has 8589934592 x 8589934592 weights, more than any file holds",
            Refusal(head)
        );
    }

    [Fact]
    public void Refuses_a_type_that_it_does_not_know()
    {
        var head = Head([], new Tensor("a", TensorType.F32, 4, 2));
        BinaryPrimitives.WriteInt32LittleEndian(head.AsSpan(HeadEnd(head) - 12), 39);

        Assert.Equal(
            "tensor a is of type 39; F32, F16, Q4_0, Q8_0, Q4_K, Q5_K, Q6_K can be read",
            Refusal(head)
        );
    }

    [Fact]
    public void Refuses_rows_that_are_no_whole_blocks()
    {
        var head = Head([], new Tensor("a", TensorType.F32, 100, 2));
        BinaryPrimitives.WriteInt32LittleEndian(
            head.AsSpan(HeadEnd(head) - 12),
            (int)TensorType.Q4_K
        );

        Assert.Equal(
            "tensor a has rows of 100 weights, no whole number of Q4_K blocks of 256",
            Refusal(head)
        );
    }

    [Fact]
    public void Refuses_two_tensors_of_one_name()
    {
        var tensor = new Tensor("a", TensorType.F32, 8);
        var head = Head([], tensor, tensor);
        Array.Resize(ref head, head.Length + 64);

        Assert.Equal("tensor a occurs twice", Refusal(head));
    }

    [Fact]
    public void Refuses_more_tensors_than_there_is_room_for()
    {
        var head = Head([]);
        BinaryPrimitives.WriteUInt64LittleEndian(head.AsSpan(8), 1UL << 60);

        Assert.StartsWith(
            $"has {1UL << 60} tensors by its own words, and ",
            Refusal(head),
            StringComparison.Ordinal
        );
    }

    private static byte[] Bytes()
    {
        using var file = SyntheticModel.Write(Small, seed: 1);
        return File.ReadAllBytes(file.Path);
    }

    private static byte[] Head(
        IReadOnlyList<KeyValuePair<string, object>> metadata,
        params Tensor[] tensors
    ) => new GgufHead(metadata, tensors).Bytes.ToArray();

    // A head ends with the last tensor's offset, and zeros up to the first weight.
    private static int HeadEnd(byte[] head)
    {
        var name = head.AsSpan().LastIndexOf("\u0001\0\0\0\0\0\0\0a"u8);
        var dimensions = BinaryPrimitives.ReadInt32LittleEndian(head.AsSpan(name + 9));
        return name + 9 + 4 + (8 * dimensions) + 4 + 8;
    }

    private string Refusal(byte[] bytes)
    {
        var path = Write(bytes);
        var refusal = Assert.Throws<GgufException>(() => GgufFile.Read(path));
        Assert.StartsWith($"{path}: ", refusal.Message, StringComparison.Ordinal);
        return refusal.Message[(path.Length + 2)..];
    }

    private string Write(byte[] bytes)
    {
        File.WriteAllBytes(ModelPath, bytes);
        return ModelPath;
    }

    private static void Key(BinaryWriter writer, string key, int type)
    {
        Text(writer, key);
        writer.Write(type);
    }

    private static void Text(BinaryWriter writer, string text)
    {
        writer.Write((ulong)text.Length);
        writer.Write(Encoding.ASCII.GetBytes(text));
    }
}
