namespace Memory64.Bench.Benchmarks.Compiling;

/// <summary>Guests of some size, each of which is compiled for 64-bit and for 32-bit addresses from one source.</summary>
public enum Source
{
    /// <summary>Reads and writes of every width.</summary>
    access,

    /// <summary>Streams in words and in vectors.</summary>
    stream,

    /// <summary>Fills and copies.</summary>
    bulk,

    /// <summary>Pointer chases and random updates.</summary>
    latency,
}
