using Xunit;

namespace Memory64.Bench.Tests.Wasmtime;

/// <summary>Tests that look at the whole process's memory, or take much of the machine's: none runs beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneCollection
{
    public const string Name = "alone";
}
