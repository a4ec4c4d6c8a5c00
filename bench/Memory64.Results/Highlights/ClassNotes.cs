namespace Memory64.Results.Highlights;

/// <summary>Why each benchmark class exists, and how its tables are read: two sentences each.</summary>
public static class ClassNotes
{
    /// <summary>The notes by name of the class.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } =
        new Dictionary<string, string>
        {
            [KnownCases.Instantiation] =
                "Whoever creates an instance a request must know what 8 or 16 GiB add to it. A memory is address space until it is touched, so read the rows against the bare system calls: what is above them is the engine's.",
            [KnownCases.Allocation] =
                "A model or an index is loaded once, and its pages are paid for then. Compare growth inside a reservation with growth that relocates, and the price of a page with the native control, which is the kernel's part.",
            [KnownCases.Access] =
                "Code for memory64 checks each address, code for memory32 mostly doesn't; the 4 GiB line itself costs nothing in hardware. Read ÷ memory32 for the check, and above against below for the line; the loop without an access is a row of its own.",
            [KnownCases.Host] =
                "A .NET embedder reaches the engine through the official API, this suite through a leaner binding. ÷ official is what the binding takes of the official API's time for the same step on the same engine.",
        };
}
