using Memory64.Bench.Guests;
using Memory64.Bench.Tests.Wasmtime;
using Memory64.Wasmtime;
using Xunit;

namespace Memory64.Bench.Tests.Guests;

public sealed class PatternTests
{
    // Steps of SplitMix64's state: output n of a seed is the first output of seed + n * Gamma.
    private const ulong Gamma = 0x9e3779b97f4a7c15;

    // The published outputs for two seeds, by which implementations of SplitMix64 are compared.
    [Theory]
    [InlineData(
        0UL,
        new ulong[]
        {
            0xe220a8397b1dcdaf,
            0x6e789e6aa1b965f4,
            0x06c45d188009454f,
            0xf88bb8a8724c81ec,
            0x1b39896a51a8749b,
        }
    )]
    [InlineData(
        1234567UL,
        new ulong[]
        {
            6457827717110365317,
            3203168211198807973,
            9817491932198370423,
            4593380528125082431,
            16408922859458223821,
        }
    )]
    public void It_is_SplitMix64(ulong seed, ulong[] outputs) =>
        Assert.Equal(
            outputs,
            Enumerable
                .Range(0, outputs.Length)
                .Select(step => Pattern.At(unchecked(seed + ((ulong)step * Gamma))))
        );

    [Theory]
    [InlineData("instantiation-m64-8GiB", 0UL)]
    [InlineData("instantiation-m64-8GiB", 0x0_FFFF_FF00UL)]
    [InlineData("instantiation-m64-8GiB", 0x1_8000_0003UL)]
    [InlineData("instantiation-m32-4GiB", 0x0_8000_0000UL)]
    public void Guest_and_host_have_the_same(string name, ulong address)
    {
        const ulong words = 64;
        using var engine = new Engine(EnginesAtHand.Default);
        using var module = new Module(engine, Guest.Named(name).Wasm.Span);
        using var guest = new GuestInstance(engine, module);

        Assert.Equal(words, guest.Probe.PatternWrite.Call(address, words));
        for (var word = address; word < address + (words * sizeof(ulong)); word += sizeof(ulong))
        {
            Assert.Equal(Pattern.At(word), guest.Memory.Read<ulong>(word));
        }

        Assert.Equal(GuestProbe.None, guest.Probe.PatternCheck.Call(address, words));
        var spoilt = address + (17 * sizeof(ulong));
        guest.Memory.Write(spoilt, (byte)~Pattern.At(spoilt));
        Assert.Equal(spoilt, guest.Probe.PatternCheck.Call(address, words));
    }
}
