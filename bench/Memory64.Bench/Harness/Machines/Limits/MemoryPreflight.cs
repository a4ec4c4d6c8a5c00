namespace Memory64.Bench.Harness.Machines.Limits;

/// <summary>Whether a case has enough memory, asked before it runs: nothing may be killed for memory.</summary>
public static class MemoryPreflight
{
    /// <summary>What the measured process itself, its host and the system's own fluctuation need beside the case.</summary>
    public const ulong HeadroomBytes = 512UL << 20;

    /// <summary>Why a case must be skipped, such as <c>needs 12.4 GiB, 9.1 GiB available</c>, or <see langword="null"/>.</summary>
    /// <param name="residentBytes">What the case keeps resident at most; 0 passes always.</param>
    /// <param name="availableBytes">What may be used now.</param>
    public static string? ReasonToSkip(ulong residentBytes, ulong availableBytes) =>
        residentBytes > 0 && residentBytes + HeadroomBytes > availableBytes
            ? $"needs {MemoryText.GiB(residentBytes + HeadroomBytes)}, {MemoryText.GiB(availableBytes)} available"
            : null;

    /// <summary>Why a limit on address space leaves too little, or <see langword="null"/>.</summary>
    /// <param name="bytes">What the case reserves at most.</param>
    /// <param name="addressBytes">See <see cref="AddressLimits.BytesLeft"/>.</param>
    public static string? ReasonToSkipAddresses(ulong bytes, ulong? addressBytes) =>
        bytes + HeadroomBytes > addressBytes
            ? $"needs {MemoryText.GiB(bytes + HeadroomBytes)} of address space, {MemoryText.GiB(addressBytes.Value)} left of this process's limit (ulimit -v)"
            : null;

    /// <summary>
    /// Why a system that charges memory before it is touched would refuse it, or <see langword="null"/>.
    /// </summary>
    /// <param name="accessibleBytes">What the case makes accessible at most.</param>
    /// <param name="committableBytes">See <see cref="AvailableMemory.CommittableBytes"/>.</param>
    public static string? ReasonToSkipUntouched(ulong accessibleBytes, ulong? committableBytes) =>
        accessibleBytes + HeadroomBytes > committableBytes
            ? $"needs {MemoryText.GiB(accessibleBytes + HeadroomBytes)}, touched or not, because this system counts a memory's whole size against main memory and swap or page file; {MemoryText.GiB(committableBytes.Value)} can be had"
            : null;
}
