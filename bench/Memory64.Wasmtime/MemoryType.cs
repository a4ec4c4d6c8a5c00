namespace Memory64.Wasmtime;

/// <summary>The type of a linear memory.</summary>
/// <param name="Minimum">Initial size in pages of 64 KiB.</param>
/// <param name="Maximum">Largest size in pages; <see langword="null"/> for the index type's own limit.</param>
/// <param name="Is64">Whether addresses are <c>i64</c> (memory64) instead of <c>i32</c>.</param>
public readonly record struct MemoryType(ulong Minimum, ulong? Maximum, bool Is64)
{
    /// <summary>Bytes of a page: 64 KiB (WebAssembly core specification, "Memory instances").</summary>
    public const int PageBytes = 64 * 1024;

    /// <summary>The fewest pages that hold so many bytes.</summary>
    public static ulong PagesFor(ulong bytes) => (bytes + PageBytes - 1) / PageBytes;
}
