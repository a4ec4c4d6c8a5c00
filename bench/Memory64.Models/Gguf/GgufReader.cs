using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace Memory64.Models.Gguf;

/// <summary>Reads a file's head: what it says of itself, and where its tensors lie.</summary>
internal sealed class GgufReader(string path, GgufStream file)
{
    private const int MostDimensions = 4;
    private const int DeepestArray = 4;

    // A number for each layer; more layers than any model has.
    private const int LongestArray = 4096;

    // Name's length, a dimension's count, one dimension, type and offset.
    private const ulong SmallestTensor = 8 + 4 + 8 + 4 + 8;

    // Key's length, type and one byte.
    private const ulong SmallestValue = 8 + 4 + 1;

    /// <summary>Reads a file's head.</summary>
    /// <exception cref="GgufException">It can't be read, or isn't what it should be.</exception>
    public static GgufFile Read(string path)
    {
        try
        {
            using var file = new GgufStream(path);
            return new GgufReader(path, file).ReadHead();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new GgufException(path, $"can't be read: {e.Message}", e);
        }
    }

    private GgufFile ReadHead()
    {
        CheckBeginning();
        var tensorCount = file.Number<ulong>("the number of tensors");
        var valueCount = file.Number<ulong>("the number of metadata");
        file.CheckCount("tensors", tensorCount, SmallestTensor);
        file.CheckCount("metadata", valueCount, SmallestValue);
        var metadata = ReadMetadata(valueCount);
        var alignment = AlignmentOf(metadata);
        var tensors = new List<(Tensor Tensor, ulong Offset)>();
        for (var i = 0UL; i < tensorCount; i++)
        {
            tensors.Add(ReadTensor());
        }

        return new()
        {
            Path = path,
            Bytes = file.Length,
            Sha256 = file.HashOfHead(),
            Alignment = alignment,
            Metadata = metadata,
            Tensors = Place(tensors, file.Position, alignment),
        };
    }

    private void CheckBeginning()
    {
        const string pointer = "version https://git-lfs";
        if (file.Beginning(pointer.Length) == pointer)
        {
            throw file.Broken(
                $"is a Git LFS pointer of {file.Length} bytes, not the model itself; fetch it (git lfs pull)"
            );
        }

        if (file.Length < sizeof(uint) || file.Number<uint>("the beginning") != GgufFormat.Magic)
        {
            throw file.Broken("is no GGUF file: it doesn't begin with GGUF");
        }

        var version = file.Number<uint>("the version");
        if (version is not (2 or GgufFormat.Version))
        {
            throw file.Broken(
                BinaryPrimitives.ReverseEndianness(version) is 2 or GgufFormat.Version
                    ? "is big-endian; only little-endian files can be used"
                    : $"is of GGUF version {version}; 2 and {GgufFormat.Version} can be read"
            );
        }
    }

    private Dictionary<string, object> ReadMetadata(ulong count)
    {
        var metadata = new Dictionary<string, object>(StringComparer.Ordinal);
        for (var i = 0UL; i < count; i++)
        {
            var key = file.Text("a key of the metadata");
            var type = file.Choice<GgufValueType>($"the type of metadata {key}");
            if (ReadValue(key, type, depth: 0) is { } value && !metadata.TryAdd(key, value))
            {
                throw file.Broken($"metadata {key} occurs twice");
            }
        }

        return metadata;
    }

    // Null for what is passed over: a long text, and an array but for a short one of whole numbers. A vocabulary is of no use here.
    private object? ReadValue(string key, GgufValueType type, int depth)
    {
        var what = $"metadata {key}";
        return type switch
        {
            GgufValueType.UInt8 => file.Number<byte>(what),
            GgufValueType.Int8 => file.Number<sbyte>(what),
            GgufValueType.UInt16 => file.Number<ushort>(what),
            GgufValueType.Int16 => file.Number<short>(what),
            GgufValueType.UInt32 => file.Number<uint>(what),
            GgufValueType.Int32 => file.Number<int>(what),
            GgufValueType.Float32 => BitConverter.UInt32BitsToSingle(file.Number<uint>(what)),
            GgufValueType.Bool => file.Number<byte>(what) != 0,
            GgufValueType.String => file.ShortText(what),
            GgufValueType.UInt64 => file.Number<ulong>(what),
            GgufValueType.Int64 => file.Number<long>(what),
            GgufValueType.Float64 => BitConverter.UInt64BitsToDouble(file.Number<ulong>(what)),
            GgufValueType.Array when depth < DeepestArray => ReadArray(key, depth),
            _ => throw file.Broken($"{what} is of the unknown type {(int)type}"),
        };
    }

    private object[]? ReadArray(string key, int depth)
    {
        var what = $"the array of metadata {key}";
        var type = file.Choice<GgufValueType>(what);
        var count = file.Number<ulong>(what);
        if (SizeOf(type) is { } size)
        {
            if (IsWhole(type) && count <= LongestArray)
            {
                file.CheckCount($"elements of metadata {key}", count, size);
                return
                [
                    .. Enumerable.Range(0, (int)count).Select(_ => ReadValue(key, type, depth)!),
                ];
            }

            file.Skip($"elements of metadata {key}", count, size);
            return null;
        }

        file.CheckCount($"elements of metadata {key}", count, sizeof(ulong));
        for (var i = 0UL; i < count; i++)
        {
            if (type == GgufValueType.String)
            {
                file.Skip($"bytes of {what}", file.Number<ulong>(what), 1);
            }
            else
            {
                _ = ReadValue(key, type, depth + 1);
            }
        }

        return null;
    }

    private static bool IsWhole(GgufValueType type) =>
        type
            is not (
                GgufValueType.Bool
                or GgufValueType.Float32
                or GgufValueType.Float64
                or GgufValueType.String
                or GgufValueType.Array
            );

    private static ulong? SizeOf(GgufValueType type) =>
        type switch
        {
            GgufValueType.UInt8 or GgufValueType.Int8 or GgufValueType.Bool => 1,
            GgufValueType.UInt16 or GgufValueType.Int16 => 2,
            GgufValueType.UInt32 or GgufValueType.Int32 or GgufValueType.Float32 => 4,
            GgufValueType.UInt64 or GgufValueType.Int64 or GgufValueType.Float64 => 8,
            _ => null,
        };

    private ulong AlignmentOf(Dictionary<string, object> metadata)
    {
        if (!metadata.TryGetValue(GgufFormat.AlignmentKey, out var value))
        {
            return GgufFormat.DefaultAlignment;
        }

        return value is uint alignment && BitOperations.IsPow2(alignment)
            ? alignment
            : throw file.Broken(
                $"metadata {GgufFormat.AlignmentKey} is {value}, not a power of two of 32 bits"
            );
    }

    private (Tensor Tensor, ulong Offset) ReadTensor()
    {
        var name = file.Text("a tensor's name");
        if (Encoding.UTF8.GetByteCount(name) > GgufFormat.LongestName)
        {
            throw file.Broken(
                $"tensor {name[..Math.Min(name.Length, 32)]}... has a name of more than {GgufFormat.LongestName} bytes"
            );
        }

        var what = $"tensor {name}";
        var dimensions = ReadDimensions(what);
        var type = file.Choice<TensorType>(what);
        var block =
            TensorBlock.Of(type)
            ?? throw file.Broken(
                $"{what} is of type {(int)type}; {string.Join(", ", Enum.GetNames<TensorType>())} can be read"
            );
        if (dimensions[0] % block.Weights != 0)
        {
            throw file.Broken(
                $"{what} has rows of {dimensions[0]} weights, no whole number of {type} blocks of {block.Weights}"
            );
        }

        var rows = dimensions.Skip(1).Aggregate(BigInteger.One, (product, d) => product * d);
        if (rows * (dimensions[0] / block.Weights) * block.Bytes > long.MaxValue)
        {
            throw file.Broken(
                $"{what} has {string.Join(" x ", dimensions)} weights, more than any file holds"
            );
        }

        return (new(name, type, dimensions[0], (ulong)rows), file.Number<ulong>(what));
    }

    private ulong[] ReadDimensions(string what)
    {
        var count = file.Number<uint>(what);
        if (count is 0 or > MostDimensions)
        {
            throw file.Broken($"{what} has {count} dimensions; 1 to {MostDimensions} are possible");
        }

        var dimensions = new ulong[count];
        foreach (ref var dimension in dimensions.AsSpan())
        {
            dimension = file.Number<ulong>(what);
            if (dimension == 0)
            {
                throw file.Broken($"{what} has a dimension of 0");
            }
        }

        return dimensions;
    }

    // The format allows no gap and no place that two share: an offset that isn't the end of what comes before is a broken one.
    private Dictionary<string, PlacedTensor> Place(
        List<(Tensor Tensor, ulong Offset)> tensors,
        ulong headEnd,
        ulong alignment
    )
    {
        var data = GgufFormat.Align(headEnd, alignment);
        var placed = new Dictionary<string, PlacedTensor>(StringComparer.Ordinal);
        var expected = 0UL;
        foreach (var (tensor, offset) in tensors)
        {
            if (offset != expected)
            {
                throw file.Broken(
                    $"tensor {tensor.Name} lies at offset {offset} of the data, where {expected} is the end of those before it"
                );
            }

            var end = data + offset + tensor.Bytes;
            if (end > file.Length)
            {
                throw file.Broken(
                    $"tensor {tensor.Name} ends at byte {end}, the file has {file.Length}: it is truncated; fetch it again"
                );
            }

            if (!placed.TryAdd(tensor.Name, new(tensor, data + offset)))
            {
                throw file.Broken($"tensor {tensor.Name} occurs twice");
            }

            expected = GgufFormat.Align(offset + tensor.Bytes, alignment);
        }

        return placed;
    }
}
