using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Memory64.Bench.Guests;

/// <summary>A .wasm module that engines run: a committed one of <c>guest/wasm</c>, embedded into this program, or the user's own.</summary>
public sealed class Guest
{
    private static readonly ConcurrentDictionary<string, Guest> Loaded = new(
        StringComparer.Ordinal
    );

    /// <summary>A module of the user's.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="wasm">It in the binary format; its sections can be read.</param>
    public Guest(string name, ReadOnlyMemory<byte> wasm)
    {
        Name = name;
        Wasm = wasm;
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(wasm.Span));
        InitialBytes = MemorySection.InitialBytes(wasm.Span);
        Is64 = MemorySection.Is64(wasm.Span);
    }

    /// <summary>File name without extension, such as <c>access-m64</c>.</summary>
    public string Name { get; }

    /// <summary>SHA-256 of the module in lower-case hex: results of different hashes are never compared.</summary>
    public string Sha256 { get; }

    /// <summary>Bytes with which the memory that it defines begins; 0 where it imports one.</summary>
    public ulong InitialBytes { get; }

    /// <summary>Whether the memory that it defines is a memory64; also where it imports one.</summary>
    public bool Is64 { get; }

    /// <summary>The module in the binary format.</summary>
    public ReadOnlyMemory<byte> Wasm { get; }

    /// <summary>The guest of that name.</summary>
    /// <exception cref="ArgumentException">No such guest was built into the program.</exception>
    public static Guest Named(string name) => Loaded.GetOrAdd(name, Read);

    private static Guest Read(string name)
    {
        using var stream =
            typeof(Guest).Assembly.GetManifestResourceStream($"{name}.wasm")
            ?? throw new ArgumentException($"no guest {name} in guest/wasm", nameof(name));
        var wasm = new byte[stream.Length];
        stream.ReadExactly(wasm);
        return new Guest(name, wasm);
    }
}
