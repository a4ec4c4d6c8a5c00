using Memory64.Bench.Benchmarks.Shared;
using Memory64.Bench.Guests;
using Memory64.Bench.Guests.Proofs;
using Memory64.Wasmtime;

namespace Memory64.Bench.Benchmarks.Instantiation;

/// <summary>What is instantiated: a guest, compiled by an engine of its own, whose instances must have such a memory.</summary>
/// <param name="type">The memory.</param>
/// <param name="settings">The engine's.</param>
/// <param name="library">The engine under test.</param>
public sealed class InstantiationTarget(
    MemoryType type,
    EngineConfiguration settings,
    WasmtimeLibrary library
) : IDisposable
{
    private CompiledGuest? _compiled;

    /// <summary>Compiles a guest in a fresh engine; the engine before it is deleted.</summary>
    /// <param name="guest">The guest.</param>
    /// <param name="isSide">Whether instances for a side of a duel will be timed: a pool is then a <see cref="LonePool"/>.</param>
    public void Compile(Guest guest, bool isSide = false)
    {
        _compiled?.Dispose();
        _compiled = LonePool.Compile(guest, settings, library, isSide);
    }

    /// <summary>A store, an instance, both deleted.</summary>
    public void Instantiate()
    {
        using var store = new Store(_compiled!.Engine);
        _ = new Instance(store, _compiled!.Module);
    }

    /// <summary>A store, a memory that the host creates, an instance with it, all deleted.</summary>
    public void InstantiateWithHostMemory()
    {
        using var store = new Store(_compiled!.Engine);
        _ = new Instance(store, _compiled!.Module, new Memory(store, type));
    }

    /// <summary>An instance writes one word in every GiB.</summary>
    public void Use()
    {
        using var guest = _compiled!.Instantiate();
        for (var address = 0UL; address < guest.Memory.ByteLength; address += 1UL << 30)
        {
            _ = guest.Probe.Store64.Call(address, Pattern.At(address));
        }
    }

    /// <summary>Checks that an instance made now passes the assertion.</summary>
    /// <exception cref="AssertionException">It doesn't.</exception>
    public void CheckInstance()
    {
        using var guest = _compiled!.Instantiate();
        MemoryAssertion.Check(guest, type);
    }

    /// <summary>Checks that an instance with a memory that the host creates passes the assertion.</summary>
    /// <exception cref="AssertionException">It doesn't.</exception>
    public void CheckInstanceWithHostMemory()
    {
        using var guest = _compiled!.Instantiate(type);
        MemoryAssertion.Check(guest, type);
    }

    /// <inheritdoc/>
    public void Dispose() => _compiled?.Dispose();
}
