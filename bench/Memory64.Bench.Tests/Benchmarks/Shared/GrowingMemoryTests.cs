using Memory64.Bench.Benchmarks.Shared;
using Memory64.Bench.Guests;
using Memory64.Bench.Tests.Wasmtime;
using Memory64.Wasmtime;
using Xunit;

namespace Memory64.Bench.Tests.Benchmarks.Shared;

/// <summary>Guests of both index types and the control do the same when they allocate.</summary>
public sealed unsafe class GrowingMemoryTests
{
    private const ulong Page = MemoryType.PageBytes;

    // Everything moves at every growth.
    private static readonly EngineConfiguration Relocating = new()
    {
        MemoryReservation = default(ByteSize),
        MemoryReservationForGrowth = default(ByteSize),
    };

    public static TheoryData<MemoryKind> Kinds { get; } =
        new(MemoryKind.memory64, MemoryKind.memory32, MemoryKind.native);

    public static TheoryData<MemoryKind, ulong> Sizes
    {
        get
        {
            var data = new TheoryData<MemoryKind, ulong>();
            foreach (var kind in Enum.GetValues<MemoryKind>())
            {
                for (var gib = 1UL; gib <= (kind == MemoryKind.memory32 ? 4UL : 6UL); gib++)
                {
                    data.Add(kind, gib);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Seed_writes_the_first_and_the_last_of_so_many_GiB(MemoryKind kind, ulong gib)
    {
        using var growing = Growing.Create(
            kind,
            EngineConfiguration.Default,
            ByteSize.GiB(gib).Bytes
        );
        var memory = growing.Memory;
        Assert.Equal(0UL, memory.ByteLength);

        Assert.Equal(1UL, memory.Seed(ByteSize.GiB(gib).Bytes));

        Assert.Equal(ByteSize.GiB(gib).Bytes, memory.ByteLength);
        Assert.Equal(42, memory.Data[0]);
        Assert.Equal(99, memory.Data[memory.ByteLength - 1]);
        Assert.Equal(0, memory.Data[1]);
        Assert.Equal(0, memory.Data[memory.ByteLength / 2]);
        Assert.Equal(0, memory.Data[memory.ByteLength - 2]);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_second_seed_begins_where_the_first_ended(MemoryKind kind)
    {
        using var growing = Growing.Create(kind, EngineConfiguration.Default, 16 * Page);
        var memory = growing.Memory;
        Assert.Equal(1UL, memory.Seed(Page));
        Assert.Equal(1UL, memory.Seed(2 * Page));
        Assert.Equal(3 * Page, memory.ByteLength);
        Assert.Equal([42, 99, 42, 99], At(memory, 0, Page - 1, Page, (3 * Page) - 1));
        Assert.Equal([0, 0], At(memory, (2 * Page) - 1, 2 * Page));
    }

    [Theory]
    [InlineData(MemoryKind.memory64, 16)]
    [InlineData(MemoryKind.memory32, 4)]
    public void A_guest_does_not_seed_or_grow_past_its_maximum(MemoryKind kind, ulong gib)
    {
        using var growing = Growing.Create(kind, EngineConfiguration.Default, 0);
        var memory = growing.Memory;
        var tooMany = ByteSize.GiB(gib).Bytes + Page;
        Assert.False(memory.Grow(tooMany));
        Assert.Equal(0UL, memory.Seed(tooMany));
        Assert.Equal(0UL, memory.ByteLength);
        Assert.True(memory.Grow(Page));
        Assert.False(memory.Grow(tooMany - Page));
        Assert.Equal(Page, memory.ByteLength);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Inside_the_reservation_growth_keeps_place_and_content(MemoryKind kind)
    {
        using var growing = Growing.Create(kind, EngineConfiguration.Default, 16 * Page);
        AssertGrowth(growing.Memory, moves: false);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Without_reservation_growth_moves_and_keeps_content(MemoryKind kind)
    {
        using var growing = Growing.Create(kind, Relocating, 0);
        AssertGrowth(growing.Memory, moves: true);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Zero_fill_clears_so_many_bytes_and_no_more(MemoryKind kind)
    {
        using var growing = Growing.Create(kind, EngineConfiguration.Default, 4 * Page);
        var memory = growing.Memory;
        Assert.True(memory.Grow(4 * Page));
        Content(memory).Fill(0xA5);

        Assert.Equal(3 * Page, memory.ZeroFill(0, 3 * Page));

        Assert.Equal(-1, Content(memory)[..(int)(3 * Page)].IndexOfAnyExcept((byte)0));
        Assert.Equal(-1, Content(memory)[(int)(3 * Page)..].IndexOfAnyExcept((byte)0xA5));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Touch_writes_the_pattern_of_every_step_and_nothing_else(MemoryKind kind)
    {
        const ulong step = 4096;
        using var growing = Growing.Create(kind, EngineConfiguration.Default, 4 * Page);
        var memory = growing.Memory;
        Assert.True(memory.Grow(4 * Page));

        Assert.Equal(16UL, memory.Touch(0, Page, step));
        Assert.Equal(17UL, memory.Touch(0, Page + 1, step));

        var expected = new byte[4 * Page];
        for (var address = 0UL; address <= Page; address += step)
        {
            expected[address] = (byte)Pattern.At(address);
        }

        Assert.Equal(expected, Content(memory).ToArray());
    }

    private static void AssertGrowth(IGrowingMemory memory, bool moves)
    {
        Assert.True(memory.Grow(Page));
        memory.Touch(0, Page, 1);
        var content = Content(memory).ToArray();
        Assert.True(content.Distinct().Count() > 200);
        var place = (nint)memory.Data;

        Assert.True(memory.Grow(8 * Page));

        Assert.Equal(moves, place != (nint)memory.Data);
        Assert.Equal(9 * Page, memory.ByteLength);
        Assert.Equal(content, Content(memory)[..(int)Page].ToArray());
        Assert.Equal(-1, Content(memory)[(int)Page..].IndexOfAnyExcept((byte)0));
    }

    private static byte[] At(IGrowingMemory memory, params ulong[] addresses) =>
        [.. addresses.Select(address => memory.Data[address])];

    private static Span<byte> Content(IGrowingMemory memory) =>
        new(memory.Data, checked((int)memory.ByteLength));

    /// <summary>One memory with the engine it needs.</summary>
    private sealed class Growing(IGrowingMemory memory, params IDisposable[] owned) : IDisposable
    {
        public IGrowingMemory Memory => memory;

        public static Growing Create(MemoryKind kind, EngineConfiguration settings, ulong reserved)
        {
            if (kind == MemoryKind.native)
            {
                return new(new GrowingNative(reserved));
            }

            var name = kind == MemoryKind.memory64 ? "allocation-m64" : "allocation-m32";
            var prepared = EnginesAtHand.DefaultEngine.Prepare(Guest.Named(name), settings);
            return new(new GrowingGuest(prepared.Open()), prepared);
        }

        public void Dispose()
        {
            memory.Dispose();
            foreach (var owner in owned)
            {
                owner.Dispose();
            }
        }
    }
}
