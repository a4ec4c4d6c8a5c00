using System.Runtime.InteropServices;
using Memory64.Bench.Guests;
using Memory64.Wasmtime;
using Official = global::Wasmtime;

namespace Memory64.Bench.Benchmarks.Apis;

/// <summary>Through the managed API of the <c>Wasmtime</c> package, on the very library that the binding has loaded.</summary>
public sealed class OfficialApi : IHostApi
{
    // The package binds its imports once in a process.
    private static WasmtimeLibrary? Driven;

    private readonly Official.Engine _engine;
    private readonly Official.Module _module;
    private readonly Official.Store _store;
    private readonly Official.Memory _memory;
    private readonly Func<long, long> _load;

    static OfficialApi() =>
        NativeLibrary.SetDllImportResolver(
            typeof(Official.Engine).Assembly,
            (name, _, _) => name == "wasmtime" ? Driven!.Handle : 0
        );

    /// <summary>Compiles the guest and keeps one instance.</summary>
    /// <param name="guest">The guest.</param>
    /// <param name="library">The engine under test; the first one of a process is that of all.</param>
    /// <exception cref="EntryPointNotFoundException">The engine is of another major version than the package.</exception>
    public OfficialApi(Guest guest, WasmtimeLibrary library)
    {
        Driven ??= library;
        _engine = new Official.Engine();
        _module = Official.Module.FromBytes(_engine, guest.Name, guest.Wasm.Span);
        _store = new Official.Store(_engine);
        var instance = new Official.Instance(_store, _module);
        _memory = instance.GetMemory("memory")!;
        _load = instance.GetFunction<long, long>("load64")!;
    }

    /// <inheritdoc/>
    public void Instantiate()
    {
        using var store = new Official.Store(_engine);
        _ = new Official.Instance(store, _module);
    }

    /// <inheritdoc/>
    public ulong Call(ulong address, int count)
    {
        var word = 0L;
        for (; count != 0; count--)
        {
            word = _load((long)address);
        }

        return (ulong)word;
    }

    /// <inheritdoc/>
    public ulong Read(ulong address, int count)
    {
        var word = 0L;
        for (; count != 0; count--)
        {
            word = _memory.ReadInt64((long)address);
        }

        return (ulong)word;
    }

    /// <inheritdoc/>
    public ulong Write(ulong address, ulong value, int count)
    {
        for (; count != 0; count--)
        {
            _memory.WriteInt64((long)address, (long)value);
        }

        return value;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _store.Dispose();
        _module.Dispose();
        _engine.Dispose();
    }
}
