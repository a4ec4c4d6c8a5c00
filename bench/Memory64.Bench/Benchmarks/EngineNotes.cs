using Memory64.Bench.Harness.Cases;
using Memory64.Results.Book;

namespace Memory64.Bench.Benchmarks;

/// <summary>What each engine guarantees of a memory64, for readers who compare what it costs.</summary>
internal sealed class EngineNotes : IEngineNotes
{
    /// <inheritdoc/>
    public IReadOnlyList<EngineNote> Notes { get; } =
    [
        new(
            "v8@",
            "V8",
            "compares each address with a constant (16 GiB), branches, and leaves what lies between the memory's end and that to a guard region; nothing keeps the processor from speculating past the branch. A memory has at most 16 GiB, and takes 16 GiB of addresses whatever its size (from Node.js 26 on), so growth relocates nothing. Its code is TurboFan's (--no-liftoff)."
        ),
        new(
            "",
            "Wasmtime",
            "compares each address with the memory's bound and takes another address by a select where it lies beyond, so the processor can't speculate past it (Spectre mitigation; noSpectre is a row of the settings). A memory can be larger than 16 GiB; growth past what is reserved relocates everything."
        ),
    ];

    /// <inheritdoc/>
    public FrontQuestion VersionsQuestion { get; } =
        new(
            "Which version should I take?",
            "{0} if you can follow every two months, else {1}, which is supported for two years. {0} is {2}",
            "[Which version](#which-version)"
        );

    /// <inheritdoc/>
    public FrontQuestion MakersQuestion { get; } =
        new(
            "Is it memory64 that costs, or the engine?",
            "{0}",
            "[Wasmtime beside V8](#is-it-memory64-that-costs-or-the-engine)"
        );
}
