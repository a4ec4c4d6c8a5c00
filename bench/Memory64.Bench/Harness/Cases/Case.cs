using BenchmarkDotNet.Parameters;
using BenchmarkDotNet.Running;
using Memory64.Results.RunFiles.Records;

namespace Memory64.Bench.Harness.Cases;

/// <summary>A benchmark method with its parameters: what is measured in rounds and stands in one record.</summary>
public sealed record Case
{
    /// <summary>
    /// Names it everywhere, such as <c>MemoryInstantiation.Instantiate(Memory=memory64, Size=8GiB, Allocator=OnDemand)</c>.
    /// </summary>
    public required string Id { get; init; }

    /// <summary>The catalog that it is in.</summary>
    public required CaseCatalog Catalog { get; init; }

    /// <summary>The benchmark class.</summary>
    public required string Benchmark { get; init; }

    /// <summary>The measured method.</summary>
    public required string Method { get; init; }

    /// <summary>The parameters that apply, in the order of their declaration.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Parameters { get; init; }

    /// <summary>Ids of the cases it is compared with, by column.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Controls { get; init; }

    /// <summary>The case as results know it.</summary>
    public required CaseName Name { get; init; }

    /// <summary>What its class says of it.</summary>
    public required CaseDescription Description { get; init; }

    /// <summary>BenchmarkDotNet's description of the method.</summary>
    public required Descriptor Descriptor { get; init; }

    /// <summary>BenchmarkDotNet's values of all parameters, those included that don't apply.</summary>
    public required ParameterInstances Values { get; init; }
}
