namespace Memory64.Bench.Benchmarks.Weights;

/// <summary>How much memory a token of a model takes.</summary>
/// <param name="Source">The model.</param>
/// <param name="Memory">Where its weights lie.</param>
/// <param name="Maps">Whether its file is mapped there; else it is copied, and a layer that stands for several as often as it does.</param>
internal sealed record TokenRoom(ModelSource Source, WeightMemory Memory, bool Maps)
{
    /// <summary>See <see cref="Harness.Cases.CaseDescription.ResidentBytes"/>: the file, what is copied of it, and the rest.</summary>
    public ulong ResidentBytes =>
        Source.FileBytes + (Maps ? 0 : Source.AddressBytes) + RepackedBytes + OwnBytes;

    /// <summary>See <see cref="Harness.Cases.CaseDescription.AccessibleBytes"/>: the addresses, the file beside its copy, and the rest.</summary>
    public ulong AccessibleBytes =>
        Source.AddressBytes + (Maps ? 0 : Source.FileBytes) + RepackedBytes + OwnBytes;

    /// <summary>See <see cref="Harness.Cases.CaseDescription.KeptBytes"/>: all but the file, which both sides of a duel read.</summary>
    public ulong KeptBytes => ResidentBytes - Source.FileBytes;

    private ulong OwnBytes => Source.OwnBytes;

    // llama.cpp's own copy.
    private ulong RepackedBytes => Memory == WeightMemory.llamaCppRepacked ? Source.FileBytes : 0;
}
