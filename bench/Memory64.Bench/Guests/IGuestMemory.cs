namespace Memory64.Bench.Guests;

/// <summary>A linear memory of a guest, with the functions that work on it.</summary>
public interface IGuestMemory
{
    /// <summary>The memory as the host sees it.</summary>
    ILinearMemory Memory { get; }

    /// <summary>The functions by which the guest itself reads, writes and grows it.</summary>
    GuestProbe Probe { get; }

    /// <summary>An exported function that works on it.</summary>
    /// <param name="name">Without the memory's number.</param>
    IGuestFunction Function(string name);
}
