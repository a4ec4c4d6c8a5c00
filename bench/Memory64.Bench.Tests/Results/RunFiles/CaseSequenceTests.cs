using CsCheck;
using Memory64.Bench.Harness.Cases;
using Memory64.Results.RunFiles;
using Memory64.Results.RunFiles.Records;
using Xunit;

namespace Memory64.Bench.Tests.Results.RunFiles;

public sealed class CaseSequenceTests
{
    [Fact]
    public void Reads_well()
    {
        string[] parameters =
        [
            "Memory=memory64, Window=below, Width=1",
            "Memory=memory64, Window=below, Width=16",
            "Memory=memory64, Window=across, Width=1",
            "Memory=memory64, Window=above, Width=1",
            "Memory=memory32, Window=below, Width=1",
            "Memory=native, Window=below, Width=1",
        ];
        RunCase[] expected =
        [
            .. parameters.Select(p => TestRuns.Measured("A", "Read", p)),
            TestRuns.Measured("A", "Write", parameters[0]),
            TestRuns.Measured("B", "Fill", "Size=64KiB"),
            TestRuns.Measured("B", "Fill", "Size=4GiB"),
            TestRuns.Measured("B", "Fill", "Size=16GiB"),
        ];

        Assert.Equal(expected, expected.Reverse().Order(Suite.Book.CaseSequence));
    }

    [Fact]
    public void Of_a_file_is_a_matter_of_its_cases_alone()
    {
        RunCase[] expected =
        [
            TestRuns.Measured("A", "Read", "Memory=memory32"),
            TestRuns.Measured("A", "Read", "Memory=memory64"),
            TestRuns.Measured("B", "Fill", "Size=64KiB"),
            TestRuns.Measured("B", "Fill", "Size=4GiB"),
        ];

        Assert.Equal(expected, expected.Reverse().Order(CaseSequence.Instance));
    }

    public static TheoryData<bool> Both => [false, true];

    [Theory]
    [MemberData(nameof(Both))]
    public void Is_an_order(bool ofBook)
    {
        var order = ofBook ? Suite.Book.CaseSequence : CaseSequence.Instance;
        var text = Gen.OneOf("below", "across", "b", "a", "z", "4GiB", "64KiB", "memory64");
        var parameters = Gen.Select(text, text, (a, b) => $"P={a}, Q={b}");
        var someCase = Gen.OneOf(parameters, text.Select(t => $"P={t}"))
            .Select(p => TestRuns.Measured("A", "M", p));
        Gen.Select(someCase, someCase, someCase)
            .Sample(
                (a, b, c) =>
                {
                    var compare = order.Compare;
                    Assert.Equal(Math.Sign(compare(a, b)), -Math.Sign(compare(b, a)));
                    Assert.Equal(a.Id == b.Id, compare(a, b) == 0);
                    Assert.False(compare(a, b) < 0 && compare(b, c) < 0 && compare(a, c) >= 0);
                },
                iter: 20_000
            );
    }
}
