using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Memory64.Bench.Benchmarks.WholePrograms.Answers;
using Memory64.Bench.Guests;

namespace Memory64.Bench.Benchmarks.WholePrograms.Native;

/// <summary><c>guest/src/lookup.c</c>.</summary>
/// <param name="data">Where it lies; a multiple of 16.</param>
/// <param name="size">Keys; a multiple of 16 of 32 or more, less than 2^31.</param>
internal sealed unsafe class NativeLookup(byte* data, ulong size) : INativeProgram
{
    private const int Fanout = 16;

    private byte* _root;
    private int _height;
    private ulong _done;
    private ulong _sum;

    /// <inheritdoc/>
    public ulong Build()
    {
        var leaves = (Leaf*)data;
        for (var i = 0UL; i < size; i++)
        {
            leaves[i / Fanout].Keys[i % Fanout] = 2 * i;
            leaves[i / Fanout].Values[i % Fanout] = Pattern.At(i);
        }

        var count = size / Fanout;
        var below = data;
        var end = (byte*)(leaves + count);
        var bytes = (ulong)sizeof(Leaf);
        for (var keys = (ulong)Fanout; count > 1; keys *= Fanout, _height++)
        {
            var nodes = (count + Fanout - 1) / Fanout;
            var level = (Node*)end;
            for (var i = 0UL; i < count; i++)
            {
                var parent = level + (i / Fanout);
                parent->Children[i % Fanout] = (ulong)(below + (i * bytes));
                if (i % Fanout != 0)
                {
                    parent->Keys[(i % Fanout) - 1] = 2 * keys * i;
                }

                parent->Count = (i % Fanout) + 1;
            }

            below = (byte*)level;
            bytes = (ulong)sizeof(Node);
            count = nodes;
            end = (byte*)(level + nodes);
        }

        _root = below;
        return (ulong)(end - data);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public ulong Run(ulong count)
    {
        var (done, sum, limit, height) = (_done, _sum, 2 * size, _height);
        var root = _root;
        for (; count != 0; count--)
        {
            var key = Numbers.Chosen(done++, limit);
            var at = root;
            for (var left = height; left != 0; left--)
            {
                var node = (Node*)at;
                var child = 0UL;
                while (child + 1 < node->Count && node->Keys[child] <= key)
                {
                    child++;
                }

                at = (byte*)node->Children[child];
            }

            var leaf = (Leaf*)at;
            var k = 0UL;
            while (k < Fanout && leaf->Keys[k] < key)
            {
                k++;
            }

            sum += k < Fanout && leaf->Keys[k] == key ? leaf->Values[k] : 1;
        }

        (_done, _sum) = (done, sum);
        return sum;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct Node
    {
        public fixed ulong Keys[Fanout - 1];
        public fixed ulong Children[Fanout];
        public ulong Count;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct Leaf
    {
        public fixed ulong Keys[Fanout];
        public fixed ulong Values[Fanout];
    }
}
