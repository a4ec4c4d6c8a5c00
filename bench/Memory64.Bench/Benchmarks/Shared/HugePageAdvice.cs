using System.ComponentModel;
using Memory64.Bench.Guests;
using Memory64.Bench.Guests.Proofs;
using Memory64.Bench.Harness.Machines.Memories;

namespace Memory64.Bench.Benchmarks.Shared;

/// <summary>Huge pages for a guest's memory, where its engine's settings ask for them.</summary>
public static unsafe class HugePageAdvice
{
    /// <summary>Asks for them, before the memory is touched.</summary>
    /// <param name="settings">The engine's.</param>
    /// <param name="data">Where the memory begins.</param>
    /// <param name="bytes">Its size.</param>
    /// <exception cref="Win32Exception">The system refuses.</exception>
    public static void Give(EngineConfiguration settings, byte* data, ulong bytes)
    {
        if (settings.AsksForHugePages)
        {
            HugePages.Advise(data, bytes);
        }
    }

    /// <summary>
    /// Checks, once it is touched, that the system has given huge pages for at least half of it, as it may where memory is
    /// scattered.
    /// </summary>
    /// <param name="settings">The engine's.</param>
    /// <param name="data">An address in the memory.</param>
    /// <param name="bytes">How much of it was touched.</param>
    /// <exception cref="AssertionException">It has given less.</exception>
    public static void Check(EngineConfiguration settings, byte* data, ulong bytes)
    {
        if (settings.AsksForHugePages)
        {
            CheckGiven("bytes in huge pages", data, bytes);
        }
    }

    /// <summary>Checks that the system has given huge pages for at least half of what was touched.</summary>
    /// <param name="what">What a message calls them.</param>
    /// <param name="data">An address in the mapping.</param>
    /// <param name="bytes">How much of it was touched.</param>
    /// <exception cref="AssertionException">It has given less.</exception>
    public static void CheckGiven(string what, byte* data, ulong bytes) =>
        Expect.AtLeast(what, bytes / 2, HugePages.ResidentBytesAt(data));
}
