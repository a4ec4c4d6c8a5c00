using Memory64.Bench.Benchmarks.Weights.Anchor;
using Memory64.Bench.Benchmarks.Weights.Runners;
using Memory64.Bench.Benchmarks.Weights.Sources;

namespace Memory64.Bench.Benchmarks.Weights;

/// <summary>How much memory a token of a model takes.</summary>
/// <param name="Source">The model.</param>
/// <param name="Memory">Where its weights lie.</param>
/// <param name="Maps">Whether its file is mapped there; else it is copied, and a layer that stands for several as often as it does.</param>
internal sealed record TokenRoom(ModelSource Source, WeightMemory Memory, bool Maps)
{
    /// <summary>See <see cref="Harness.Cases.CaseDescription.ResidentBytes"/>: the file, what is copied of it, and the rest.</summary>
    public ulong ResidentBytes =>
        Source.FileBytes
        + (Maps ? 0 : Source.AddressBytes)
        + LlamaCppBytes
        + OwnBytes
        + OtherFileBytes;

    /// <summary>
    /// See <see cref="Harness.Cases.CaseDescription.AccessibleBytes"/>: the addresses, the file beside its copy, and the rest.
    /// </summary>
    public ulong AccessibleBytes =>
        Source.AddressBytes + (Maps ? 0 : Source.FileBytes) + LlamaCppBytes + OwnBytes;

    /// <summary>See <see cref="Harness.Cases.CaseDescription.KeptBytes"/>: all but the file, which both sides of a duel read.</summary>
    public ulong KeptBytes => ResidentBytes - Source.FileBytes;

    private ulong OwnBytes => Source.OwnBytes;

    // The other side of a duel reads a file whose pages are small.
    private ulong OtherFileBytes => Memory == WeightMemory.memory64HugePages ? Source.FileBytes : 0;

    // Its keys and values, of more positions than a guest has, and its own copy of the weights. What it maps is the file itself.
    private ulong LlamaCppBytes =>
        Memory switch
        {
            WeightMemory.llamaCpp => CacheBytes,
            WeightMemory.llamaCppRepacked => CacheBytes + Source.FileBytes,
            _ => 0,
        };

    private ulong CacheBytes => LlamaCppProcess.Positions * Source.CacheBytes;
}
