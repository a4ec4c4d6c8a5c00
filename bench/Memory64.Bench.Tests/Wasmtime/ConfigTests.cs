using Memory64.Bench.Guests;
using Memory64.Wasmtime;
using Xunit;

namespace Memory64.Bench.Tests.Wasmtime;

/// <summary>Every setting, on every engine at hand, by what it does; where an engine lacks it, by its refusal.</summary>
public sealed unsafe class ConfigTests
{
    private const ulong Word = 0x0123456789ABCDEF;
    private const string Spectre = "enable_heap_access_spectre_mitigation";

    [Theory]
    [MemberData(nameof(EnginesAtHand.Names), MemberType = typeof(EnginesAtHand))]
    public void Inside_its_reservation_a_memory_grows_where_it_is(string name)
    {
        using var engine = CreateEngine(
            name,
            config => config.MemoryReservation(ByteSize.GiB(16).Bytes)
        );
        using var module = Compile(engine, "instantiation-m64-8GiB");
        using var guest = new GuestInstance(engine, module);
        var data = (nint)guest.Memory.Data;

        Assert.Equal(ByteSize.GiB(8).Pages, guest.Memory.Grow(ByteSize.GiB(4).Pages));
        Assert.Equal(ByteSize.GiB(12).Pages, guest.Probe.Grow.Call(ByteSize.GiB(4).Pages));

        Assert.Equal(data, (nint)guest.Memory.Data);
        Assert.Equal(ByteSize.GiB(16).Bytes, guest.Memory.ByteLength);
        guest.Memory.Write(ByteSize.GiB(16).Bytes - sizeof(ulong), Word);
        Assert.Equal(Word, guest.Probe.Load64.Call(ByteSize.GiB(16).Bytes - sizeof(ulong)));
    }

    [Theory]
    [MemberData(nameof(EnginesAtHand.Names), MemberType = typeof(EnginesAtHand))]
    public void Without_reservation_a_memory_moves_when_it_grows_and_keeps_its_content(string name)
    {
        using var engine = CreateEngine(
            name,
            config => config.MemoryReservation(0).MemoryReservationForGrowth(0)
        );
        using var module = Compile(engine, "instantiation-m64-64KiB");
        using var guest = new GuestInstance(engine, module);
        var data = (nint)guest.Memory.Data;
        guest.Memory.Write(8, Word);

        Assert.Equal(1UL, guest.Memory.Grow(100));

        Assert.NotEqual(data, (nint)guest.Memory.Data);
        Assert.Equal(101UL, guest.Probe.Pages.Call());
        Assert.Equal(Word, guest.Memory.Read<ulong>(8));
        Assert.Equal(Word, guest.Probe.Load64.Call(8));
    }

    [Theory]
    [MemberData(nameof(EnginesAtHand.Names), MemberType = typeof(EnginesAtHand))]
    public void Inside_its_reservation_for_growth_a_memory_grows_where_it_is(string name)
    {
        using var engine = CreateEngine(
            name,
            config => config.MemoryReservation(0).MemoryReservationForGrowth(ByteSize.GiB(1).Bytes)
        );
        using var module = Compile(engine, "instantiation-m64-64KiB");
        using var guest = new GuestInstance(engine, module);
        var data = (nint)guest.Memory.Data;
        guest.Memory.Write(8, Word);

        guest.Memory.Grow(100);
        Assert.Equal(data, (nint)guest.Memory.Data);

        guest.Memory.Grow(ByteSize.GiB(1).Pages);
        Assert.NotEqual(data, (nint)guest.Memory.Data);
        Assert.Equal(Word, guest.Memory.Read<ulong>(8));
    }

    [Theory]
    [MemberData(nameof(EnginesAtHand.Names), MemberType = typeof(EnginesAtHand))]
    public void One_thread_compiles_what_several_do(string name)
    {
        Assert.Equal(Compiled(parallel: true), Compiled(parallel: false));

        byte[] Compiled(bool parallel)
        {
            using var engine = CreateEngine(name, config => config.ParallelCompilation(parallel));
            using var module = Compile(engine, "access-m64");
            return module.Serialize();
        }
    }

    [Theory]
    [MemberData(nameof(EnginesAtHand.Names), MemberType = typeof(EnginesAtHand))]
    public void A_pool_has_so_many_slots_or_the_engine_lacks_it_and_says_so(string name)
    {
        var library = EnginesAtHand.Load(name);
        var pooling = new PoolingAllocation(ByteSize.GiB(16).Bytes, Slots: 1);
        if (
            AssertUnsupported(
                name,
                since: 32,
                EngineFeature.PoolingAllocation,
                "wasmtime_pooling_allocation_config_new",
                config => config.Pooling(pooling)
            )
        )
        {
            return;
        }

        using var config = new Config(library);
        using var engine = new Engine(config.Pooling(pooling));
        using var module = Compile(engine, "instantiation-m64-16GiB");
        var last = ByteSize.GiB(16).Bytes - sizeof(ulong);
        using (var first = new GuestInstance(engine, module))
        {
            first.Memory.Write(last, Word);
            Assert.Equal(Word, first.Probe.Load64.Call(last));
            var exception = Assert.Throws<WasmtimeException>(() =>
            {
                using var store = new Store(engine);
                _ = new Instance(store, module);
            });
            Assert.Contains("limit of 1", exception.Message, StringComparison.Ordinal);
        }

        // The slot is free again, and clean.
        using var second = new GuestInstance(engine, module);
        Assert.Equal(0UL, second.Probe.Load64.Call(last));
    }

    [Theory]
    [MemberData(nameof(EnginesAtHand.Names), MemberType = typeof(EnginesAtHand))]
    public void A_memory_that_may_not_move_does_not_outgrow_its_reservation(string name)
    {
        EnginesAtHand.Load(name);
        if (
            AssertUnsupported(
                name,
                since: 28,
                EngineFeature.MemoryMayMove,
                "wasmtime_config_memory_may_move_set",
                config => config.MemoryMayMove(false)
            )
        )
        {
            return;
        }

        Assert.Equal(1UL, GrowBeyondReservation(mayMove: true));
        Assert.Equal(GuestProbe.None, GrowBeyondReservation(mayMove: false));

        ulong GrowBeyondReservation(bool mayMove)
        {
            using var engine = CreateEngine(
                name,
                config =>
                    config
                        .MemoryReservation(ByteSize.KiB(128).Bytes)
                        .MemoryReservationForGrowth(0)
                        .MemoryMayMove(mayMove)
            );
            using var module = Compile(engine, "instantiation-m64-64KiB");
            using var guest = new GuestInstance(engine, module);
            return guest.Probe.Grow.Call(100);
        }
    }

    [Theory]
    [MemberData(nameof(EnginesAtHand.Names), MemberType = typeof(EnginesAtHand))]
    public void Without_signals_other_code_traps_just_the_same(string name)
    {
        EnginesAtHand.Load(name);
        if (
            AssertUnsupported(
                name,
                since: 39,
                EngineFeature.SignalsBasedTraps,
                "wasmtime_config_signals_based_traps_set",
                config => config.SignalsBasedTraps(false)
            )
        )
        {
            return;
        }

        AssertOtherCode(name, config => config.SignalsBasedTraps(false));
    }

    [Theory]
    [MemberData(nameof(EnginesAtHand.Names), MemberType = typeof(EnginesAtHand))]
    public void Without_Spectre_mitigation_other_code_traps_just_the_same(string name) =>
        AssertOtherCode(name, config => config.CraneliftFlag(Spectre, "false"));

    [Theory]
    [MemberData(nameof(EnginesAtHand.Names), MemberType = typeof(EnginesAtHand))]
    public void Without_copy_on_write_a_guest_runs_just_the_same(string name)
    {
        using var engine = CreateEngine(name, config => config.CopyOnWriteInitialization(false));
        using var module = Compile(engine, "instantiation-m64-8GiB");
        using var guest = new GuestInstance(engine, module);
        guest.Probe.Store64.Call(ByteSize.GiB(6).Bytes, Word);
        Assert.Equal(Word, guest.Memory.Read<ulong>(ByteSize.GiB(6).Bytes));
    }

    [Fact]
    public void Settings_are_consumed_by_their_engine()
    {
        using var config = new Config(EnginesAtHand.Default);
        using var engine = new Engine(config);
        Assert.Throws<ObjectDisposedException>(() => config.MemoryReservation(0));
        Assert.Throws<ObjectDisposedException>(() => new Engine(config));
        config.Dispose();
        using var store = new Store(engine);
    }

    // Both sides of a setting that only changes code: the image differs, and out of bounds still traps.
    private static void AssertOtherCode(string name, Action<Config> set)
    {
        using var plain = CreateEngine(name, _ => { });
        using var again = CreateEngine(name, _ => { });
        using var changed = CreateEngine(name, set);
        Assert.Equal(Image(plain), Image(again));
        Assert.NotEqual(Image(plain), Image(changed));

        using var module = Compile(changed, "instantiation-m64-8GiB");
        using var guest = new GuestInstance(changed, module);
        var last = guest.Memory.ByteLength - sizeof(ulong);
        guest.Probe.Store64.Call(last, Word);
        Assert.Equal(Word, guest.Memory.Read<ulong>(last));
        var trap = Assert.Throws<TrapException>(() => guest.Probe.Load64.Call(last + 1));
        Assert.Equal(TrapCode.MemoryOutOfBounds, trap.Code);

        static byte[] Image(Engine engine)
        {
            using var module = Compile(engine, "instantiation-m64-8GiB");
            return module.Serialize();
        }
    }

    /// <summary>True where the engine is older than the setting, whose refusal then names the symbol.</summary>
    private static bool AssertUnsupported(
        string name,
        int since,
        EngineFeature feature,
        string symbol,
        Action<Config> set
    )
    {
        var library = EnginesAtHand.Load(name);
        var supported = EnginesAtHand.MajorOf(name) >= since;
        Assert.Equal(supported, library.Supports(feature));
        if (supported)
        {
            return false;
        }

        using var config = new Config(library);
        var exception = Assert.Throws<UnsupportedFeatureException>(() => set(config));
        Assert.Equal(feature, exception.Feature);
        Assert.Contains(symbol, exception.Message, StringComparison.Ordinal);
        return true;
    }

    private static Engine CreateEngine(string name, Action<Config> set)
    {
        using var config = new Config(EnginesAtHand.Load(name));
        set(config);
        return new Engine(config);
    }

    private static Module Compile(Engine engine, string guest) =>
        new(engine, Guest.Named(guest).Wasm.Span);
}
