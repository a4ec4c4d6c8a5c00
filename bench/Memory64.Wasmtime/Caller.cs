using Memory64.Wasmtime.Interop;

namespace Memory64.Wasmtime;

/// <summary>
/// The instance that called a host function (<c>wasmtime_caller_t</c>), valid during that call. Its memory is what it exports as
/// <c>memory</c>, as WASI demands.
/// </summary>
public readonly unsafe ref struct Caller
{
    private readonly WasmtimeLibrary _library;
    private readonly void* _caller;

    internal Caller(WasmtimeLibrary library, void* caller)
    {
        _library = library;
        _caller = caller;
    }

    /// <summary>Current size in bytes of its memory, of whichever index type.</summary>
    /// <exception cref="WasmtimeException">It exports no unshared memory of that name.</exception>
    public ulong MemoryBytes
    {
        get
        {
            var memory = GetMemory();
            return _library.Api.MemoryDataSize(_library.Linking.CallerContext(_caller), &memory);
        }
    }

    /// <summary>[<paramref name="address"/>, + <paramref name="bytes"/>) of its memory, valid until the memory grows.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The area doesn't lie wholly inside the memory.</exception>
    /// <exception cref="WasmtimeException">It exports no unshared memory of that name.</exception>
    public Span<byte> Memory(ulong address, int bytes)
    {
        var memory = GetMemory();
        var context = _library.Linking.CallerContext(_caller);
        var length = _library.Api.MemoryDataSize(context, &memory);
        if ((ulong)bytes > length || address > length - (ulong)bytes)
        {
            throw new ArgumentOutOfRangeException(
                nameof(address),
                $"{bytes} bytes at 0x{address:X} don't lie inside a memory of {length} bytes"
            );
        }

        return new(_library.Api.MemoryData(context, &memory) + address, bytes);
    }

    private MemoryHandle GetMemory()
    {
        ExternHandle external;
        fixed (byte* name = "memory"u8)
        {
            if (_library.Linking.CallerExportGet(_caller, name, 6, &external) == 0)
            {
                throw new WasmtimeException("the guest exports no memory");
            }
        }

        if (external.Kind != ExternHandle.MemoryKind)
        {
            _library.Linking.ExternDelete(&external);
            throw new WasmtimeException("the guest's export memory is of another kind");
        }

        return external.Memory;
    }
}
