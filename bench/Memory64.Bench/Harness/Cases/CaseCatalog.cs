using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;

namespace Memory64.Bench.Harness.Cases;

/// <summary>All cases of the suite: every subclass of <see cref="Benchmark"/>, every case that it says there is.</summary>
public static class CaseCatalog
{
    /// <summary>Every case, in the order in which a round measures them.</summary>
    public static IReadOnlyList<Case> All { get; } = [.. Types().SelectMany(Of)];

    private static IEnumerable<Type> Types() =>
        typeof(CaseCatalog)
            .Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(Benchmark)) && !type.IsAbstract)
            .OrderBy(type => Suite.Book.RankOf(type.Name))
            .ThenBy(type => type.Name, StringComparer.Ordinal);

    // BenchmarkDotNet knows every combination of parameters, in an order that is its own; the class says which are cases.
    private static IEnumerable<Case> Of(Type type)
    {
        var described = ((Benchmark)Activator.CreateInstance(type)!).Cases.ToDictionary(
            description => CaseId.Of(type.Name, description.Method, Parameters(type, description)),
            StringComparer.Ordinal
        );
        List<Case> cases =
        [
            .. BenchmarkConverter
                .TypeToBenchmarks(type, ManualConfig.CreateEmpty().AddJob(Job.Default))
                .BenchmarksCases.OrderBy(benchmarkCase =>
                    benchmarkCase.Descriptor.WorkloadMethod.MetadataToken
                )
                .Where(benchmarkCase => described.ContainsKey(IdOf(type, benchmarkCase)))
                .Select(benchmarkCase =>
                    Describe(type, benchmarkCase, described[IdOf(type, benchmarkCase)])
                ),
        ];
        return cases.Count == described.Count
            ? cases
            : throw new InvalidOperationException(
                $"{described.Keys.Except(cases.Select(c => c.Id)).First()} has a value that its class's parameters don't have"
            );
    }

    private static Case Describe(
        Type type,
        BenchmarkCase benchmarkCase,
        CaseDescription description
    )
    {
        var parameters = Parameters(type, description);
        return new()
        {
            Id = IdOf(type, benchmarkCase),
            Benchmark = type.Name,
            Method = description.Method,
            Parameters = parameters,
            Name = new(
                type.Name,
                description.Method,
                parameters.ToDictionary(StringComparer.Ordinal)
            ),
            Controls =
            [
                .. description.Controls.Select(control =>
                    KeyValuePair.Create(
                        control.Label,
                        CaseId.Of(
                            type.Name,
                            control.Method ?? description.Method,
                            Parameters(type, description, control.Changes)
                        )
                    )
                ),
            ],
            Description = description,
            Descriptor = benchmarkCase.Descriptor,
            Values = benchmarkCase.Parameters,
        };
    }

    private static string IdOf(Type type, BenchmarkCase benchmarkCase) =>
        CaseId.Of(
            type.Name,
            benchmarkCase.Descriptor.WorkloadMethod.Name,
            Applying(type, benchmarkCase.Parameters.Items.Select(item => (item.Name, item.Value)))
        );

    private static List<KeyValuePair<string, string>> Parameters(
        Type type,
        CaseDescription description,
        params (string Parameter, object Value)[] changes
    ) =>
        Applying(
            type,
            changes
                .Concat(description.Values)
                .DistinctBy(value => value.Parameter, StringComparer.Ordinal)
        );

    // A parameter that doesn't apply to a case holds none or 0 and isn't part of its name.
    private static List<KeyValuePair<string, string>> Applying(
        Type type,
        IEnumerable<(string Parameter, object Value)> values
    ) =>
        [
            .. values
                .OrderBy(value => type.GetProperty(value.Parameter)!.MetadataToken)
                .Select(value => KeyValuePair.Create(value.Parameter, value.Value.ToString()!))
                .Where(parameter => parameter.Value is not ("none" or "0")),
        ];
}
