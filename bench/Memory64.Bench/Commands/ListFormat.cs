namespace Memory64.Bench.Commands;

/// <summary>The formats of <c>--list</c>, named as BenchmarkDotNet names them.</summary>
internal enum ListFormat
{
    /// <summary>Don't list: measure.</summary>
    Disabled,

    /// <summary>A line a case.</summary>
    Flat,

    /// <summary>Cases below their class and method.</summary>
    Tree,
}
