using Memory64.Bench.Harness.Measured;
using Memory64.Engines.Identity;
using Memory64.Wasmtime;

namespace Memory64.Bench.Guests.Engines;

/// <summary>Wasmtime in this process, with its default settings; each instance has an engine of its own.</summary>
public sealed class WasmtimeEngine(WasmtimeLibrary library) : IGuestEngine
{
    /// <inheritdoc/>
    public EngineKind Kind => EngineKind.Wasmtime;

    /// <inheritdoc/>
    public SpanClock? Clock => null;

    /// <inheritdoc/>
    public IGuest Open(Guest guest, Func<ulong, ulong, ulong, ulong>? import = null)
    {
        var compiled = new CompiledGuest(guest, EngineConfiguration.Default, library);
        try
        {
            return new Opened(
                compiled,
                import is null ? compiled.Instantiate() : compiled.Instantiate(import)
            );
        }
        catch
        {
            compiled.Dispose();
            throw;
        }
    }

    private sealed class Opened(CompiledGuest compiled, GuestInstance instance) : IGuest
    {
        private readonly IGuestMemory _guest = instance;

        public GuestInstance? Here => instance;

        public ILinearMemory Memory => _guest.Memory;

        public GuestProbe Probe => instance.Probe;

        public IGuestFunction Function(string name) => _guest.Function(name);

        public void Dispose()
        {
            instance.Dispose();
            compiled.Dispose();
        }
    }
}
