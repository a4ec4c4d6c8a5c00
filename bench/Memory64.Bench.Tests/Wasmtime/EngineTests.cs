using Memory64.Bench.Guests;
using Memory64.Wasmtime;
using Xunit;

namespace Memory64.Bench.Tests.Wasmtime;

/// <summary>Every engine at hand, called through everything in which their C APIs differ.</summary>
public sealed unsafe class EngineTests
{
    private const ulong Word = 0x0123456789ABCDEF;

    private static readonly ByteSize Six = ByteSize.GiB(6);
    private static readonly MemoryType HostMemory = new(
        ByteSize.GiB(8).Pages,
        ByteSize.GiB(16).Pages,
        Is64: true
    );

    [Theory]
    [MemberData(nameof(EnginesAtHand.Names), MemberType = typeof(EnginesAtHand))]
    public void Guests_of_8_and_16_GiB_are_instantiated_and_reachable_to_the_last_word(string name)
    {
        using var engine = new Engine(EnginesAtHand.Load(name));
        foreach (var size in (ByteSize[])[ByteSize.GiB(8), ByteSize.GiB(16)])
        {
            using var module = Compile(engine, $"instantiation-m64-{size}");
            using var guest = new GuestInstance(engine, module);
            Assert.Equal(size.Bytes, guest.Memory.ByteLength);
            Assert.Equal(size.Pages, guest.Memory.Pages);
            Assert.Equal(size.Pages, guest.Probe.Pages.Call());
            AssertShared(guest, size.Bytes - sizeof(ulong));
        }
    }

    [Theory]
    [MemberData(nameof(EnginesAtHand.Names), MemberType = typeof(EnginesAtHand))]
    public void Host_and_guest_agree_at_6_GiB(string name)
    {
        using var engine = new Engine(EnginesAtHand.Load(name));
        using var module = Compile(engine, "instantiation-m64-8GiB");
        using var guest = new GuestInstance(engine, module);
        AssertShared(guest, Six.Bytes);
        AssertShared(guest, Six.Bytes + 1);
        guest.Memory.Write(Six.Bytes, Word);
        Assert.Equal(Word, *(ulong*)(guest.Memory.Data + Six.Bytes));
        Assert.Equal(0xEF, guest.Memory.Read<byte>(Six.Bytes));
        Assert.Equal(0UL, guest.Memory.Read<ulong>(Six.Bytes - ByteSize.FourGiB.Bytes));
    }

    [Theory]
    [MemberData(nameof(EnginesAtHand.Names), MemberType = typeof(EnginesAtHand))]
    public void A_memory_created_by_the_host_is_the_guests_own(string name)
    {
        using var engine = new Engine(EnginesAtHand.Load(name));
        using var module = Compile(engine, "imported-m64");
        using var guest = new GuestInstance(engine, module, HostMemory);
        Assert.Equal(HostMemory.Minimum, guest.Memory.Pages);
        Assert.Equal(HostMemory.Minimum, guest.Probe.Pages.Call());
        AssertShared(guest, Six.Bytes);
        Assert.Equal(GuestProbe.None, guest.Probe.Grow.Call(HostMemory.Minimum + 1));
        Assert.Throws<WasmtimeException>(() => guest.Memory.Grow(HostMemory.Minimum + 1));
        Assert.Equal(HostMemory.Minimum, guest.Memory.Pages);
    }

    [Theory]
    [MemberData(nameof(EnginesAtHand.Names), MemberType = typeof(EnginesAtHand))]
    public void A_32_bit_memory_created_by_the_host_is_the_guests_own(string name)
    {
        using var engine = new Engine(EnginesAtHand.Load(name));
        using var module = Compile(engine, "imported-m32");
        var type = new MemoryType(ByteSize.GiB(1).Pages, ByteSize.FourGiB.Pages, Is64: false);
        using var guest = new GuestInstance(engine, module, type);
        Assert.Equal(type.Minimum, guest.Probe.Pages.Call());
        AssertShared(guest, ByteSize.GiB(1).Bytes - sizeof(ulong));
    }

    [Theory]
    [MemberData(nameof(EnginesAtHand.Names), MemberType = typeof(EnginesAtHand))]
    public void A_32_bit_guest_is_refused_a_64_bit_memory(string name)
    {
        using var engine = new Engine(EnginesAtHand.Load(name));
        using var module = Compile(engine, "imported-m32");
        using var store = new Store(engine);
        var memory = new Memory(store, HostMemory);
        var exception = Assert.Throws<WasmtimeException>(() => new Instance(store, module, memory));
        Assert.Contains(
            "incompatible import type",
            exception.Message,
            StringComparison.OrdinalIgnoreCase
        );
    }

    [Theory]
    [MemberData(nameof(EnginesAtHand.Names), MemberType = typeof(EnginesAtHand))]
    public void An_access_beyond_the_end_traps_with_its_code_and_message(string name)
    {
        using var engine = new Engine(EnginesAtHand.Load(name));
        using var module = Compile(engine, "instantiation-m64-8GiB");
        using var guest = new GuestInstance(engine, module);
        var end = ByteSize.GiB(8).Bytes;
        foreach (
            var access in (Action[])
                [
                    () => guest.Probe.Load8.Call(end),
                    () => guest.Probe.Load64.Call(end - 1),
                    () => guest.Probe.Store64.Call(end - 7, Word),
                    () => guest.Probe.Load64Far.Call(ulong.MaxValue - GuestProbe.FarOffset + 1),
                ]
        )
        {
            var trap = Assert.Throws<TrapException>(access);
            Assert.Equal(TrapCode.MemoryOutOfBounds, trap.Code);
            Assert.Contains(
                "out of bounds memory access",
                trap.Message,
                StringComparison.OrdinalIgnoreCase
            );
        }

        // A trap doesn't spoil the instance.
        AssertShared(guest, end - sizeof(ulong));
    }

    [Theory]
    [MemberData(nameof(EnginesAtHand.Names), MemberType = typeof(EnginesAtHand))]
    public void Another_trap_has_another_code(string name)
    {
        using var engine = new Engine(EnginesAtHand.Load(name));
        using var module = Compile(engine, "instantiation-m32-64KiB");
        using var guest = new GuestInstance(engine, module);
        var trap = Assert.Throws<TrapException>(() => guest.Probe.Load8.Call(Six.Bytes));
        Assert.Equal(TrapCode.UnreachableCodeReached, trap.Code);
        Assert.Contains("unreachable", trap.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(EnginesAtHand.Names), MemberType = typeof(EnginesAtHand))]
    public void Growth_past_the_maximum_is_refused_and_changes_nothing(string name)
    {
        using var engine = new Engine(EnginesAtHand.Load(name));
        using var module = Compile(engine, "instantiation-m64-8GiB");
        using var guest = new GuestInstance(engine, module);
        var data = (nint)guest.Memory.Data;
        guest.Memory.Write(Six.Bytes, Word);
        var tooMany = ByteSize.GiB(8).Pages + 1;

        Assert.Equal(GuestProbe.None, guest.Probe.Grow.Call(tooMany));
        var exception = Assert.Throws<WasmtimeException>(() => guest.Memory.Grow(tooMany));

        Assert.Contains("failed to grow memory", exception.Message, StringComparison.Ordinal);
        Assert.Equal(ByteSize.GiB(8).Pages, guest.Memory.Pages);
        Assert.Equal(data, (nint)guest.Memory.Data);
        Assert.Equal(Word, guest.Memory.Read<ulong>(Six.Bytes));
    }

    [Theory]
    [MemberData(nameof(EnginesAtHand.Names), MemberType = typeof(EnginesAtHand))]
    public void What_the_guest_does_not_export_is_refused(string name)
    {
        using var engine = new Engine(EnginesAtHand.Load(name));
        using var module = Compile(engine, "instantiation-m64-64KiB");
        using var store = new Store(engine);
        var instance = new Instance(store, module);
        Assert.Equal(
            "the guest exports no load7",
            Assert.Throws<WasmtimeException>(() => instance.GetFunction("load7")).Message
        );
        Assert.Equal(
            "the guest exports no ",
            Assert.Throws<WasmtimeException>(() => instance.GetMemory("")).Message
        );
        Assert.Equal(
            "the guest's export memory is of another kind",
            Assert.Throws<WasmtimeException>(() => instance.GetFunction("memory")).Message
        );
        Assert.Equal(
            "the guest's export load8 is of another kind",
            Assert.Throws<WasmtimeException>(() => instance.GetMemory("load8")).Message
        );
    }

    [Theory]
    [MemberData(nameof(EnginesAtHand.Names), MemberType = typeof(EnginesAtHand))]
    public void A_compiled_module_is_serialized_as_an_ELF_image(string name)
    {
        using var engine = new Engine(EnginesAtHand.Load(name));
        using var module = Compile(engine, "access-m64");
        Assert.Equal([0x7F, (byte)'E', (byte)'L', (byte)'F'], module.Serialize()[..4]);
    }

    [Theory]
    [MemberData(nameof(EnginesAtHand.Names), MemberType = typeof(EnginesAtHand))]
    public void A_serialized_module_is_loaded_again_by_an_engine_of_the_same_build_and_settings(
        string name
    )
    {
        byte[] image;
        using (var engine = new Engine(EnginesAtHand.Load(name)))
        using (var module = Compile(engine, "access-m64"))
        {
            image = module.Serialize();
        }

        using (var engine = new Engine(EnginesAtHand.Load(name)))
        using (var module = Module.Deserialize(engine, image))
        using (var guest = new GuestInstance(engine, module))
        {
            AssertShared(guest, ByteSize.GiB(6).Bytes);
            Assert.Equal(image, module.Serialize());
        }

        using var config = new Config(EnginesAtHand.Load(name));
        using var other = new Engine(config.MemoryReservation(0));
        Assert.Throws<WasmtimeException>(() => Module.Deserialize(other, image));
        Assert.Throws<WasmtimeException>(() => Module.Deserialize(other, image.AsSpan(0, 64)));
    }

    private static Module Compile(Engine engine, string guest) =>
        new(engine, Guest.Named(guest).Wasm.Span);

    /// <summary>What either writes at the address, the other reads.</summary>
    private static void AssertShared(GuestInstance guest, ulong address)
    {
        guest.Memory.Write(address, Word);
        Assert.Equal(Word, guest.Probe.Load64.Call(address));
        guest.Probe.Store64.Call(address, ~Word);
        Assert.Equal(~Word, guest.Memory.Read<ulong>(address));
    }
}
