using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Memory64.Bench.Benchmarks.WholePrograms.Answers;
using Memory64.Bench.Guests;

namespace Memory64.Bench.Benchmarks.WholePrograms.Native;

/// <summary><c>guest/src/sort.c</c>.</summary>
/// <param name="data">Where it lies; a multiple of 16.</param>
/// <param name="size">Records.</param>
internal sealed unsafe class NativeSort(byte* data, ulong size) : INativeProgram
{
    private const int Sorted = 256;
    private const int Few = 12;
    private const ulong Batches = 4_096;

    private readonly Record** _order = (Record**)data;
    private readonly Record* _records = (Record*)(data + (Sorted * sizeof(Record*)));
    private ulong _done;
    private ulong _sum;

    /// <inheritdoc/>
    public ulong Build()
    {
        for (var i = 0UL; i < size; i++)
        {
            _records[i] = new() { Key = Pattern.At(i) };
            for (var k = 0; k < 5; k++)
            {
                _records[i].Rest[k] = i;
            }
        }

        return (ulong)((byte*)(_records + size) - data);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public ulong Run(ulong count)
    {
        var (done, sum, limit) = (_done, _sum, size);
        var order = _order;
        var records = _records;
        for (; count != 0; count--)
        {
            var first = done++ % Batches * Sorted;
            for (var i = 0UL; i < Sorted; i++)
            {
                order[i] = records + Numbers.Chosen(first + i, limit);
            }

            Arrange(order, order + Sorted);
            for (var i = 0UL; i < Sorted; i++)
            {
                sum += (i + 1) * order[i]->Key;
            }
        }

        (_done, _sum) = (done, sum);
        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Arrange(Record** from, Record** to)
    {
        while (to - from > Few)
        {
            var middle = from + ((to - from) / 2);
            if ((*middle)->Key < (*from)->Key)
            {
                Swap(middle, from);
            }

            if (to[-1]->Key < (*middle)->Key)
            {
                Swap(middle, to - 1);
                if ((*middle)->Key < (*from)->Key)
                {
                    Swap(middle, from);
                }
            }

            var pivot = *middle;
            var left = from;
            var right = to - 1;
            while (left <= right)
            {
                while ((*left)->Key < pivot->Key)
                {
                    left++;
                }

                while (pivot->Key < (*right)->Key)
                {
                    right--;
                }

                if (left <= right)
                {
                    Swap(left++, right--);
                }
            }

            if (right + 1 - from < to - left)
            {
                Arrange(from, right + 1);
                from = left;
            }
            else
            {
                Arrange(left, to);
                to = right + 1;
            }
        }

        for (var next = from + 1; next < to; next++)
        {
            var placed = *next;
            var at = next;
            for (; at > from && placed->Key < at[-1]->Key; at--)
            {
                *at = at[-1];
            }

            *at = placed;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Swap(Record** x, Record** y)
    {
        var kept = *x;
        *x = *y;
        *y = kept;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct Record
    {
        public ulong Key;
        public fixed ulong Rest[5];
    }
}
