using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Memory64.Bench.Guests;

namespace Memory64.Bench.Benchmarks.WholePrograms.Native;

/// <summary><c>guest/src/product.c</c>.</summary>
/// <param name="data">Where it lies; a multiple of 16.</param>
/// <param name="size">Rows and columns of each matrix; a multiple of 32.</param>
internal sealed unsafe class NativeProduct(byte* data, ulong size) : INativeProgram
{
    private const ulong Columns = 32;

    private readonly float* _left = (float*)data;
    private readonly float* _right = (float*)data + (size * size);
    private readonly float* _product = (float*)data + (2 * size * size);
    private ulong _done;
    private ulong _sum;

    /// <inheritdoc/>
    public ulong Build()
    {
        for (var i = 0UL; i < size * size; i++)
        {
            _left[i] = Pattern.At(i) & 7;
            _right[i] = Pattern.At(~i) & 7;
            _product[i] = 0;
        }

        return 3 * size * size * sizeof(float);
    }

    /// <inheritdoc/>
    public ulong Run(ulong count)
    {
        for (; count != 0; count--)
        {
            var (row, block) = Math.DivRem(_done++, size / Columns);
            row %= size;
            var column = block * Columns;
            _sum += Elements(
                _left + (row * size),
                _right + column,
                _product + (row * size) + column,
                size
            );
        }

        return _sum;
    }

    /// <summary>Computes 32 elements of a row.</summary>
    /// <param name="left">The row of the left matrix.</param>
    /// <param name="right">Where the columns begin in the first row of the right one.</param>
    /// <param name="to">Where they are written.</param>
    /// <param name="size">Rows of the right matrix, and columns.</param>
    /// <returns>Their sum.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static ulong Elements(float* left, float* right, float* to, ulong size)
    {
        var sum0 = Vector128<float>.Zero;
        var sum1 = Vector128<float>.Zero;
        var sum2 = Vector128<float>.Zero;
        var sum3 = Vector128<float>.Zero;
        var sum4 = Vector128<float>.Zero;
        var sum5 = Vector128<float>.Zero;
        var sum6 = Vector128<float>.Zero;
        var sum7 = Vector128<float>.Zero;
        for (var k = 0UL; k < size; k++, right += size)
        {
            var factor = Vector128.Create(left[k]);
            sum0 += factor * Vector128.Load(right);
            sum1 += factor * Vector128.Load(right + 4);
            sum2 += factor * Vector128.Load(right + 8);
            sum3 += factor * Vector128.Load(right + 12);
            sum4 += factor * Vector128.Load(right + 16);
            sum5 += factor * Vector128.Load(right + 20);
            sum6 += factor * Vector128.Load(right + 24);
            sum7 += factor * Vector128.Load(right + 28);
        }

        sum0.Store(to);
        sum1.Store(to + 4);
        sum2.Store(to + 8);
        sum3.Store(to + 12);
        sum4.Store(to + 16);
        sum5.Store(to + 20);
        sum6.Store(to + 24);
        sum7.Store(to + 28);
        return (ulong)Vector128.Sum(sum0 + sum1 + sum2 + sum3 + (sum4 + sum5 + sum6 + sum7));
    }
}
