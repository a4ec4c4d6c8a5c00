using Memory64.Results.RunFiles.Records;
using Memory64.Results.Units;

namespace Memory64.Results.Benchmarks.Generation;

/// <summary>The made-up cases of one benchmark method: every combination of its parameters' values.</summary>
/// <param name="Benchmark">The benchmark class.</param>
/// <param name="Method">The method.</param>
/// <param name="Unit">The unit in which its times are shown.</param>
/// <param name="Time">Where its times lie, in nanoseconds.</param>
/// <param name="Bytes">Bytes that one operation moves.</param>
/// <param name="Parameters">The parameters' names and values; the first one is the memory.</param>
internal sealed record CaseFamily(
    string Benchmark,
    string Method,
    TimeUnit Unit,
    double Time,
    long Bytes,
    params (string Name, string[] Values)[] Parameters
)
{
    /// <summary>The cases, without rounds yet.</summary>
    public IEnumerable<RunCase> Cases() =>
        Parameters
            .Aggregate(
                Enumerable.Repeat(new List<KeyValuePair<string, string>>(), 1),
                (combinations, parameter) =>
                    combinations.SelectMany(some =>
                        parameter.Values.Select(value =>
                            some.Append(new(parameter.Name, value)).ToList()
                        )
                    )
            )
            .Select(Case);

    private RunCase Case(List<KeyValuePair<string, string>> parameters)
    {
        var memory = parameters[0].Value;
        return new()
        {
            Id = Id(parameters),
            Benchmark = Benchmark,
            Method = Method,
            Parameters = new(parameters),
            Unit = Unit,
            Operations = 65_536,
            Bytes = Bytes,
            Guest =
                memory == "native"
                    ? null
                    : new()
                    {
                        Name = $"access-{memory}",
                        Sha256 = string.Concat(Enumerable.Repeat("9595e5f7831b3024", 4)),
                    },
            Settings =
                Benchmark == "GuestAllocation"
                    ? new() { ["memory_reservation"] = "17179869184" }
                    : [],
            Status = CaseStatus.Measured,
            Reason = null,
            Rounds = [],
            Controls =
                memory == "memory64"
                    ? new(
                        Parameters[0]
                            .Values.Where(control => control != memory)
                            .Select(control => new KeyValuePair<string, string>(
                                control,
                                Id([new(Parameters[0].Name, control), .. parameters.Skip(1)])
                            ))
                    )
                    : [],
        };
    }

    private string Id(List<KeyValuePair<string, string>> parameters) =>
        $"{Benchmark}.{Method}({string.Join(", ", parameters.Select(p => $"{p.Key}={p.Value}"))})";
}
