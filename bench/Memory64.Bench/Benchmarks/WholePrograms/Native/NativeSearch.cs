using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Memory64.Bench.Guests;

namespace Memory64.Bench.Benchmarks.WholePrograms.Native;

/// <summary><c>guest/src/search.c</c>.</summary>
/// <param name="data">Where it lies; a multiple of 16.</param>
/// <param name="size">Vectors; a multiple of 16.</param>
internal sealed unsafe class NativeSearch(byte* data, ulong size) : INativeProgram
{
    private const ulong Dimensions = 384;
    private const ulong Group = 16;
    private const ulong Queries = 4;
    private const ulong QuerySeed = 1UL << 40;

    private readonly float* _queries = (float*)data;
    private readonly float* _vectors = (float*)data + (Queries * Dimensions);
    private float _best;
    private ulong _chosen;
    private ulong _done;
    private ulong _sum;

    /// <inheritdoc/>
    public ulong Build()
    {
        Write(_queries, Queries, QuerySeed);
        Write(_vectors, size, 0);
        return (Queries + size) * Dimensions * sizeof(float);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public ulong Run(ulong count)
    {
        var (done, sum, best, chosen, limit) = (_done, _sum, _best, _chosen, size);
        var queries = _queries;
        var vectors = _vectors;
        for (; count != 0; count--)
        {
            var found = Product(
                queries + (done / Group % Queries * Dimensions),
                vectors + (done % limit * Dimensions)
            );
            var member = done++ % Group;
            if (member == 0 || found > best)
            {
                (best, chosen) = (found, member);
            }

            if (member == Group - 1)
            {
                sum += chosen + (ulong)(long)best;
            }
        }

        (_done, _sum, _best, _chosen) = (done, sum, best, chosen);
        return sum;
    }

    /// <summary>The product of two vectors.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static float Product(float* x, float* y)
    {
        var (sum0, sum1, sum2, sum3) = (
            Vector128<float>.Zero,
            Vector128<float>.Zero,
            Vector128<float>.Zero,
            Vector128<float>.Zero
        );
        for (var i = 0UL; i < Dimensions; i += 16)
        {
            sum0 += Vector128.Load(x + i) * Vector128.Load(y + i);
            sum1 += Vector128.Load(x + i + 4) * Vector128.Load(y + i + 4);
            sum2 += Vector128.Load(x + i + 8) * Vector128.Load(y + i + 8);
            sum3 += Vector128.Load(x + i + 12) * Vector128.Load(y + i + 12);
        }

        return Vector128.Sum((sum0 + sum1) + (sum2 + sum3));
    }

    private static void Write(float* to, ulong count, ulong seed)
    {
        for (var i = 0UL; i < count * Dimensions; i += 16)
        {
            var random = Pattern.At(seed + (i / 16));
            for (var k = 0UL; k < 16; k++, random >>= 4)
            {
                to[i + k] = (int)(random & 15) - 8;
            }
        }
    }
}
