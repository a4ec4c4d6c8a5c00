using Memory64.Models.Gguf;
using Memory64.Models.Shapes;

namespace Memory64.Bench.Tests.Models;

/// <summary>A model file whose tensors lie as close as its alignment allows, which <see cref="GgufHead"/> doesn't write.</summary>
internal static class BareFile
{
    /// <summary>
    /// A file of <see cref="TestModels.Small"/> with an alignment of 8 whose data begin behind a multiple of 32. All its weights are one
    /// number.
    /// </summary>
    /// <param name="behind">By how many bytes: 0, 8, 16 or 24.</param>
    public static byte[] Of(int behind)
    {
        const int alignment = 8;
        for (var letters = 0; ; letters++)
        {
            var head = new GgufHead(
                [
                    .. ModelMetadata.Of(TestModels.Small),
                    new(GgufFormat.AlignmentKey, (uint)alignment),
                    new("test.padding", new string('x', letters)),
                ],
                [
                    .. TensorPlan
                        .Of(TestModels.Small)
                        .Select(tensor => tensor with { Type = TensorType.F32 }),
                ]
            );

            // The last tensor's offset is not 0, and lies there with its lowest byte first: what follows it is padding.
            var bytes = head.Bytes;
            var end = bytes.Length - ((bytes.Length - EndOf(head)) / alignment * alignment);
            if (end % (int)GgufFormat.DefaultAlignment != behind)
            {
                continue;
            }

            var data = (int)(head.FileBytes - (ulong)bytes.Length) / sizeof(float);
            return
            [
                .. bytes[..end],
                .. Enumerable.Repeat(0.5f, data).SelectMany(BitConverter.GetBytes),
            ];
        }
    }

    // Behind the last tensor's name lie the number of its dimensions, each dimension, its type and its offset.
    private static int EndOf(GgufHead head)
    {
        var last = head.Tensors[^1].Tensor;
        var name = head.Bytes.LastIndexOf(System.Text.Encoding.ASCII.GetBytes(last.Name));
        return name
            + last.Name.Length
            + sizeof(int)
            + ((last.Rows == 1 ? 1 : 2) * sizeof(ulong))
            + sizeof(int)
            + sizeof(ulong);
    }
}
