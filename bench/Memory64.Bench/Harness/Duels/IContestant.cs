using Memory64.Wasmtime;

namespace Memory64.Bench.Harness.Duels;

/// <summary>A benchmark that can be a side of a duel.</summary>
public interface IContestant
{
    /// <summary>From now on it uses that engine, and reports nothing of its own but failures.</summary>
    void TakeSide(WasmtimeLibrary engine);

    /// <summary>What its computation gives, once it is set up; <see langword="null"/> where that can't be told. Both sides of a duel must agree.</summary>
    ulong? Answer { get; }

    /// <summary>How many slices make an operation, where there is a method that is a slice; see <see cref="SliceOfAttribute"/>. 1 or more.</summary>
    int Slices { get; }
}
