using Memory64.Bench.Harness.Cases;
using Memory64.Results.Highlights;
using Xunit;

namespace Memory64.Bench.Tests.Results.Highlights;

public sealed class ClassNotesTests
{
    [Fact]
    public void Are_there_for_every_class_of_the_suite_and_for_no_other() =>
        Assert.Equal(
            CaseCatalog.All.Select(c => c.Benchmark).Distinct().Order(StringComparer.Ordinal),
            ClassNotes.All.Keys.Order(StringComparer.Ordinal)
        );

    [Fact]
    public void Are_two_sentences_each() =>
        Assert.All(ClassNotes.All.Values, note => Assert.Equal(2, note.Split(". ").Length));
}
