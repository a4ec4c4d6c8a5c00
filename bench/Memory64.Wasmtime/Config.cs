using System.Runtime.InteropServices;
using Memory64.Wasmtime.Interop;

namespace Memory64.Wasmtime;

/// <summary>
/// Settings of an engine to be created, with 64-bit and multiple memories on. What isn't set keeps the engine's own
/// default. A setting that this libwasmtime lacks throws; it never falls back silently.
/// </summary>
public sealed unsafe class Config : IDisposable
{
    private readonly WasmtimeLibrary _library;
    private void* _config;

    /// <summary>Creates the default settings of <paramref name="library"/>.</summary>
    public Config(WasmtimeLibrary library)
    {
        _library = library;
        _config = library.Api.ConfigNew();
        Set("wasmtime_config_wasm_memory64_set", true);
        Set("wasmtime_config_wasm_multi_memory_set", true);
    }

    /// <summary>
    /// Bytes of address space reserved for a memory before it must be relocated to grow (up to 27:
    /// <c>static_memory_maximum_size</c>). Wasmtime's default is 4 GiB on 64-bit hosts.
    /// </summary>
    public Config MemoryReservation(ulong bytes) =>
        Set(
            FirstOf(
                "wasmtime_config_memory_reservation_set",
                "wasmtime_config_static_memory_maximum_size_set"
            ),
            bytes
        );

    /// <summary>Bytes of address space reserved beyond a memory that outgrew its reservation; default 2 GiB.</summary>
    public Config MemoryReservationForGrowth(ulong bytes) =>
        Set(
            FirstOf(
                "wasmtime_config_memory_reservation_for_growth_set",
                "wasmtime_config_dynamic_memory_reserved_for_growth_set"
            ),
            bytes
        );

    /// <summary>Bytes of the inaccessible area after a memory.</summary>
    public Config MemoryGuardSize(ulong bytes)
    {
        if (_library.Api.Has("wasmtime_config_memory_guard_size_set"))
        {
            return Set("wasmtime_config_memory_guard_size_set", bytes);
        }

        // Two settings up to 26, where the static guard must not be smaller than the dynamic one at any moment.
        return Set("wasmtime_config_static_memory_guard_size_set", bytes)
            .Set("wasmtime_config_dynamic_memory_guard_size_set", bytes);
    }

    /// <summary>Whether a memory may be relocated when it outgrows its reservation.</summary>
    /// <exception cref="UnsupportedFeatureException">Before 28.</exception>
    public Config MemoryMayMove(bool enable)
    {
        _library.Require(EngineFeature.MemoryMayMove, "wasmtime_config_memory_may_move_set");
        return Set("wasmtime_config_memory_may_move_set", enable);
    }

    /// <summary>Whether traps are caught by signals (the default) or found by explicit checks.</summary>
    /// <exception cref="UnsupportedFeatureException">Before 39.</exception>
    public Config SignalsBasedTraps(bool enable)
    {
        _library.Require(
            EngineFeature.SignalsBasedTraps,
            "wasmtime_config_signals_based_traps_set"
        );
        return Set("wasmtime_config_signals_based_traps_set", enable);
    }

    /// <summary>Whether functions are compiled by several threads at once (the default).</summary>
    public Config ParallelCompilation(bool enable) =>
        Set("wasmtime_config_parallel_compilation_set", enable);

    /// <summary>Whether initial contents are mapped copy-on-write (the default) or copied.</summary>
    public Config CopyOnWriteInitialization(bool enable) =>
        Set("wasmtime_config_memory_init_cow_set", enable);

    /// <summary>Sets a flag of the Cranelift compiler, such as <c>enable_heap_access_spectre_mitigation</c> to <c>false</c>.</summary>
    public Config CraneliftFlag(string name, string value)
    {
        var set = (delegate* unmanaged[Cdecl]<void*, byte*, byte*, void>)
            NativeLibrary.GetExport(_library.Handle, "wasmtime_config_cranelift_flag_set");
        var nameBytes = Utf8.Terminated(name);
        var valueBytes = Utf8.Terminated(value);
        fixed (byte* namePointer = nameBytes)
        fixed (byte* valuePointer = valueBytes)
        {
            set(Live, namePointer, valuePointer);
        }

        return this;
    }

    /// <summary>
    /// Allocates instances from a pool. Wasmtime demands a memory reservation of at least
    /// <see cref="PoolingAllocation.MaxMemoryBytes"/>, which this sets too.
    /// </summary>
    /// <exception cref="UnsupportedFeatureException">Before 32, whose C API has no pool.</exception>
    public Config Pooling(PoolingAllocation pooling)
    {
        nint Symbol(string name) =>
            _library.Require(
                EngineFeature.PoolingAllocation,
                $"wasmtime_pooling_allocation_{name}"
            );

        var pool = ((delegate* unmanaged[Cdecl]<void*>)Symbol("config_new"))();
        void SetCount(string name, uint count) =>
            ((delegate* unmanaged[Cdecl]<void*, uint, void>)Symbol(name))(pool, count);
        void SetSize(string name, ulong bytes) =>
            ((delegate* unmanaged[Cdecl]<void*, nuint, void>)Symbol(name))(pool, (nuint)bytes);

        SetCount("config_total_core_instances_set", pooling.Slots);
        SetCount("config_total_memories_set", pooling.Slots);
        SetSize("config_max_memory_size_set", pooling.MaxMemoryBytes);
        SetSize("config_linear_memory_keep_resident_set", pooling.KeepResidentBytes);
        ((delegate* unmanaged[Cdecl]<void*, void*, void>)Symbol("strategy_set"))(Live, pool);
        ((delegate* unmanaged[Cdecl]<void*, void>)Symbol("config_delete"))(pool);
        return MemoryReservation(pooling.MaxMemoryBytes);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_config != null)
        {
            _library.Api.ConfigDelete(_config);
            _config = null;
        }
    }

    /// <summary>Hands the native settings over to their new owner, the engine.</summary>
    internal void* Release()
    {
        var config = Live;
        _config = null;
        return config;
    }

    internal WasmtimeLibrary Library => _library;

    private void* Live
    {
        get
        {
            ObjectDisposedException.ThrowIf(_config == null, this);
            return _config;
        }
    }

    private Config Set(string symbol, bool value)
    {
        var set = (delegate* unmanaged[Cdecl]<void*, byte, void>)
            NativeLibrary.GetExport(_library.Handle, symbol);
        set(Live, value ? (byte)1 : (byte)0);
        return this;
    }

    private Config Set(string symbol, ulong value)
    {
        var set = (delegate* unmanaged[Cdecl]<void*, ulong, void>)
            NativeLibrary.GetExport(_library.Handle, symbol);
        set(Live, value);
        return this;
    }

    private string FirstOf(string symbol, string olderSymbol) =>
        _library.Api.Has(symbol) ? symbol : olderSymbol;
}
