using System.Runtime.CompilerServices;
using Memory64.Bench.Benchmarks.Shared;
using Memory64.Bench.Guests;
using Memory64.Bench.Guests.Proofs;
using Memory64.Wasmtime;

namespace Memory64.Bench.Benchmarks.Host;

/// <summary>
/// A window that the host reads and writes word by word: of a guest through the binding, which locates and checks each word;
/// of native memory through a pointer.
/// </summary>
public sealed unsafe class HostWords : IDisposable
{
    /// <summary>Words of the window: 16 KiB, which the first-level cache holds.</summary>
    public const int Count = 2048;

    private const string Source = "stream";
    private const ulong Bytes = Count * sizeof(ulong);

    private readonly KernelMemory _memory;
    private readonly ulong _address;

    /// <summary>Creates the memory with its assertion, and the pattern in its window.</summary>
    /// <param name="kind">Which of the three.</param>
    /// <param name="address">A multiple of 8.</param>
    /// <param name="engine">The engine under test; a native memory doesn't touch it.</param>
    /// <exception cref="AssertionException">The memory isn't what it should be.</exception>
    public HostWords(MemoryKind kind, ulong address, Func<IGuestEngine> engine)
    {
        _memory = new KernelMemory(kind, Source, engine);
        _address = address;
        _memory.WritePattern(address, Bytes);
    }

    /// <summary>The guest of a kind that has one.</summary>
    public static Guest GuestOf(MemoryKind kind) => KernelMemory.GuestOf(kind, Source);

    /// <summary>Reads every word and returns their sum, modulo 2^64.</summary>
    public ulong Read() =>
        _memory.Guest?.Here is { } guest
            ? Read(guest.Memory, _address)
            : Read((ulong*)_memory.Locate(_address, Bytes));

    /// <summary>Writes to every word the complement of its address.</summary>
    public void Write()
    {
        if (_memory.Guest?.Here is { } guest)
        {
            Write(guest.Memory, _address);
        }
        else
        {
            Write((ulong*)_memory.Locate(_address, Bytes), _address);
        }
    }

    /// <summary>Checks what <see cref="Read()"/> returned against the words that must be there.</summary>
    /// <exception cref="AssertionException">They have another sum, or changed.</exception>
    public void CheckRead(ulong sum)
    {
        var expected = 0UL;
        for (var i = 0UL; i < Bytes; i += sizeof(ulong))
        {
            expected = unchecked(expected + Pattern.At(_address + i));
        }

        Expect.Equal("sum of the words", _address, expected, sum);
        _memory.CheckPattern("word after reading", _address, _address, Bytes);
    }

    /// <summary>Checks what <see cref="Write()"/> left, as host and guest see it.</summary>
    /// <exception cref="AssertionException">The first word that is another.</exception>
    public void CheckWritten()
    {
        _memory.Check("written word", _address, Bytes, word => ~word);
        if (_memory.Guest is { } guest)
        {
            for (var word = _address; word < _address + Bytes; word += sizeof(ulong))
            {
                var found = guest.Probe.Load64.Call(word);
                Expect.Equal("written by the host, read by the guest", word, ~word, found);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _memory.Dispose();

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static ulong Read(Memory memory, ulong address)
    {
        var sum = 0UL;
        for (var word = address; word != address + Bytes; word += sizeof(ulong))
        {
            sum += memory.Read<ulong>(word);
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static ulong Read(ulong* words)
    {
        var sum = 0UL;
        for (var i = 0; i != Count; i++)
        {
            sum += words[i];
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Write(Memory memory, ulong address)
    {
        for (var word = address; word != address + Bytes; word += sizeof(ulong))
        {
            memory.Write(word, ~word);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Write(ulong* words, ulong address)
    {
        for (var i = 0; i != Count; i++, address += sizeof(ulong))
        {
            words[i] = ~address;
        }
    }
}
