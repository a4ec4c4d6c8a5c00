using System.Runtime.CompilerServices;
using Memory64.Wasmtime.Interop;

namespace Memory64.Wasmtime;

/// <summary>
/// A linear memory (<c>wasmtime_memory_t</c>), read and written by the host through its base pointer. Any 64-bit
/// address inside the memory is valid; every access here is checked against the current size.
/// </summary>
public readonly unsafe struct Memory
{
    private readonly Store _store;

    /// <summary>Creates a memory that the host owns, to be imported by guests.</summary>
    /// <exception cref="WasmtimeException">The type's limits are refused, or the address space can't be had.</exception>
    public Memory(Store store, MemoryType type)
    {
        var library = store.Library;
        var nativeType = MemoryTypeFactory.Create(library, type);
        MemoryHandle handle = default;
        var error = library.Api.MemoryNew(store.Context, nativeType, &handle);
        library.Api.MemoryTypeDelete(nativeType);
        library.ThrowIfError(error);
        _store = store;
        Handle = handle;
    }

    internal Memory(Store store, MemoryHandle handle)
    {
        _store = store;
        Handle = handle;
    }

    internal MemoryHandle Handle { get; }

    /// <summary>Where address 0 lies in the host's address space; a growth may change it.</summary>
    public byte* Data
    {
        get
        {
            var handle = Handle;
            return _store.Library.Api.MemoryData(_store.Context, &handle);
        }
    }

    /// <summary>Current size in bytes.</summary>
    public ulong ByteLength
    {
        get
        {
            var handle = Handle;
            return _store.Library.Api.MemoryDataSize(_store.Context, &handle);
        }
    }

    /// <summary>Current size in pages of 64 KiB.</summary>
    public ulong Pages => ByteLength / MemoryType.PageBytes;

    /// <summary>Adds <paramref name="pages"/> of 64 KiB and returns the former number of pages.</summary>
    /// <exception cref="WasmtimeException">The maximum would be exceeded, or the memory can't be had.</exception>
    public ulong Grow(ulong pages)
    {
        var handle = Handle;
        ulong previous;
        _store.Library.ThrowIfError(
            _store.Library.Api.MemoryGrow(_store.Context, &handle, pages, &previous)
        );
        return previous;
    }

    /// <summary>Reads a value at any address, aligned or not.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value doesn't lie wholly inside the memory.</exception>
    public T Read<T>(ulong address)
        where T : unmanaged => Unsafe.ReadUnaligned<T>(Locate(address, (uint)sizeof(T)));

    /// <summary>Writes a value at any address, aligned or not.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value doesn't lie wholly inside the memory.</exception>
    public void Write<T>(ulong address, T value)
        where T : unmanaged => Unsafe.WriteUnaligned(Locate(address, (uint)sizeof(T)), value);

    /// <summary>Where [<paramref name="address"/>, + <paramref name="bytes"/>) lies in the host's address space, until the next growth.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The area doesn't lie wholly inside the memory.</exception>
    public byte* Locate(ulong address, ulong bytes)
    {
        var length = ByteLength;
        if (bytes > length || address > length - bytes)
        {
            ThrowOutside(address, bytes, length);
        }

        return Data + address;
    }

    private static void ThrowOutside(ulong address, ulong bytes, ulong length) =>
        throw new ArgumentOutOfRangeException(
            nameof(address),
            $"{bytes} bytes at 0x{address:X} don't lie inside a memory of {length} bytes"
        );
}
