using System.Globalization;
using System.Text.RegularExpressions;
using Memory64.Bench.Guests;
using Memory64.Bench.Guests.Proofs;
using Memory64.Bench.Tests.Wasmtime;
using Memory64.Wasmtime;
using Xunit;

namespace Memory64.Bench.Tests.Guests.Proofs;

public sealed partial class MemoryAssertionTests
{
    private static readonly MemoryType Eight = Type(ByteSize.GiB(8), 16, is64: true);

    [Theory]
    [InlineData("instantiation-m64-64KiB", 1UL, true)]
    [InlineData("instantiation-m64-4GiB", 65_536UL, true)]
    [InlineData("instantiation-m64-8GiB", 131_072UL, true)]
    [InlineData("instantiation-m64-16GiB", 262_144UL, true)]
    [InlineData("access-m64", 131_072UL, true)]
    [InlineData("allocation-m64", 0UL, true)]
    [InlineData("instantiation-m32-64KiB", 1UL, false)]
    [InlineData("instantiation-m32-4GiB", 65_536UL, false)]
    [InlineData("access-m32", 65_536UL, false)]
    [InlineData("allocation-m32", 0UL, false)]
    public void A_sound_guest_passes(string name, ulong pages, bool is64)
    {
        using var engine = new Engine(EnginesAtHand.Default);
        using var module = Compile(engine, name);
        using var guest = new GuestInstance(engine, module);
        MemoryAssertion.Check(guest, new(pages, is64 ? 262_144UL : 65_536, is64));
    }

    [Theory]
    [InlineData("imported-m64", 8, 16, true)]
    [InlineData("imported-m64", 8, 8, true)]
    [InlineData("imported-m64", 1, 6, true)]
    [InlineData("imported-m32", 4, 4, false)]
    [InlineData("imported-m32", 1, 2, false)]
    public void A_sound_memory_created_by_the_host_passes(
        string name,
        ulong gib,
        ulong maximumGib,
        bool is64
    )
    {
        using var engine = new Engine(EnginesAtHand.Default);
        using var module = Compile(engine, name);
        var type = Type(ByteSize.GiB(gib), maximumGib, is64);
        using var guest = new GuestInstance(engine, module, type);
        MemoryAssertion.Check(guest, type);
    }

    [Fact]
    public void A_sound_guest_passes_in_a_pool()
    {
        var settings = new EngineConfiguration { Allocator = Allocator.Pooling };
        var library = EnginesAtHand.Default;
        Assert.Null(settings.ReasonToSkip(library));
        using var engine = settings.CreateEngine(library);
        using var module = Compile(engine, "instantiation-m64-8GiB");
        using var guest = new GuestInstance(engine, module);
        MemoryAssertion.Check(guest, Eight);
    }

    [Fact]
    public void A_store_that_lands_4_GiB_lower_is_refused()
    {
        var refusal = Refusal("faulty-truncated-address");
        Assert.Equal(0x1_0000_0000UL, refusal.Address);
        Assert.Equal(Pattern.At(refusal.Address), refusal.Expected);
        Assert.Equal(0UL, refusal.Found);
    }

    [Fact]
    public void A_store_that_also_lands_4_GiB_lower_is_refused()
    {
        var refusal = Refusal("faulty-alias");
        Assert.Equal(0UL, refusal.Address);
        Assert.Equal(0UL, refusal.Expected);
        Assert.Equal(Pattern.At(0x1_0000_0000), refusal.Found);
    }

    [Fact]
    public void A_lost_last_byte_is_refused()
    {
        const ulong lastWord = 0x1_FFFF_FFF8;
        var refusal = Refusal("faulty-last-byte");
        Assert.Equal(lastWord, refusal.Address);
        Assert.Equal(Pattern.At(lastWord), refusal.Expected);
        Assert.Equal(Pattern.At(lastWord) << 8 >> 8, refusal.Found);
    }

    [Fact]
    public void A_growth_past_the_maximum_that_claims_success_is_refused()
    {
        var refusal = Refusal("faulty-growth-success");
        Assert.Equal(ByteSize.GiB(8).Bytes, refusal.Address);
        Assert.Equal(GuestProbe.None, refusal.Expected);
        Assert.Equal(ByteSize.GiB(8).Pages, refusal.Found);
    }

    [Fact]
    public void A_guest_whose_only_fault_is_in_growth_passes_until_it_grows()
    {
        using var engine = new Engine(EnginesAtHand.Default);
        using var module = Compile(engine, "faulty-growth-content");
        using var guest = new GuestInstance(engine, module);
        MemoryAssertion.Check(guest, Eight);
    }

    [Theory]
    [InlineData(131_071UL)]
    [InlineData(131_073UL)]
    [InlineData(0UL)]
    [InlineData(262_144UL)]
    public void Another_size_than_declared_is_refused(ulong pages)
    {
        using var engine = new Engine(EnginesAtHand.Default);
        using var module = Compile(engine, "instantiation-m64-8GiB");
        using var guest = new GuestInstance(engine, module);
        var refusal = Refused(() => MemoryAssertion.Check(guest, Eight with { Minimum = pages }));
        Assert.Equal(pages, refusal.Expected);
        Assert.Equal(131_072UL, refusal.Found);
    }

    [Fact]
    public void A_maximum_below_the_real_one_is_refused()
    {
        using var engine = new Engine(EnginesAtHand.Default);
        using var module = Compile(engine, "instantiation-m64-64KiB");
        using var guest = new GuestInstance(engine, module);
        var refusal = Refused(() => MemoryAssertion.Check(guest, new(1, 2, Is64: true)));
        Assert.Equal(GuestProbe.None, refusal.Expected);
        Assert.Equal(1UL, refusal.Found);
    }

    [Fact]
    public void A_memory_without_a_declared_maximum_cannot_be_checked()
    {
        using var engine = new Engine(EnginesAtHand.Default);
        using var module = Compile(engine, "instantiation-m64-64KiB");
        using var guest = new GuestInstance(engine, module);
        Assert.Throws<ArgumentException>(() =>
            MemoryAssertion.Check(guest, new(1, null, Is64: true))
        );
    }

    /// <summary>What the message of a refusal says, which must be all three.</summary>
    internal static (ulong Address, ulong Expected, ulong Found) Refused(Action check)
    {
        var exception = Assert.Throws<AssertionException>(check);
        var match = Message().Match(exception.Message);
        Assert.True(match.Success, exception.Message);
        return (Number("address"), Number("expected"), Number("found"));

        ulong Number(string name) =>
            ulong.Parse(match.Groups[name].ValueSpan, NumberStyles.HexNumber);
    }

    private static (ulong Address, ulong Expected, ulong Found) Refusal(string faulty)
    {
        using var engine = new Engine(EnginesAtHand.Default);
        using var module = Compile(engine, faulty);
        using var guest = new GuestInstance(engine, module);
        return Refused(() => MemoryAssertion.Check(guest, Eight));
    }

    private static MemoryType Type(ByteSize minimum, ulong maximumGib, bool is64) =>
        new(minimum.Pages, ByteSize.GiB(maximumGib).Pages, is64);

    private static Module Compile(Engine engine, string guest) =>
        new(engine, Guest.Named(guest).Wasm.Span);

    [GeneratedRegex(
        "^.+: at address 0x(?<address>[0-9A-F]+) expected 0x(?<expected>[0-9A-F]+), found 0x(?<found>[0-9A-F]+)$",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Message();
}
