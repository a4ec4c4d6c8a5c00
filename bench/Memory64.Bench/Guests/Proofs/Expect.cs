using Memory64.Wasmtime;

namespace Memory64.Bench.Guests.Proofs;

/// <summary>The comparisons of which an assertion is made.</summary>
internal static class Expect
{
    /// <summary>Two values are equal.</summary>
    public static void Equal(string what, ulong address, ulong expected, ulong found)
    {
        if (expected != found)
        {
            throw Differs(what, address, expected, found);
        }
    }

    // Apart, so that the comparison is inlined into loops over hundreds of millions of bytes.
    private static AssertionException Differs(
        string what,
        ulong address,
        ulong expected,
        ulong found
    ) => new($"{what}: at address 0x{address:X} expected 0x{expected:X}, found 0x{found:X}");

    /// <summary>The words of an area are the patterns of the words of another: they were copied from there.</summary>
    /// <param name="what">What a message calls them.</param>
    /// <param name="source">Address whose pattern the first word is.</param>
    /// <param name="address">Address of the first word, for the message.</param>
    /// <param name="words">Where it is found.</param>
    /// <param name="bytes">A multiple of 8.</param>
    public static unsafe void Pattern(
        string what,
        ulong source,
        ulong address,
        ulong* words,
        ulong bytes
    )
    {
        for (var i = 0UL; i < bytes / sizeof(ulong); i++)
        {
            var at = i * sizeof(ulong);
            Equal(what, address + at, Guests.Pattern.At(source + at), words[i]);
        }
    }

    /// <summary>A quantity is not below what it must be.</summary>
    public static void AtLeast(string what, ulong least, ulong found)
    {
        if (found < least)
        {
            throw new AssertionException($"{what}: expected at least {least}, found {found}");
        }
    }

    /// <summary>Something is as it must be.</summary>
    /// <param name="what">What must be, in words: the message adds only that it isn't.</param>
    /// <param name="holds">Whether it is.</param>
    public static void That(string what, bool holds)
    {
        if (!holds)
        {
            throw new AssertionException($"not so: {what}");
        }
    }

    /// <summary>Reading at an address traps as out of bounds.</summary>
    public static void OutOfBounds(string what, IGuestFunction load, ulong address) =>
        OutOfBounds(what, load, address, load.Call);

    /// <summary>Writing at an address traps as out of bounds.</summary>
    public static void WriteOutOfBounds(string what, IGuestFunction store, ulong address) =>
        OutOfBounds(what, store, address, at => store.Call(at, 0));

    private static void OutOfBounds(
        string what,
        IGuestFunction function,
        ulong address,
        Func<ulong, ulong> call
    )
    {
        ulong found;
        try
        {
            found = call(address);
        }
        catch (TrapException trap) when (trap.Code == TrapCode.MemoryOutOfBounds)
        {
            return;
        }

        throw new AssertionException(
            $"{what}: {function.Name} at address 0x{address:X} expected an out-of-bounds trap, found 0x{found:X}"
        );
    }
}
