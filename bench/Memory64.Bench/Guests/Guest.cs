using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Memory64.Bench.Guests;

/// <summary>A committed .wasm module of <c>guest/wasm</c>, embedded into this program.</summary>
public sealed class Guest
{
    private static readonly ConcurrentDictionary<string, Guest> Loaded = new(
        StringComparer.Ordinal
    );

    private Guest(string name, byte[] wasm)
    {
        Name = name;
        Wasm = wasm;
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(wasm));
        InitialBytes = MemorySection.InitialBytes(wasm);
        Is64 = MemorySection.Is64(wasm);
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
