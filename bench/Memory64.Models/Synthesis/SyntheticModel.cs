using Memory64.Models.Gguf;
using Memory64.Models.Shapes;

namespace Memory64.Models.Synthesis;

/// <summary>A model file with the shape of a known model and weights that a seed gives: what a token costs doesn't depend on their values.</summary>
public static class SyntheticModel
{
    // Of the weights of a norm around 1: a norm that is left out or taken twice must show.
    private const float NormDeviation = 0.2f;

    /// <summary>Writes the file.</summary>
    /// <param name="shape">Of the model.</param>
    /// <param name="seed">Files of one seed and shape are equal.</param>
    /// <exception cref="IOException">There is no room for it.</exception>
    public static ModelFile Write(ModelShape shape, ulong seed) =>
        Write(shape, TensorPlan.Of(shape), seed);

    /// <summary>Writes a file with the tensors of a plan of one's own.</summary>
    /// <param name="shape">Of the model.</param>
    /// <param name="tensors">In the order in which they shall lie in the file.</param>
    /// <param name="seed">Files of one seed, shape and plan are equal.</param>
    /// <exception cref="IOException">There is no room for it.</exception>
    public static ModelFile Write(ModelShape shape, IReadOnlyList<Tensor> tensors, ulong seed) =>
        Write(ModelMetadata.Of(shape), tensors, seed);

    /// <summary>Writes a file with tensors and metadata of one's own.</summary>
    /// <param name="metadata">As <see cref="GgufHead"/> takes them.</param>
    /// <param name="tensors">In the order in which they shall lie in the file.</param>
    /// <param name="seed">Files of one seed, metadata and plan are equal.</param>
    /// <exception cref="IOException">There is no room for it.</exception>
    public static unsafe ModelFile Write(
        IReadOnlyList<KeyValuePair<string, object>> metadata,
        IReadOnlyList<Tensor> tensors,
        ulong seed
    )
    {
        var head = new GgufHead(metadata, tensors);
        var file = new ModelFile(head.FileBytes);
        try
        {
            file.Write(start =>
            {
                head.Bytes.CopyTo(new Span<byte>(start, head.Bytes.Length));
                foreach (var (index, placed) in head.Tensors.Index())
                {
                    Fill(
                        placed.Tensor,
                        new SplitMix64(seed + (ulong)index).Next(),
                        start + placed.Offset
                    );
                }
            });
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    private static unsafe void Fill(Tensor tensor, ulong seed, byte* start)
    {
        var bytes = (int)tensor.RowBytes;
        var isNorm = tensor.Rows == 1;
        var deviation =
            isNorm ? NormDeviation
            : tensor.Name == TensorNames.Embedding ? 1
            : 1 / MathF.Sqrt(tensor.Columns);
        _ = Parallel.For(
            0L,
            (long)tensor.Rows,
            row =>
                SyntheticRow.Fill(
                    tensor.Type,
                    deviation,
                    isNorm ? 1 : 0,
                    seed ^ (ulong)row,
                    new Span<byte>(start + ((ulong)row * tensor.RowBytes), bytes)
                )
        );
    }
}
