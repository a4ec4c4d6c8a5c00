namespace Memory64.Bench.Benchmarks.Weights.Runners;

/// <summary>Where the weights of a model lie, and who computes with them. Names as they stand in the record.</summary>
public enum WeightMemory
{
    /// <summary>A guest's memory with 64-bit addresses.</summary>
    memory64,

    /// <summary>A guest's memory with 64-bit addresses; the guest uses relaxed SIMD.</summary>
    memory64Relaxed,

    /// <summary>
    /// A guest's memory with 64-bit addresses, into which the file is mapped by huge pages: the kernel joins those that it has.
    /// </summary>
    memory64HugePages,

    /// <summary>Three instances with such a memory of up to 16 GiB each, for what one doesn't hold.</summary>
    memory64Shards,

    /// <summary>One instance with three such memories: the guest itself copies what passes between them.</summary>
    memory64Multi,

    /// <summary>A guest's memory with 32-bit addresses, where they fit.</summary>
    memory32,

    /// <summary>The host, which copies rows into the memory of a guest with 32-bit addresses when that asks for them.</summary>
    bridge,

    /// <summary>The process's own memory: C# computes.</summary>
    native,

    /// <summary>A process of llama.cpp, which maps the file.</summary>
    llamaCpp,

    /// <summary>A process of llama.cpp that copies most weights into an order that suits the processor, as it does by default.</summary>
    llamaCppRepacked,
}
