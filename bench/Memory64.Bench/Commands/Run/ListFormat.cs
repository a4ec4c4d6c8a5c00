namespace Memory64.Bench.Commands.Run;

/// <summary>The formats of <c>--list</c>; flat and tree are BenchmarkDotNet's.</summary>
internal enum ListFormat
{
    /// <summary>Don't list: measure.</summary>
    Disabled,

    /// <summary>A line a case: its name, its bytes and how long a round takes.</summary>
    Details,

    /// <summary>A line a case: its name.</summary>
    Flat,

    /// <summary>Cases below their class and method.</summary>
    Tree,
}
