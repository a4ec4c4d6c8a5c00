namespace Memory64.Bench.Commands.Exits;

/// <summary>What the program returns to the shell.</summary>
internal static class ExitCode
{
    /// <summary>All went well.</summary>
    public const int Success = 0;

    /// <summary>A check, a case or a comparison failed.</summary>
    public const int Failed = 1;

    /// <summary>Bad usage or unreadable input; one line on standard error says what and where.</summary>
    public const int Usage = 2;
}
