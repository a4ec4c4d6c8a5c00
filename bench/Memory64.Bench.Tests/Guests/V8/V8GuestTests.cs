using Memory64.Bench.Guests;
using Memory64.Bench.Guests.Proofs;
using Memory64.Bench.Guests.V8;
using Memory64.Bench.Tests.Guests.Proofs;
using Memory64.Bench.Tests.Harness.Running;
using Memory64.Bench.Tests.Wasmtime;
using Memory64.Wasmtime;
using Xunit;

namespace Memory64.Bench.Tests.Guests.V8;

/// <summary>The real V8: what is proved of memories in Wasmtime is proved here, and refused where it must be.</summary>
[Collection(AloneCollection.Name)]
public sealed class V8GuestTests : IDisposable
{
    private static readonly MemoryType Eight = new(
        ByteSize.GiB(8).Pages,
        ByteSize.GiB(16).Pages,
        Is64: true
    );

    private readonly V8Engine _engine = new(RealEngines.V8.Build.LibraryPath);

    public void Dispose() => _engine.Dispose();

    [Theory]
    [InlineData("instantiation-m64-64KiB", 1UL, 262_144UL)]
    [InlineData("instantiation-m64-8GiB", 131_072UL, 262_144UL)]
    [InlineData("instantiation-m64-16GiB", 262_144UL, 262_144UL)]
    [InlineData("instantiation-m32-4GiB", 65_536UL, 65_536UL)]
    public void A_memory_is_what_it_should_be(string name, ulong pages, ulong maximum)
    {
        using var guest = Open(name);
        MemoryAssertion.Check(
            guest,
            new(pages, maximum, name.Contains("m64", StringComparison.Ordinal))
        );
        Assert.Null(guest.Here);
    }

    [Fact]
    public void A_memory_keeps_what_it_holds_when_it_grows_across_4_GiB()
    {
        using var guest = Open("allocation-m64");
        _ = guest.Probe.Grow.Call(ByteSize.GiB(3).Pages);
        GrowthAssertion.Check(guest, ByteSize.GiB(3).Pages);
        Assert.Equal(ByteSize.GiB(6).Bytes, guest.Memory.ByteLength);
    }

    [Theory]
    [InlineData("faulty-truncated-address", 0x1_0000_0000UL)]
    [InlineData("faulty-alias", 0UL)]
    [InlineData("faulty-last-byte", 0x1_FFFF_FFF8UL)]
    [InlineData("faulty-growth-success", 0x2_0000_0000UL)]
    public void A_faulty_guest_is_refused_as_in_Wasmtime(string name, ulong address)
    {
        using var guest = Open(name);
        var refusal = MemoryAssertionTests.Refused(() => MemoryAssertion.Check(guest, Eight));
        Assert.Equal(address, refusal.Address);
    }

    [Fact]
    public void A_growth_that_loses_content_is_refused_as_in_Wasmtime()
    {
        using var guest = Open("faulty-growth-content");
        MemoryAssertion.Check(guest, Eight);
        var refusal = MemoryAssertionTests.Refused(() => GrowthAssertion.Check(guest, 1));
        Assert.Equal((0UL, Pattern.At(0), 0UL), refusal);
    }

    [Fact]
    public void A_trap_says_whether_it_was_the_bounds()
    {
        using var guest = Open("instantiation-m32-64KiB");
        Assert.Equal(
            TrapCode.MemoryOutOfBounds,
            Assert.Throws<TrapException>(() => guest.Probe.Load8.Call(65_536)).Code
        );
        // The guest's own trap: an address that a memory32 can't have.
        Assert.Equal(
            TrapCode.None,
            Assert.Throws<TrapException>(() => guest.Probe.Load8.Call(ByteSize.FourGiB.Bytes)).Code
        );
        Assert.Equal(1UL, guest.Probe.Pages.Call());
    }

    [Fact]
    public void A_call_is_made_as_often_as_is_asked_and_counts_what_it_takes()
    {
        using var guest = Open("instantiation-m64-64KiB");
        var before = _engine.Clock.Wall;
        _engine.Clock.Times = 3;
        Assert.Equal(3UL, guest.Probe.Grow.Call(1));
        _engine.Clock.Times = 1;
        Assert.Equal(4UL, guest.Probe.Pages.Call());
        Assert.InRange(_engine.Clock.Wall - before, 1, long.MaxValue);
    }

    [Fact]
    public unsafe void An_area_can_be_read_written_and_filled_with_addresses()
    {
        const ulong at = 0x1_0000_0000 - 16;
        using var guest = Open("instantiation-m64-8GiB");
        var memory = (IRemoteMemory)guest.Memory;
        using (var written = memory.View(at, 32, ViewAccess.Write))
        {
            Pattern.Write(at, (ulong*)written.Data, 32);
        }

        Assert.Equal(GuestProbe.None, guest.Probe.PatternCheck.Call(at, 4));
        memory.WriteAddresses(at, 32);
        using var read = memory.View(at, 32, ViewAccess.Read);
        Assert.Equal([at, at + 8, at + 16, at + 24], new ReadOnlySpan<double>(read.Data, 4));
    }

    [Fact]
    public void What_a_guest_has_not_is_said_by_name()
    {
        using var guest = Open("instantiation-m64-64KiB");
        var refusal = Assert.Throws<GuestEngineException>(() => guest.Function("nothing"));
        Assert.Equal("V8: no function nothing of up to three parameters", refusal.Message);
        Assert.Equal(1UL, guest.Probe.Pages.Call());
    }

    [Fact]
    public void A_process_that_has_ended_is_one_line()
    {
        var guest = Open("instantiation-m64-64KiB");
        _engine.Dispose();
        var refusal = Assert.ThrowsAny<Exception>(() => guest.Probe.Pages.Call());
        Assert.DoesNotContain('\n', refusal.Message);
    }

    [Fact]
    public void A_program_that_is_not_there_is_one_line() =>
        Assert.Contains(
            "/no/such/node can't be started",
            Assert
                .Throws<GuestEngineException>(() =>
                    new V8Engine("/no/such/node").Prepare(
                        Guest.Named("instantiation-m64-64KiB"),
                        EngineConfiguration.Default
                    )
                )
                .Message,
            StringComparison.Ordinal
        );

    private IGuest Open(string name) => ((IGuestEngine)_engine).Open(Guest.Named(name));
}
