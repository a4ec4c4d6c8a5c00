using Memory64.Models.Tokens;
using Xunit;

namespace Memory64.Bench.Tests.Models.Tokens;

public sealed unsafe class HalvesTests
{
    [Fact]
    public void Every_number_is_the_runtimes_own()
    {
        for (var bits = 0; bits <= ushort.MaxValue; bits++)
        {
            var expected = (float)BitConverter.UInt16BitsToHalf((ushort)bits);
            var found = Halves.ToFloat((ushort)bits);
            Assert.True(
                BitConverter.SingleToInt32Bits(expected) == BitConverter.SingleToInt32Bits(found)
                    || (float.IsNaN(expected) && float.IsNaN(found)),
                $"{bits:X4}: {expected} and {found}"
            );
        }
    }

    [Fact]
    public void Four_finite_ones_are_what_each_is()
    {
        Span<ushort> four = stackalloc ushort[4];
        for (var bits = 0; bits <= ushort.MaxValue; bits++)
        {
            if (!Half.IsFinite(BitConverter.UInt16BitsToHalf((ushort)bits)))
            {
                continue;
            }

            four.Fill((ushort)(bits ^ 1));
            four[bits % 4] = (ushort)bits;
            fixed (ushort* start = four)
            {
                var found = Halves.ToFloats(start);
                for (var i = 0; i < 4; i++)
                {
                    if (Half.IsFinite(BitConverter.UInt16BitsToHalf(four[i])))
                    {
                        Assert.Equal(Halves.ToFloat(four[i]), found[i]);
                    }
                }
            }
        }
    }
}
