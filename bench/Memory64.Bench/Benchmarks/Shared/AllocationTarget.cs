using Memory64.Bench.Guests;
using Memory64.Bench.Guests.Proofs;
using Memory64.Bench.Harness.Machines.Memories;
using Memory64.Bench.Harness.Measured;
using Memory64.Wasmtime;

namespace Memory64.Bench.Benchmarks.Shared;

/// <summary>Where an allocation takes place: a fresh instance of the guest <c>allocation</c>, or native memory, each time.</summary>
public sealed unsafe class AllocationTarget : IDisposable
{
    // Of a memory in another process, so much is looked at together.
    private const ulong BlockBytes = 64 << 20;

    private readonly IPreparedGuest? _prepared;
    private readonly EngineConfiguration _settings;
    private byte* _opened;

    /// <summary>Compiles the guest; an instance passes the assertions while it grows to the size.</summary>
    /// <param name="kind">Which of the three.</param>
    /// <param name="size">How large the memory will become; at least 192 KiB.</param>
    /// <param name="settings">The engine's.</param>
    /// <param name="engine">The engine under test; a native memory doesn't touch it.</param>
    /// <exception cref="AssertionException">The guest's memory isn't what it should be.</exception>
    public AllocationTarget(
        MemoryKind kind,
        ByteSize size,
        EngineConfiguration settings,
        Func<IGuestEngine> engine
    )
    {
        _settings = settings;
        if (kind == MemoryKind.native)
        {
            return;
        }

        _prepared = engine().Prepare(GuestOf(kind), settings);
        using var guest = _prepared.Open();
        var is64 = kind == MemoryKind.memory64;
        var maximum = is64 ? ByteSize.GiB(16) : ByteSize.FourGiB;
        MemoryAssertion.Check(guest, new MemoryType(0, maximum.Pages, is64));
        _ = guest.Probe.Grow.Call(1);
        GrowthAssertion.Check(guest, 1);
        GrowthAssertion.Check(guest, size.Pages - 2);
    }

    /// <summary>The memory that is open.</summary>
    public IGrowingMemory Memory { get; private set; } = null!;

    /// <summary>Bytes between two touches: a page of the machine.</summary>
    public static ulong Step => (ulong)Environment.SystemPageSize;

    /// <summary>The guest of a kind that has one.</summary>
    public static Guest GuestOf(MemoryKind kind) =>
        Guest.Named(kind == MemoryKind.memory64 ? "allocation-m64" : "allocation-m32");

    /// <summary>
    /// Opens an empty memory and grows it; native memory reserves as much as it is told. Huge pages are asked for where the
    /// settings say so.
    /// </summary>
    /// <exception cref="System.ComponentModel.Win32Exception">The system refuses huge pages.</exception>
    public void Open(ByteSize reserved, ByteSize size)
    {
        Memory = _prepared is null
            ? new GrowingNative(reserved.Bytes)
            : new GrowingGuest(_prepared.Open());
        if (size.Bytes > 0)
        {
            _ = Memory.Grow(size.Bytes);
        }

        HugePageAdvice.Give(_settings, Memory.Data, Memory.ByteLength);
        _opened = Memory.Data;
    }

    /// <summary>Checks the size, and whether the memory lies elsewhere than when it was opened.</summary>
    /// <exception cref="AssertionException">It is not so.</exception>
    public void CheckPlace(ulong bytes, bool moved)
    {
        Expect.Equal("length", 0, bytes, Memory.ByteLength);
        Expect.That(
            moved ? "the memory was relocated" : "the memory stayed where it was",
            moved == (_opened != Memory.Data)
        );
    }

    /// <summary>Checks that so many bytes are resident: none of their pages is the shared zero page.</summary>
    /// <exception cref="AssertionException">The process holds less.</exception>
    public static void CheckResident(ulong bytes) =>
        Expect.AtLeast(
            "resident bytes",
            bytes,
            (ulong)(
                ProcessMemory.ResidentBytes()
                + LoadedEngines.Processes.Sum(ProcessMemory.ResidentBytesOf)
            )
        );

    /// <summary>Checks that both bytes of the seed's test are where the host expects them.</summary>
    /// <exception cref="AssertionException">One isn't.</exception>
    public void CheckSeeded(ByteSize size)
    {
        using var first = Memory.View(0, 1);
        using var last = Memory.View(size.Bytes - 1, 1);
        Expect.Equal("first byte", 0, 42, *first.Data);
        Expect.Equal("last byte", size.Bytes - 1, 99, *last.Data);
    }

    /// <summary>
    /// Checks that every page of an area holds what <see cref="IGrowingMemory.Touch"/> wrote, and lies in a huge one where the
    /// settings ask for that.
    /// </summary>
    /// <exception cref="AssertionException">The first that doesn't.</exception>
    public void CheckTouched(ulong address, ulong bytes)
    {
        for (var block = address; block < address + bytes; block += BlockBytes)
        {
            var length = Math.Min(BlockBytes, address + bytes - block);
            using var view = Memory.View(block, length);
            for (var at = 0UL; at < length; at += Step)
            {
                Expect.Equal(
                    "touched page",
                    block + at,
                    (byte)Pattern.At(block + at),
                    view.Data[at]
                );
            }
        }

        HugePageAdvice.Check(_settings, Memory.Data + address + (bytes / 2), bytes);
    }

    /// <inheritdoc/>
    public void Dispose() => _prepared?.Dispose();
}
