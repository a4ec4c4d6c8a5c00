namespace Memory64.Bench.Guests;

/// <summary>The only instance of what was compiled for it.</summary>
internal sealed class LoneGuest(IPreparedGuest prepared, IGuest guest) : IGuest
{
    /// <inheritdoc/>
    public GuestInstance? Here => guest.Here;

    /// <inheritdoc/>
    public ILinearMemory Memory => guest.Memory;

    /// <inheritdoc/>
    public GuestProbe Probe => guest.Probe;

    /// <inheritdoc/>
    public IGuestFunction Function(string name) => guest.Function(name);

    /// <inheritdoc/>
    public void Dispose()
    {
        guest.Dispose();
        prepared.Dispose();
    }
}
