namespace Memory64.Bench.Guests;

/// <summary>A linear memory that lies in another process.</summary>
public interface IRemoteMemory : ILinearMemory
{
    /// <summary>Has a part of a file read into it, by the process that has it.</summary>
    /// <param name="path">Absolute path of a file that the other process can open.</param>
    /// <param name="offset">Of the part.</param>
    /// <param name="address">Where its first byte shall lie.</param>
    /// <param name="bytes">1 or more.</param>
    void Load(string path, ulong offset, ulong address, ulong bytes);

    /// <summary>Has the other process write to each word of an area its own address, as a double.</summary>
    /// <param name="address">A multiple of 8.</param>
    /// <param name="bytes">A multiple of 8.</param>
    void WriteAddresses(ulong address, ulong bytes);
}
