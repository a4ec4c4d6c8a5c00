using Memory64.Results.Book;

namespace Memory64.Bench.Harness.Cases;

/// <summary>Says what engines guarantee; the program finds what implements it, which must be one.</summary>
public interface IEngineNotes
{
    /// <summary>See <see cref="SuiteBook.EngineNotes"/>.</summary>
    IReadOnlyList<EngineNote> Notes { get; }

    /// <summary>See <see cref="SuiteBook.VersionsQuestion"/>.</summary>
    FrontQuestion VersionsQuestion { get; }

    /// <summary>See <see cref="SuiteBook.MakersQuestion"/>.</summary>
    FrontQuestion MakersQuestion { get; }
}
