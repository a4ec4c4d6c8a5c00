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
            [KnownCases.Bandwidth] =
                "A token of a model reads all its weights, so what counts is how fast gigabytes stream through a guest. Read GB/s and ÷ memory32: where the machine's memory is the limit, checks hide behind it, and where the loop is, words of 16 bytes pay.",
            [KnownCases.Bulk] =
                "memory.fill and memory.copy are how guests clear and move what they have. Short ones show what an engine does before the first byte and what a constant length saves it, long ones should be at ÷ native 1.",
            [KnownCases.Latency] =
                "A tree, a graph or a hash table waits for each access before it makes the next. Cached rows show what a check adds to each step, uncached ones should be close to native, because the memory takes so much longer.",
            [KnownCases.AccessSettings] =
                "An embedder may change an engine's settings, and wants to know which of them make reads cheaper. Read ÷ default in the rows where a setting should matter and in those where it should not, and ÷ memory32 for what is left of memory64's price.",
            [KnownCases.InstantiationSettings] =
                "Settings also decide what an instance costs: the pool, copy-on-write data, what a slot keeps. Read ÷ default, and ÷ pooled where a pool keeps pages resident.",
            [KnownCases.AllocationSettings] =
                "A memory that grows past its reservation is relocated, and a page that is touched for the first time comes from the kernel. Read ÷ default for the settings that avoid the one and make the other cheaper.",
            [KnownCases.HostAccess] =
                "A host fills a guest's memory and reads its results. Words show what locating and checking an address costs, blocks should be at ÷ native 1.",
            [KnownCases.Bridge] =
                "Weights can lie in one memory64, or outside a memory32 that asks the host for each block. ÷ direct is the price of that bridge: the copy, and the read of it that follows.",
            [KnownCases.Host] =
                "A .NET embedder reaches the engine through the official API, this suite through a leaner binding. ÷ official is what the binding takes of the official API's time for the same step on the same engine.",
        };
}
