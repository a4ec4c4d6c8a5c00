namespace Memory64.Bench.Guests;

/// <summary>Counts the time of calls that another process makes, and times itself.</summary>
public sealed class CallClock
{
    /// <summary>How often each call that it is asked for is made, one after the other, timed together; 1 or more.</summary>
    public long Times { get; set; } = 1;

    /// <summary>Nanoseconds of all calls together, by the wall clock.</summary>
    public long Wall { get; private set; }

    /// <summary>Nanoseconds of all calls together, by their processor time.</summary>
    public long Thread { get; private set; }

    /// <summary>Counts calls.</summary>
    /// <param name="wall">Nanoseconds by the wall clock.</param>
    /// <param name="thread">Nanoseconds of processor time.</param>
    public void Add(long wall, long thread)
    {
        Wall += wall;
        Thread += thread;
    }
}
