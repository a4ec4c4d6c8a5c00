using Memory64.Bench.Tests.Harness.Cases;
using Xunit;

namespace Memory64.Bench.Tests.Benchmarks.Compiling;

/// <summary>What the room says of its cases.</summary>
public sealed class CompilationCaseTests
{
    [Fact]
    public void Declares_what_stays_resident() =>
        CaseAssert.KeepsResident("Compilation", measured => 0);
}
