using Memory64.Bench.Guests;
using Memory64.Bench.Guests.Proofs;
using Memory64.Bench.Harness.Machines.Memories;
using Memory64.Wasmtime;

namespace Memory64.Bench.Benchmarks.Giants;

/// <summary>A guest whose memory may grow to 256 GiB, with an instance at a time.</summary>
/// <param name="guest">Which.</param>
/// <param name="size">The size with which its memory begins.</param>
/// <param name="library">The engine under test.</param>
public sealed class LargeTarget(Guest guest, ByteSize size, WasmtimeLibrary library) : IDisposable
{
    private readonly CompiledGuest _compiled = new(guest, EngineConfiguration.Default, library);
    private GuestInstance? _instance;
    private bool _isSeeded;

    /// <summary>A store, an instance, both deleted.</summary>
    public void Instantiate()
    {
        using var store = new Store(_compiled.Engine);
        _ = new Instance(store, _compiled.Module);
    }

    /// <summary>An instance.</summary>
    public void Open() => _instance = _compiled.Instantiate();

    /// <summary>The instance grows, and writes to both ends of what it got.</summary>
    public void Seed(ByteSize bytes) =>
        _isSeeded = _instance!.Function("seed").Call(bytes.Bytes) == 1;

    /// <summary>Gives the instance back.</summary>
    public void Close()
    {
        _instance?.Dispose();
        _instance = null;
    }

    /// <summary>Checks that an instance made now passes the assertion.</summary>
    /// <exception cref="AssertionException">It doesn't.</exception>
    public void Check()
    {
        using var instance = _compiled.Instantiate();
        MemoryAssertion.Check(
            instance,
            new MemoryType(size.Pages, LargeCases.Maximum.Pages, Is64: true)
        );
    }

    /// <summary>Checks an instance while it grows to a size.</summary>
    /// <exception cref="AssertionException">It doesn't, or loses something.</exception>
    public void CheckGrowth(ByteSize to)
    {
        using var instance = _compiled.Instantiate();
        _ = instance.Probe.Grow.Call(1);
        GrowthAssertion.Check(instance, to.Pages - 1);
    }

    /// <summary>Checks that both bytes are where the host expects them.</summary>
    /// <exception cref="AssertionException">One isn't.</exception>
    public void CheckSeeded(ByteSize bytes)
    {
        var memory = _instance!.Memory;
        Expect.That("the memory has grown and holds both bytes", _isSeeded);
        Expect.Equal("first byte", 0, 42, memory.Read<byte>(0));
        Expect.Equal("last byte", bytes.Bytes - 1, 99, memory.Read<byte>(bytes.Bytes - 1));
    }

    /// <summary>How much address space an instance takes whose memory has grown to a size.</summary>
    public double AddressBytesOf(ByteSize grown)
    {
        var before = ProcessMemory.VirtualBytes();
        using var instance = _compiled.Instantiate();
        if (grown.Pages > size.Pages)
        {
            _ = instance.Probe.Grow.Call(grown.Pages - size.Pages);
        }

        return ProcessMemory.VirtualBytes() - before;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Close();
        _compiled.Dispose();
    }
}
