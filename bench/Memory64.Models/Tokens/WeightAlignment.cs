namespace Memory64.Models.Tokens;

/// <summary>
/// What the places of weights have in common with their places in the file: the same rest, in the address space of the process, by a
/// number. So a system can map the file by pages of that size.
/// </summary>
/// <param name="Multiple">The number; a multiple of the system's page size.</param>
/// <param name="Base">Where the memory's address 0 lies in the process: at a page of the system.</param>
public sealed record WeightAlignment(ulong Multiple, ulong Base)
{
    /// <summary>No system has larger pages that aren't huge ones.</summary>
    public static WeightAlignment Pages { get; } = new(WeightPlaces.PageBytes, 0);

    /// <summary>The first address from one on that has the same rest as an offset in the file.</summary>
    /// <param name="from">The address; a multiple of the system's page size.</param>
    /// <param name="offset">The offset; likewise.</param>
    public ulong Next(ulong from, ulong offset)
    {
        var missing = (offset % Multiple) + Multiple - ((Base + from) % Multiple);
        return from + (missing % Multiple);
    }
}
