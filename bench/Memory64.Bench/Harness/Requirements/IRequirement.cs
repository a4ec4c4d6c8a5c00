namespace Memory64.Bench.Harness.Requirements;

/// <summary>Something that a case needs of its engine, its machine or the process that measures it.</summary>
public interface IRequirement
{
    /// <summary>
    /// Why it can't be had here, in words that stand wherever a case is skipped; <see langword="null"/> where it can, or where
    /// that isn't known, because there is no engine to ask.
    /// </summary>
    string? Missing(Surroundings here);

    /// <summary>
    /// Why a process that has it can't have a second engine, or a second copy of one, in words that stand wherever a duel is left out;
    /// <see langword="null"/> where it can.
    /// </summary>
    string? NoSecondEngine => null;
}
