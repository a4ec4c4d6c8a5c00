using System.Reflection;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Parameters;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using Memory64.Bench.Harness.Measured;

namespace Memory64.Bench.Harness.Cases;

/// <summary>All cases of the suite: every subclass of <see cref="Benchmark"/>, every case that it says there is.</summary>
public sealed class CaseCatalog
{
    private readonly Dictionary<string, Case> _byId;

    private const string None = "none";

    private static readonly Comparer<ParameterInstances> ByValue =
        Comparer<ParameterInstances>.Create(
            (x, y) =>
                x
                    .Items.Zip(y.Items, (one, other) => Compare(one.Value, other.Value))
                    .FirstOrDefault(order => order != 0)
        );

    /// <summary>Asks the classes for their cases.</summary>
    /// <param name="inputs">What the cases are given from outside.</param>
    public CaseCatalog(Inputs inputs)
    {
        Inputs = inputs;
        All = [.. Types().SelectMany(Of)];
        _byId = All.ToDictionary(c => c.Id, StringComparer.Ordinal);
    }

    /// <summary>What the cases are given from outside.</summary>
    public Inputs Inputs { get; }

    /// <summary>Every case, in the order in which a round measures them.</summary>
    public IReadOnlyList<Case> All { get; }

    /// <summary>The case of that id; <see langword="null"/> where there is none.</summary>
    public Case? Find(string id) => _byId.GetValueOrDefault(id);

    private static IEnumerable<Type> Types() =>
        typeof(CaseCatalog)
            .Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(Benchmark)) && !type.IsAbstract)
            .OrderBy(type => Suite.Book.RankOf(type.Name))
            .ThenBy(type => type.Name, StringComparer.Ordinal);

    // In the order of the class's methods, and of a method by its parameters' values.
    private IEnumerable<Case> Of(Type type)
    {
        PropertyInfo[] parameters = [.. ParametersOf(type)];
        var benchmark = (Benchmark)Activator.CreateInstance(type)!;
        benchmark.Inputs = Inputs;
        return benchmark
            .Cases.Select(description => Describe(type, parameters, description))
            .OrderBy(c => c.Descriptor.WorkloadMethod.MetadataToken)
            .ThenBy(c => c.Values, ByValue);
    }

    // In the order in which BenchmarkDotNet takes them.
    private static IEnumerable<PropertyInfo> ParametersOf(Type type)
    {
        var properties = type.GetProperties();
        return properties
            .Where(property => property.IsDefined(typeof(ParamsAttribute)))
            .Concat(properties.Where(property => property.IsDefined(typeof(ParamsSourceAttribute))))
            .Concat(
                properties.Where(property => property.IsDefined(typeof(ParamsAllValuesAttribute)))
            );
    }

    private static Descriptor DescriptorOf(Type type, string method)
    {
        var workload = type.GetMethod(method)!;
        return new(
            type,
            workload,
            operationsPerInvoke: workload
                .GetCustomAttribute<BenchmarkAttribute>()!
                .OperationsPerInvoke
        );
    }

    private static ParameterInstance InstanceOf(PropertyInfo parameter, CaseDescription description)
    {
        var value =
            description
                .Values.Where(v => v.Parameter == parameter.Name)
                .Select(v => v.Value)
                .FirstOrDefault()
            ?? NotApplying(parameter.PropertyType);
        return new(
            new(parameter.Name, false, [value], false, parameter.PropertyType, 0),
            value,
            SummaryStyle.Default
        );
    }

    private static object NotApplying(Type type) =>
        type.IsEnum ? Enum.Parse(type, None) : Activator.CreateInstance(type)!;

    // As BenchmarkDotNet sorts them.
    private static int Compare(object one, object other) =>
        one is IComparable comparable
            ? comparable.CompareTo(other)
            : string.CompareOrdinal($"{one}", $"{other}");

    private Case Describe(Type type, PropertyInfo[] allParameters, CaseDescription description)
    {
        var parameters = Parameters(type, description);
        return new()
        {
            Id = CaseId.Of(type.Name, description.Method, parameters),
            Catalog = this,
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
            Descriptor = DescriptorOf(type, description.Method),
            Values = new([.. allParameters.Select(p => InstanceOf(p, description))]),
        };
    }

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
                .Where(parameter => parameter.Value is not (None or "0")),
        ];
}
