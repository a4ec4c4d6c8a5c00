using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;

namespace Memory64.Models.Gguf;

/// <summary>
/// Reads a file's head. Nothing is trusted: every count is held against what is left of the file before anything is taken
/// for it, so a broken file costs no memory.
/// </summary>
internal sealed class GgufReader(string path)
{
    private const int LongestText = 1 << 16;
    private const int MostDimensions = 4;
    private const int DeepestArray = 4;

    // Name's length, a dimension's count, one dimension, type and offset.
    private const ulong SmallestTensor = 8 + 4 + 8 + 4 + 8;

    // Key's length, type and one byte.
    private const ulong SmallestValue = 8 + 4 + 1;

    private FileStream _file = null!;
    private ulong _length;

    private ulong Left => _length - (ulong)_file.Position;

    public GgufFile Read()
    {
        try
        {
            using (_file = File.OpenRead(path))
            {
                _length = (ulong)_file.Length;
                return ReadHead();
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new GgufException(path, $"can't be read: {e.Message}", e);
        }
    }

    private GgufFile ReadHead()
    {
        CheckBeginning();
        var tensorCount = Number<ulong>("the number of tensors");
        var valueCount = Number<ulong>("the number of metadata");
        CheckCount("tensors", tensorCount, SmallestTensor);
        CheckCount("metadata", valueCount, SmallestValue);
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
            Bytes = _length,
            Alignment = alignment,
            Metadata = metadata,
            Tensors = Place(tensors, (ulong)_file.Position, alignment),
        };
    }

    private void CheckBeginning()
    {
        const string pointer = "version https://git-lfs";
        Span<byte> start = stackalloc byte[pointer.Length];
        var text = Encoding.ASCII.GetString(start[.._file.ReadAtLeast(start, start.Length, false)]);
        if (text.StartsWith(pointer, StringComparison.Ordinal))
        {
            throw Broken(
                $"is a Git LFS pointer of {_length} bytes, not the model itself; fetch it (git lfs pull)"
            );
        }

        _file.Position = 0;
        if (_length < sizeof(uint) || Number<uint>("the beginning") != GgufFormat.Magic)
        {
            throw Broken("is no GGUF file: it doesn't begin with GGUF");
        }

        var version = Number<uint>("the version");
        if (version is not (2 or GgufFormat.Version))
        {
            throw Broken(
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
            var key = Text("a key of the metadata");
            var type = Number<GgufValueType, int>($"the type of metadata {key}");
            if (ReadValue(key, type, depth: 0) is { } value && !metadata.TryAdd(key, value))
            {
                throw Broken($"metadata {key} occurs twice");
            }
        }

        return metadata;
    }

    // Null for an array, whose elements are passed over: a vocabulary is of no use here.
    private object? ReadValue(string key, GgufValueType type, int depth)
    {
        var what = $"metadata {key}";
        return type switch
        {
            GgufValueType.UInt8 => Number<byte>(what),
            GgufValueType.Int8 => Number<sbyte>(what),
            GgufValueType.UInt16 => Number<ushort>(what),
            GgufValueType.Int16 => Number<short>(what),
            GgufValueType.UInt32 => Number<uint>(what),
            GgufValueType.Int32 => Number<int>(what),
            GgufValueType.Float32 => BitConverter.UInt32BitsToSingle(Number<uint>(what)),
            GgufValueType.Bool => Number<byte>(what) != 0,
            GgufValueType.String => Text(what),
            GgufValueType.UInt64 => Number<ulong>(what),
            GgufValueType.Int64 => Number<long>(what),
            GgufValueType.Float64 => BitConverter.UInt64BitsToDouble(Number<ulong>(what)),
            GgufValueType.Array when depth < DeepestArray => SkipArray(key, depth),
            _ => throw Broken($"{what} is of the unknown type {(int)type}"),
        };
    }

    private object? SkipArray(string key, int depth)
    {
        var what = $"the array of metadata {key}";
        var type = Number<GgufValueType, int>(what);
        var count = Number<ulong>(what);
        if (SizeOf(type) is { } size)
        {
            CheckCount($"elements of metadata {key}", count, size);
            _file.Position += (long)(count * size);
            return null;
        }

        CheckCount($"elements of metadata {key}", count, sizeof(ulong));
        for (var i = 0UL; i < count; i++)
        {
            if (type == GgufValueType.String)
            {
                var bytes = Number<ulong>(what);
                CheckCount($"bytes of {what}", bytes, 1);
                _file.Position += (long)bytes;
            }
            else
            {
                _ = ReadValue(key, type, depth + 1);
            }
        }

        return null;
    }

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
            : throw Broken(
                $"metadata {GgufFormat.AlignmentKey} is {value}, not a power of two of 32 bits"
            );
    }

    private (Tensor Tensor, ulong Offset) ReadTensor()
    {
        var name = Text("a tensor's name");
        if (Encoding.UTF8.GetByteCount(name) > GgufFormat.LongestName)
        {
            throw Broken(
                $"tensor {name[..Math.Min(name.Length, 32)]}... has a name of more than {GgufFormat.LongestName} bytes"
            );
        }

        var what = $"tensor {name}";
        var dimensions = ReadDimensions(what);
        var type = Number<TensorType, int>(what);
        var block =
            TensorBlock.Of(type)
            ?? throw Broken(
                $"{what} is of type {(int)type}; {string.Join(", ", Enum.GetNames<TensorType>())} can be read"
            );
        if (dimensions[0] % block.Weights != 0)
        {
            throw Broken(
                $"{what} has rows of {dimensions[0]} weights, no whole number of {type} blocks of {block.Weights}"
            );
        }

        var rows = dimensions.Skip(1).Aggregate(BigInteger.One, (product, d) => product * d);
        if (rows * (dimensions[0] / block.Weights) * block.Bytes > long.MaxValue)
        {
            throw Broken(
                $"{what} has {string.Join(" x ", dimensions)} weights, more than any file holds"
            );
        }

        return (new(name, type, dimensions[0], (ulong)rows), Number<ulong>(what));
    }

    private ulong[] ReadDimensions(string what)
    {
        var count = Number<uint>(what);
        if (count is 0 or > MostDimensions)
        {
            throw Broken($"{what} has {count} dimensions; 1 to {MostDimensions} are possible");
        }

        var dimensions = new ulong[count];
        foreach (ref var dimension in dimensions.AsSpan())
        {
            dimension = Number<ulong>(what);
            if (dimension == 0)
            {
                throw Broken($"{what} has a dimension of 0");
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
                throw Broken(
                    $"tensor {tensor.Name} lies at offset {offset} of the data, where {expected} is the end of those before it"
                );
            }

            var end = data + offset + tensor.Bytes;
            if (end > _length)
            {
                throw Broken(
                    $"tensor {tensor.Name} ends at byte {end}, the file has {_length}: it is truncated; fetch it again"
                );
            }

            if (!placed.TryAdd(tensor.Name, new(tensor, data + offset)))
            {
                throw Broken($"tensor {tensor.Name} occurs twice");
            }

            expected = GgufFormat.Align(offset + tensor.Bytes, alignment);
        }

        return placed;
    }

    private void CheckCount(string what, ulong count, ulong smallest)
    {
        if (count > Left / smallest)
        {
            throw Broken($"has {count} {what} by its own words, and {Left} bytes for them");
        }
    }

    private string Text(string what)
    {
        var length = Number<ulong>(what);
        if (length > Left || length > LongestText)
        {
            throw Broken(
                $"{what} has {length} bytes by its own words; {Math.Min(Left, LongestText)} are possible"
            );
        }

        var bytes = new byte[length];
        _file.ReadExactly(bytes);
        return Encoding.UTF8.GetString(bytes);
    }

    private TEnum Number<TEnum, T>(string what)
        where TEnum : struct, Enum
        where T : unmanaged, IBinaryInteger<T> =>
        (TEnum)Enum.ToObject(typeof(TEnum), Number<T>(what));

    private unsafe T Number<T>(string what)
        where T : unmanaged, IBinaryInteger<T>
    {
        if (Left < (ulong)sizeof(T))
        {
            throw Broken($"ends in the middle of {what}: it is truncated; fetch it again");
        }

        Span<byte> bytes = stackalloc byte[sizeof(T)];
        _file.ReadExactly(bytes);
        return MemoryMarshal.Read<T>(bytes);
    }

    private GgufException Broken(string what) => new(path, what);
}
