using System.Runtime.CompilerServices;
using Memory64.Bench.Guests;
using Memory64.Bench.Harness.Machines.Memories;

namespace Memory64.Bench.Benchmarks.Shared;

/// <summary>
/// The control: C# that does with the operating system's memory what the guest does with its own. It grows inside what it
/// reserved and otherwise relocates: new memory, copy, old memory back.
/// </summary>
public sealed unsafe class GrowingNative(ulong reservedBytes) : IGrowingMemory
{
    private const byte First = 42;
    private const byte Last = 99;

    private SystemMemory _memory = new(Math.Max(reservedBytes, Wasmtime.MemoryType.PageBytes));
    private ulong _reserved = reservedBytes;

    /// <inheritdoc/>
    public byte* Data => _memory.Data;

    /// <inheritdoc/>
    public MemoryView View(ulong address, ulong bytes) => new(Data + address);

    /// <inheritdoc/>
    public ulong ByteLength { get; private set; }

    /// <inheritdoc/>
    public ulong Seed(ulong bytes)
    {
        if (!Grow(bytes))
        {
            return 0;
        }

        var last = ByteLength - 1;
        Volatile.Write(ref Data[ByteLength - bytes], First);
        Volatile.Write(ref Data[last], Last);
        var agrees =
            Volatile.Read(ref Data[ByteLength - bytes]) == First
            && Volatile.Read(ref Data[last]) == Last;
        return agrees ? 1UL : 0UL;
    }

    /// <inheritdoc/>
    public bool Grow(ulong bytes)
    {
        var length = ByteLength + bytes;
        if (length > _reserved)
        {
            var relocated = new SystemMemory(length);
            relocated.MakeAccessible(length);
            Buffer.MemoryCopy(Data, relocated.Data, length, ByteLength);
            _memory.Dispose();
            _memory = relocated;
            _reserved = length;
        }
        else
        {
            _memory.MakeAccessible(length);
        }

        ByteLength = length;
        return true;
    }

    /// <inheritdoc/>
    public ulong ZeroFill(ulong address, ulong bytes)
    {
        System.Runtime.InteropServices.NativeMemory.Clear(Data + address, (nuint)bytes);
        return bytes;
    }

    /// <inheritdoc/>
    public ulong Touch(ulong address, ulong bytes, ulong step) =>
        TouchPages(Data, address, bytes, step);

    /// <inheritdoc/>
    public void Dispose() => _memory.Dispose();

    /// <summary>The loop of <see cref="Touch"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static ulong TouchPages(byte* data, ulong address, ulong bytes, ulong step)
    {
        var end = address + bytes;
        var count = 0UL;
        for (; address < end; address += step, count++)
        {
            data[address] = (byte)Pattern.At(address);
        }

        return count;
    }
}
