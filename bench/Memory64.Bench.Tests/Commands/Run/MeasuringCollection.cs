using Xunit;

namespace Memory64.Bench.Tests.Commands.Run;

/// <summary>Tests that measure with the program: it refuses a second run beside the first.</summary>
[CollectionDefinition(Name)]
public sealed class MeasuringCollection
{
    public const string Name = "measuring";
}
