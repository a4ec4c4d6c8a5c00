namespace Memory64.Results.RunFiles.Records;

/// <summary>What an instruction of a loop is for, as run files name it.</summary>
public static class CodeKind
{
    /// <summary>Reads the guest's memory.</summary>
    public const string Load = "load";

    /// <summary>Writes the guest's memory.</summary>
    public const string Store = "store";

    /// <summary>Part of the bounds check.</summary>
    public const string Check = "check";

    /// <summary>Serves an address.</summary>
    public const string Address = "address";

    /// <summary>Continues or leaves the loop.</summary>
    public const string Loop = "loop";

    /// <summary>Moves a value into or out of the stack frame.</summary>
    public const string Spill = "spill";

    /// <summary>Calls a function.</summary>
    public const string Call = "call";

    /// <summary>The work, and what can't be told.</summary>
    public const string Other = "other";

    /// <summary>All of them, in the order in which they are listed.</summary>
    public static IReadOnlyList<string> All { get; } =
    [Load, Store, Check, Address, Loop, Spill, Call, Other];
}
