using Memory64.Bench.Guests;
using Memory64.Bench.Guests.Proofs;
using Memory64.Bench.Tests.Wasmtime;
using Memory64.Wasmtime;
using Xunit;

namespace Memory64.Bench.Tests.Guests.Proofs;

public sealed unsafe class GrowthAssertionTests
{
    // Growing 8 GiB by default would copy them.
    private static readonly EngineConfiguration Reserved = new()
    {
        MemoryReservation = ByteSize.GiB(16),
    };

    private static readonly EngineConfiguration Relocating = new()
    {
        MemoryReservation = default(ByteSize),
        MemoryReservationForGrowth = default(ByteSize),
    };

    [Theory]
    [InlineData("allocation-m64", false)]
    [InlineData("allocation-m64", true)]
    [InlineData("allocation-m32", false)]
    [InlineData("allocation-m32", true)]
    public void A_sound_guest_passes_whether_it_is_relocated_or_not(string name, bool relocating)
    {
        var settings = relocating ? Relocating : EngineConfiguration.Default;
        using var engine = settings.CreateEngine(EnginesAtHand.Default);
        using var module = Compile(engine, name);
        using var guest = new GuestInstance(engine, module);
        Assert.Equal(0UL, guest.Probe.Grow.Call(1));
        var data = (nint)guest.Memory.Data;

        GrowthAssertion.Check(guest, 100);

        Assert.Equal(relocating, data != (nint)guest.Memory.Data);
        Assert.Equal(101UL, guest.Memory.Pages);
    }

    [Theory]
    [InlineData("allocation-m64", 3)]
    [InlineData("allocation-m64", 12)]
    [InlineData("allocation-m32", 3)]
    public void A_sound_guest_passes_when_it_grows_by_GiB(string name, ulong gib)
    {
        using var engine = Reserved.CreateEngine(EnginesAtHand.Default);
        using var module = Compile(engine, name);
        using var guest = new GuestInstance(engine, module);
        guest.Probe.Grow.Call(ByteSize.GiB(1).Pages);
        GrowthAssertion.Check(guest, ByteSize.GiB(gib).Pages);
        Assert.Equal(ByteSize.GiB(gib + 1).Bytes, guest.Memory.ByteLength);
    }

    [Fact]
    public void A_growth_that_loses_content_is_refused()
    {
        var refusal = Refusal("faulty-growth-content", pages: 1);
        Assert.Equal(0UL, refusal.Address);
        Assert.Equal(Pattern.At(0), refusal.Expected);
        Assert.Equal(0UL, refusal.Found);
    }

    [Fact]
    public void A_growth_that_only_claims_success_is_refused()
    {
        var pages = ByteSize.GiB(8).Pages;
        var refusal = Refusal("faulty-growth-success", pages + 1);
        Assert.Equal((2 * pages) + 1, refusal.Expected);
        Assert.Equal(pages, refusal.Found);
    }

    [Fact]
    public void A_growth_that_fails_is_refused()
    {
        var pages = ByteSize.GiB(8).Pages;
        var refusal = Refusal("instantiation-m64-8GiB", pages + 1);
        Assert.Equal(pages, refusal.Expected);
        Assert.Equal(GuestProbe.None, refusal.Found);
    }

    private static (ulong Address, ulong Expected, ulong Found) Refusal(string name, ulong pages)
    {
        using var engine = Reserved.CreateEngine(EnginesAtHand.Default);
        using var module = Compile(engine, name);
        using var guest = new GuestInstance(engine, module);
        return MemoryAssertionTests.Refused(() => GrowthAssertion.Check(guest, pages));
    }

    private static Module Compile(Engine engine, string guest) =>
        new(engine, Guest.Named(guest).Wasm.Span);
}
