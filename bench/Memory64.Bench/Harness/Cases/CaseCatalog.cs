using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Parameters;
using BenchmarkDotNet.Running;

namespace Memory64.Bench.Harness.Cases;

/// <summary>All cases of the suite: every subclass of <see cref="Benchmark"/>, every combination that it describes.</summary>
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

    private static IEnumerable<Case> Of(Type type) =>
        BenchmarkConverter
            .TypeToBenchmarks(type, ManualConfig.CreateEmpty().AddJob(Job.Default))
            .BenchmarksCases.OrderBy(benchmarkCase =>
                benchmarkCase.Descriptor.WorkloadMethod.MetadataToken
            )
            .Select(benchmarkCase => Describe(type, benchmarkCase))
            .OfType<Case>();

    private static Case? Describe(Type type, BenchmarkCase benchmarkCase)
    {
        var method = benchmarkCase.Descriptor.WorkloadMethod.Name;
        if (CreateWith(type, benchmarkCase.Parameters).Describe(method) is not { } description)
        {
            return null;
        }

        var parameters = Applying(type, benchmarkCase.Parameters, []);
        return new Case
        {
            Id = CaseId.Of(type.Name, method, parameters),
            Benchmark = type.Name,
            Method = method,
            Parameters = parameters,
            Controls =
            [
                .. description.Controls.Select(control =>
                    KeyValuePair.Create(
                        control.Label,
                        CaseId.Of(
                            type.Name,
                            control.Method ?? method,
                            Applying(type, benchmarkCase.Parameters, control.Changes)
                        )
                    )
                ),
            ],
            Description = description,
            Descriptor = benchmarkCase.Descriptor,
            Values = benchmarkCase.Parameters,
        };
    }

    private static Benchmark CreateWith(Type type, ParameterInstances values)
    {
        var benchmark = (Benchmark)Activator.CreateInstance(type)!;
        foreach (var value in values.Items)
        {
            type.GetProperty(value.Name)!.SetValue(benchmark, value.Value);
        }

        return benchmark;
    }

    // A parameter that doesn't apply to a case holds none or 0 and isn't part of its name.
    private static List<KeyValuePair<string, string>> Applying(
        Type type,
        ParameterInstances values,
        (string Parameter, object Value)[] changes
    )
    {
        var changed = changes.ToDictionary(
            change => change.Parameter,
            change => change.Value,
            StringComparer.Ordinal
        );
        return
        [
            .. values
                .Items.OrderBy(item => type.GetProperty(item.Name)!.MetadataToken)
                .Select(item =>
                    KeyValuePair.Create(
                        item.Name,
                        changed.GetValueOrDefault(item.Name, item.Value).ToString()!
                    )
                )
                .Where(parameter => parameter.Value is not ("none" or "0")),
        ];
    }
}
