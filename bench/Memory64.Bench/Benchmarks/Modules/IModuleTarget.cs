using Memory64.Bench.Harness;
using Memory64.Bench.Harness.Measured;

namespace Memory64.Bench.Benchmarks.Modules;

/// <summary>A user's module on an engine, with an instance that can be called.</summary>
internal interface IModuleTarget : IDisposable
{
    /// <summary>What the call gave.</summary>
    ModuleAnswer Answer { get; }

    /// <summary>Counts what is timed of a call in an instance of its own.</summary>
    SpanClock Clock { get; }

    /// <summary>Whether all that is timed happens on the calling thread.</summary>
    bool IsOnOneThread { get; }

    /// <summary>Calls the function.</summary>
    void Call();

    /// <summary>Calls it in a new instance, and times the call, or what the module says of it.</summary>
    void CallFresh();

    /// <summary>Checks that the last call answered as the first one did.</summary>
    /// <exception cref="MeasurementException">It didn't.</exception>
    void Check();
}
