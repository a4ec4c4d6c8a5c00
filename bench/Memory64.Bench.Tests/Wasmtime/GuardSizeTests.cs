using Memory64.Bench.Guests;
using Memory64.Bench.Harness.Machines.Memories;
using Memory64.Wasmtime;
using Xunit;

namespace Memory64.Bench.Tests.Wasmtime;

/// <summary>A guard shows in nothing but the process's address space.</summary>
[Collection(AloneCollection.Name)]
public sealed class GuardSizeTests
{
    // A thread that the runtime starts between two readings maps a stack and a heap of its own, up to some 100 MiB.
    private const long Meanwhile = 1L << 30;

    [Theory]
    [MemberData(nameof(EnginesAtHand.Names), MemberType = typeof(EnginesAtHand))]
    public void A_guard_takes_as_much_address_space_as_is_set(string name)
    {
        Assert.SkipUnless(
            OperatingSystem.IsLinux(),
            "Only Linux counts reserved address space exactly."
        );
        var library = EnginesAtHand.Load(name);
        var guard = ByteSize.GiB(8);

        var without = AddressSpace(library, default);
        var with = AddressSpace(library, guard);

        // Wasmtime puts one behind the memory and, by default, another before it.
        Assert.InRange(
            with - without,
            (long)guard.Bytes - Meanwhile,
            (2 * (long)guard.Bytes) + Meanwhile
        );
    }

    private static long AddressSpace(WasmtimeLibrary library, ByteSize guard)
    {
        using var config = new Config(library);
        config.MemoryReservation(ByteSize.GiB(16).Bytes).MemoryGuardSize(guard.Bytes);
        using var engine = new Engine(config);
        using var module = new Module(engine, Guest.Named("instantiation-m64-64KiB").Wasm.Span);

        // The first instance makes the engine map what it keeps.
        using (new GuestInstance(engine, module)) { }

        var before = ProcessMemory.VirtualBytes();
        using var guest = new GuestInstance(engine, module);
        return ProcessMemory.VirtualBytes() - before;
    }
}
