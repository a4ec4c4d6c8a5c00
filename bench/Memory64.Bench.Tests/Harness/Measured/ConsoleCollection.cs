using Xunit;

namespace Memory64.Bench.Tests.Harness.Measured;

/// <summary>Tests that take the process's standard output run while no others do.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ConsoleCollection
{
    internal const string Name = "console";
}
