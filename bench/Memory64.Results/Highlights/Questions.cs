namespace Memory64.Results.Highlights;

/// <summary>The questions every machine page answers as far as it was measured.</summary>
public static class Questions
{
    /// <summary>All questions, in the order in which they are shown.</summary>
    public static IReadOnlyList<Question> All { get; } =
    [
        Sizes(
                "instantiation (on-demand)",
                "Instantiate",
                new KeyValuePair<string, string>("Allocator", "OnDemand")
            )
            .AsMain(),
        Sizes(
                "instantiation (pooling)",
                "Instantiate",
                new KeyValuePair<string, string>("Allocator", "Pooling")
            )
            .AsMain(),
        Sizes("instantiation with host-created memory", "HostCreated"),
        Sizes("first instantiation of an engine", "First"),
        Sizes("bare system calls", "SystemCalls"),
        Memories(KnownCases.Instantiation, "instantiation at the same size", "Instantiate"),
        new Question(
            "memory64 of 8 GiB against memory32 of 4 GiB, instantiation",
            KnownCases.Instantiation,
            new("Instantiate", [new("Memory", "memory64"), new("Size", "8GiB")]),
            new("Instantiate", [new("Memory", "memory32"), new("Size", "4GiB")])
        ).AsMain(),
        Memories(KnownCases.Allocation, "zero-fill", "ZeroFill"),
        Memories(KnownCases.Allocation, "first touch", "FirstTouch").AsMain(),
        Memories(KnownCases.Access, "reads", "Read").AsMain(),
        Memories(KnownCases.Access, "writes", "Write").AsMain(),
        Windows("above", "Above 4 GiB against below, reads", "Read").AsMain(),
        Windows("above", "Above 4 GiB against below, writes", "Write").AsMain(),
        Windows("across", "Across 4 GiB against below, reads", "Read"),
        Windows("across", "Across 4 GiB against below, writes", "Write"),
        Crossings("One read that crosses 4 GiB against one that crosses a page", "ReadAt").AsMain(),
        Crossings("One write that crosses 4 GiB against one that crosses a page", "WriteAt"),
        new Question(
            "Relocating growth against reserved growth",
            KnownCases.Allocation,
            new("GrowRelocating"),
            new("GrowReserved")
        ).AsMain(),
        new Question(
            "Pooling against on-demand, instantiation",
            KnownCases.Instantiation,
            new("Instantiate", new KeyValuePair<string, string>("Allocator", "Pooling")),
            new("Instantiate", new KeyValuePair<string, string>("Allocator", "OnDemand"))
        ).AsMain(),
        new(
            "Pool slot whose memory was used against an untouched one, instantiation",
            KnownCases.Instantiation,
            new("InstantiateUsed"),
            new("Instantiate")
        ),
        new(
            "First instantiation of an engine against a warm one",
            KnownCases.Instantiation,
            new("First", new KeyValuePair<string, string>("Allocator", "OnDemand")),
            new("Instantiate", new KeyValuePair<string, string>("Allocator", "OnDemand"))
        ),
        .. KernelQuestions.All,
        .. SettingQuestions.All,
        .. HostQuestions.All,
    ];

    private static Question Sizes(
        string what,
        string method,
        params IReadOnlyList<KeyValuePair<string, string>> same
    ) =>
        new(
            $"16 GiB against 8 GiB, {what}",
            KnownCases.Instantiation,
            new(method, [new("Size", "16GiB"), .. same]),
            new(method, [new("Size", "8GiB"), .. same])
        );

    private static Question Memories(string benchmark, string what, string method) =>
        new(
            $"memory64 against memory32, {what}",
            benchmark,
            new(method, new KeyValuePair<string, string>("Memory", "memory64")),
            new(method, new KeyValuePair<string, string>("Memory", "memory32"))
        );

    private static Question Windows(string window, string title, string method) =>
        new(
            title,
            KnownCases.Access,
            new(method, [new("Memory", "memory64"), new("Window", window)]),
            new(method, [new("Memory", "memory64"), new("Window", "below")])
        );

    private static Question Crossings(string title, string method) =>
        new(
            title,
            KnownCases.Access,
            new(method, [new("Memory", "memory64"), new("Place", "across4GiB")]),
            new(method, [new("Memory", "memory64"), new("Place", "acrossPage")])
        );
}
