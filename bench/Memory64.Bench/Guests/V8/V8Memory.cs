using System.Runtime.InteropServices;
using System.Text;

namespace Memory64.Bench.Guests.V8;

/// <summary>A memory that lies in V8's process.</summary>
internal sealed unsafe class V8Memory(V8Process process, int guest) : IRemoteMemory
{
    // A span has at most 2^31 - 1 bytes.
    private const ulong MostBytes = 1 << 30;

    /// <inheritdoc/>
    public ulong ByteLength => process.Ask(V8Operation.Size, guest).Value;

    /// <inheritdoc/>
    public T Read<T>(ulong address)
        where T : unmanaged
    {
        T value = default;
        Read(address, MemoryMarshal.AsBytes(new Span<T>(ref value)));
        return value;
    }

    /// <inheritdoc/>
    public void Write<T>(ulong address, T value)
        where T : unmanaged => Write(address, MemoryMarshal.AsBytes(new ReadOnlySpan<T>(in value)));

    /// <inheritdoc/>
    public MemoryView View(ulong address, ulong bytes, ViewAccess access)
    {
        var copy = (byte*)NativeMemory.AllocZeroed((nuint)bytes);
        if (access == ViewAccess.Read)
        {
            try
            {
                ForEachPart(
                    bytes,
                    (at, length) => Read(address + at, new Span<byte>(copy + at, length))
                );
            }
            catch
            {
                NativeMemory.Free(copy);
                throw;
            }
        }

        return new(
            copy,
            () =>
            {
                try
                {
                    if (access == ViewAccess.Write)
                    {
                        ForEachPart(
                            bytes,
                            (at, length) =>
                                Write(address + at, new ReadOnlySpan<byte>(copy + at, length))
                        );
                    }
                }
                finally
                {
                    NativeMemory.Free(copy);
                }
            }
        );
    }

    /// <inheritdoc/>
    public void Load(string path, ulong offset, ulong address, ulong bytes)
    {
        var name = Encoding.UTF8.GetBytes(path);
        _ = process.Ask(
            V8Operation.Load,
            guest,
            [address, bytes, offset, (ulong)name.Length],
            name
        );
    }

    /// <inheritdoc/>
    public void WriteAddresses(ulong address, ulong bytes) =>
        process.Ask(V8Operation.Addresses, guest, address, bytes);

    private static void ForEachPart(ulong bytes, Action<ulong, int> part)
    {
        for (var at = 0UL; at < bytes; at += MostBytes)
        {
            part(at, (int)Math.Min(MostBytes, bytes - at));
        }
    }

    private void Read(ulong address, Span<byte> bytes)
    {
        _ = process.Ask(V8Operation.Read, guest, address, (ulong)bytes.Length);
        process.Receive(bytes);
    }

    private void Write(ulong address, ReadOnlySpan<byte> bytes) =>
        process.Ask(V8Operation.Write, guest, [address, (ulong)bytes.Length], bytes);
}
