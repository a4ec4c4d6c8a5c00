namespace Memory64.Bench.Commands.Options;

/// <summary>How a result is written.</summary>
internal enum OutputForm
{
    /// <summary>For a terminal.</summary>
    Screen,

    /// <summary>As Markdown.</summary>
    Markdown,

    /// <summary>As a JSON array.</summary>
    Json,
}
