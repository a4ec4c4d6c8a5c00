using System.Text;

namespace Memory64.Models.Gguf;

/// <summary>The head of a file that is to be written: all of it but the tensors' weights.</summary>
public sealed class GgufHead
{
    private readonly byte[] _bytes;

    /// <summary>Makes a head of version <see cref="GgufFormat.Version"/>, with tensors at multiples of <see cref="GgufFormat.DefaultAlignment"/>.</summary>
    /// <param name="metadata">Keys with their values, each a text, a <see cref="bool"/>, a number of type <see cref="uint"/> or <see cref="float"/>, or an array of <see cref="uint"/>.</param>
    /// <param name="tensors">In the order in which they shall lie in the file.</param>
    /// <exception cref="ArgumentException">A value is of another type.</exception>
    public GgufHead(
        IReadOnlyList<KeyValuePair<string, object>> metadata,
        IReadOnlyList<Tensor> tensors
    )
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(GgufFormat.Magic);
        writer.Write(GgufFormat.Version);
        writer.Write((ulong)tensors.Count);
        writer.Write((ulong)metadata.Count);
        foreach (var (key, value) in metadata)
        {
            WriteText(writer, key);
            WriteValue(writer, value);
        }

        var offset = 0UL;
        var offsets = new List<ulong>();
        foreach (var tensor in tensors)
        {
            WriteTensor(writer, tensor, offset);
            offsets.Add(offset);
            offset = Align(offset + tensor.Bytes);
        }

        writer.Write(new byte[Align((ulong)stream.Length) - (ulong)stream.Length]);
        writer.Flush();
        _bytes = stream.ToArray();
        Tensors =
        [
            .. tensors.Zip(offsets, (t, at) => new PlacedTensor(t, (ulong)_bytes.Length + at)),
        ];
        FileBytes =
            Tensors.Count == 0 ? (ulong)_bytes.Length : Tensors[^1].Offset + tensors[^1].Bytes;
    }

    /// <summary>What the file begins with; the first tensor follows at once.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes;

    /// <summary>Where each tensor lies in the file.</summary>
    public IReadOnlyList<PlacedTensor> Tensors { get; }

    /// <summary>Size of the whole file.</summary>
    public ulong FileBytes { get; }

    private static ulong Align(ulong offset) =>
        GgufFormat.Align(offset, GgufFormat.DefaultAlignment);

    private static void WriteText(BinaryWriter writer, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        writer.Write((ulong)bytes.Length);
        writer.Write(bytes);
    }

    private static void WriteValue(BinaryWriter writer, object value)
    {
        switch (value)
        {
            case string text:
                writer.Write((int)GgufValueType.String);
                WriteText(writer, text);
                break;
            case uint number:
                writer.Write((int)GgufValueType.UInt32);
                writer.Write(number);
                break;
            case float number:
                writer.Write((int)GgufValueType.Float32);
                writer.Write(number);
                break;
            case bool flag:
                writer.Write((int)GgufValueType.Bool);
                writer.Write(flag);
                break;
            case uint[] numbers:
                writer.Write((int)GgufValueType.Array);
                writer.Write((int)GgufValueType.UInt32);
                writer.Write((ulong)numbers.Length);
                foreach (var number in numbers)
                {
                    writer.Write(number);
                }

                break;
            default:
                throw new ArgumentException(
                    $"a value of type {value.GetType().Name}",
                    nameof(value)
                );
        }
    }

    private static void WriteTensor(BinaryWriter writer, Tensor tensor, ulong offset)
    {
        WriteText(writer, tensor.Name);
        ulong[] dimensions = tensor.Rows == 1 ? [tensor.Columns] : [tensor.Columns, tensor.Rows];
        writer.Write(dimensions.Length);
        foreach (var dimension in dimensions)
        {
            writer.Write(dimension);
        }

        writer.Write((int)tensor.Type);
        writer.Write(offset);
    }
}
