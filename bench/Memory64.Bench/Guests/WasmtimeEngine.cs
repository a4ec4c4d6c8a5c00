using Memory64.Engines.Identity;
using Memory64.Wasmtime;

namespace Memory64.Bench.Guests;

/// <summary>Wasmtime in this process; what is prepared has an engine of its own.</summary>
public sealed class WasmtimeEngine(WasmtimeLibrary library) : IGuestEngine
{
    /// <inheritdoc/>
    public EngineKind Kind => EngineKind.Wasmtime;

    /// <inheritdoc/>
    public CallClock? Clock => null;

    /// <inheritdoc/>
    public IPreparedGuest Prepare(Guest guest, EngineConfiguration settings) =>
        new Prepared(new CompiledGuest(guest, settings, library));

    private sealed class Prepared(CompiledGuest compiled) : IPreparedGuest
    {
        public IGuest Open(Func<ulong, ulong, ulong, ulong>? import = null) =>
            import is null ? compiled.Instantiate() : compiled.Instantiate(import);

        public void Dispose() => compiled.Dispose();
    }
}
