using System.Runtime.CompilerServices;
using Memory64.Bench.Guests;

namespace Memory64.Bench.Benchmarks.WholePrograms.Native;

/// <summary><c>guest/src/blur.c</c>.</summary>
/// <param name="data">Where it lies; a multiple of 16.</param>
/// <param name="size">Rows and columns of the image, without its edge.</param>
internal sealed unsafe class NativeBlur(byte* data, ulong size) : INativeProgram
{
    private readonly ushort* _blurred = (ushort*)(
        data + ((((size + 2) * (size + 2)) + 15) & ~15UL)
    );
    private ulong _done;
    private ulong _sum;

    /// <inheritdoc/>
    public ulong Build()
    {
        for (var i = 0UL; i < (size + 2) * (size + 2); i++)
        {
            data[i] = (byte)Pattern.At(i);
        }

        new Span<ushort>(_blurred, checked((int)(size * size))).Clear();
        return (ulong)((byte*)(_blurred + (size * size)) - data);
    }

    /// <inheritdoc/>
    public ulong Run(ulong count)
    {
        for (; count != 0; count--)
        {
            var row = _done++ % size;
            _sum += Row(data + (row * (size + 2)), _blurred + (row * size), size);
        }

        return _sum;
    }

    /// <summary>Computes a row.</summary>
    /// <param name="above">The row of pixels above it; the others follow.</param>
    /// <param name="to">Where it is written.</param>
    /// <param name="size">Its pixels.</param>
    /// <returns>Their sum.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static ulong Row(byte* above, ushort* to, ulong size)
    {
        var level = above + size + 2;
        var below = level + size + 2;
        var sum = 0UL;
        for (var x = 0UL; x < size; x++)
        {
            var pixel =
                (uint)above[x]
                + (2u * above[x + 1])
                + above[x + 2]
                + (2u * level[x])
                + (4u * level[x + 1])
                + (2u * level[x + 2])
                + below[x]
                + (2u * below[x + 1])
                + below[x + 2];
            to[x] = (ushort)pixel;
            sum += pixel;
        }

        return sum;
    }
}
