namespace Memory64.Bench.Harness.Cases;

/// <summary>Says in which order pages are shown, and rounds measure their classes; the program finds it.</summary>
public interface IPageOrder
{
    /// <summary>Names of benchmark classes; one that isn't among them comes after all that are, in the order of the alphabet.</summary>
    IReadOnlyList<string> Benchmarks { get; }
}
