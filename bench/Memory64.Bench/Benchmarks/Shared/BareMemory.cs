using Memory64.Bench.Guests;
using Memory64.Bench.Guests.Proofs;
using Memory64.Bench.Harness.Machines.Memories;

namespace Memory64.Bench.Benchmarks.Shared;

/// <summary>What any memory with a guard costs without an engine: the system calls.</summary>
public static unsafe class BareMemory
{
    private const ulong GuardBytes = 64UL << 20;

    /// <summary>Reserves a memory of the size and its guard, makes the memory accessible, gives all back.</summary>
    public static void AllocateAndFree(ByteSize size) => AllocateAndFree(size, _ => { });

    /// <summary>Reserves a memory of the size and its guard, makes the memory accessible, has it used, gives all back.</summary>
    public static void AllocateAndFree(ByteSize size, Use use)
    {
        using var memory = new SystemMemory(size.Bytes + GuardBytes);
        memory.MakeAccessible(size.Bytes);
        use(memory.Data);
    }

    /// <summary>Uses a memory, which begins there.</summary>
    public delegate void Use(byte* memory);

    /// <summary>Checks that such a memory holds what is written at both of its ends.</summary>
    /// <exception cref="AssertionException">It doesn't.</exception>
    public static void Check(ByteSize size)
    {
        using var memory = new SystemMemory(size.Bytes + GuardBytes);
        memory.MakeAccessible(size.Bytes);
        foreach (var address in (ReadOnlySpan<ulong>)[0, size.Bytes - sizeof(ulong)])
        {
            var word = (ulong*)(memory.Data + address);
            *word = Pattern.At(address);
            Expect.Equal("native memory", address, Pattern.At(address), *word);
        }
    }
}
