using Memory64.Bench.Benchmarks.Settings;
using Memory64.Bench.Guests;
using Memory64.Bench.Guests.Proofs;
using Memory64.Bench.Tests.Wasmtime;
using Xunit;

namespace Memory64.Bench.Tests.Benchmarks.Settings;

public sealed class InitialContentTests
{
    private static readonly ByteSize None = new(0);

    [Fact]
    public void A_fresh_instance_has_its_data_and_zeros()
    {
        Check("data-m64", InitialContent.DataSize);
        Check("access-m64", None);
    }

    [Fact]
    public void Data_that_is_missing_or_too_much_is_found()
    {
        Refuses("access-m64", InitialContent.DataSize, 0);
        Refuses("data-m64", None, 0);
        Refuses("data-m64", ByteSize.KiB(255), 255 << 10);
    }

    [Theory]
    [InlineData(0UL)]
    [InlineData((1UL << 20) - 1)]
    public void What_was_written_is_found(ulong address)
    {
        using var compiled = Compile("access-m64");
        using var guest = compiled.Instantiate();
        guest.Memory.Write(address, (byte)1);
        Assert.Throws<AssertionException>(() => InitialContent.Check(guest, None));
    }

    private static void Refuses(string name, ByteSize data, ulong address)
    {
        var exception = Assert.Throws<AssertionException>(() => Check(name, data));
        Assert.Contains($"at address 0x{address:X} ", exception.Message, StringComparison.Ordinal);
    }

    private static void Check(string name, ByteSize data)
    {
        using var compiled = Compile(name);
        using var guest = compiled.Instantiate();
        InitialContent.Check(guest, data);
    }

    private static CompiledGuest Compile(string name) =>
        new(Guest.Named(name), EngineConfiguration.Default, EnginesAtHand.Default);
}
