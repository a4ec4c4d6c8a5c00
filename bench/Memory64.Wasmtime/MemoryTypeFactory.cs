namespace Memory64.Wasmtime;

/// <summary><c>wasmtime_memorytype_new</c> in its forms of up to 38 and from 39 on.</summary>
internal static unsafe class MemoryTypeFactory
{
    private const byte PageBytesLog2 = 16;

    /// <summary>Creates a <c>wasm_memorytype_t</c>; the caller deletes it.</summary>
    /// <exception cref="WasmtimeException">The engine refuses these limits.</exception>
    public static void* Create(WasmtimeLibrary library, MemoryType type)
    {
        var function = library.Api.MemoryTypeNew;
        var hasMaximum = (byte)(type.Maximum.HasValue ? 1 : 0);
        var maximum = type.Maximum.GetValueOrDefault();
        var is64 = (byte)(type.Is64 ? 1 : 0);

        // The error-returning form came together with custom page sizes.
        if (library.Api.Has("wasmtime_memorytype_page_size_log2"))
        {
            void* created = null;
            var create = (delegate* unmanaged[Cdecl]<
                ulong,
                byte,
                ulong,
                byte,
                byte,
                byte,
                void**,
                void*>)function;
            library.ThrowIfError(
                create(type.Minimum, hasMaximum, maximum, is64, 0, PageBytesLog2, &created)
            );
            return created;
        }

        RequireSound(type);

        // Up to 26 the last argument, `shared`, doesn't exist yet: the C calling convention lets such a callee ignore it.
        var createShared = (delegate* unmanaged[Cdecl]<
            ulong,
            byte,
            ulong,
            byte,
            byte,
            void*>)function;
        return createShared(type.Minimum, hasMaximum, maximum, is64, 0);
    }

    // The forms that return no error end the process instead.
    private static void RequireSound(MemoryType type)
    {
        var most = type.Is64 ? 1UL << (64 - PageBytesLog2) : 1UL << (32 - PageBytesLog2);
        var maximum = type.Maximum ?? most;
        var minimumFits = type.Minimum <= ulong.MaxValue >> PageBytesLog2;
        if (type.Minimum > maximum || maximum > most || !minimumFits)
        {
            throw new WasmtimeException(
                $"no memory has from {type.Minimum} to {maximum} pages where at most {most} are addressable"
            );
        }
    }
}
