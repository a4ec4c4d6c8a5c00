namespace Memory64.Bench.Guests.V8;

/// <summary>An exported function of a guest that V8 runs: each call counts by what it takes there.</summary>
internal sealed class V8Function(
    V8Process process,
    CallClock clock,
    int guest,
    int number,
    string name
) : IGuestFunction
{
    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public ulong Call() => Call([]);

    /// <inheritdoc/>
    public ulong Call(ulong argument) => Call([argument]);

    /// <inheritdoc/>
    public ulong Call(ulong first, ulong second) => Call([first, second]);

    /// <inheritdoc/>
    public ulong Call(ulong first, ulong second, ulong third) => Call([first, second, third]);

    private ulong Call(ReadOnlySpan<ulong> arguments)
    {
        var answer = process.Ask(
            V8Operation.Call,
            guest,
            [(ulong)number, (ulong)clock.Times, .. arguments]
        );
        clock.Add(answer.Nanoseconds, answer.Processor);
        return answer.Value;
    }
}
