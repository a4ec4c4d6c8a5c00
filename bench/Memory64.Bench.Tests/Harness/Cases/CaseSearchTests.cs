using Memory64.Bench.Harness.Cases;
using Xunit;

namespace Memory64.Bench.Tests.Harness.Cases;

public sealed class CaseSearchTests
{
    private const string Read = "BoundaryAccess.Read(Memory=memory64, Window=above, Width=8)";

    [Theory]
    [InlineData(Read)]
    [InlineData("BoundaryAccess.Read(Memory=memory64,Window=above,Width=8)")]
    [InlineData(" BoundaryAccess.Read( Memory = memory64 ,  Window=above, Width=8 ) ")]
    [InlineData("BoundaryAccess.Read(Width=8, Memory=memory64, Window=above)")]
    [InlineData("BoundaryAccess.Read(Width=8,Window=above,Memory=memory64)")]
    [InlineData("B*s.Read(Memory=memory64, Window=above, Width=8)")]
    [InlineData("B*s.Read(Memory=memory64,Window=ab*,Width=8)")]
    public void Means_the_case_that_it_names(string text) =>
        Assert.Equal([Read], Catalog.All.Select(c => c.Id).Where(id => CaseSearch.Means(text, id)));

    [Theory]
    [InlineData("BoundaryAccess.Read(Memory=memory64, Width=8, Window=abov)")]
    [InlineData("BoundaryAccess.Read(Memory=memory64, Window=above, Width=8, Size=1GiB)")]
    [InlineData("BoundaryAccess.Read(Memory=Memory64, Window=Above, Width=8)")]
    [InlineData("boundaryaccess.read(Memory=memory64, Window=above, Width=8)")]
    [InlineData("Read(Memory=memory64, Window=above, Width=8)")]
    public void Hints_at_the_nearest_case_where_none_is_meant(string text)
    {
        var cases = Catalog.All.Where(c => c.Benchmark == "BoundaryAccess").ToList();

        Assert.Equal($"; the nearest is {Read}", CaseSearch.Hint(text, cases));
    }

    [Theory]
    [InlineData("*Nothing*")]
    [InlineData("")]
    [InlineData("(")]
    [InlineData(")")]
    public void Hints_at_nothing_where_no_method_has_that_name(string text)
    {
        Assert.Empty(CaseSearch.Hint(text, Catalog.All));
        Assert.DoesNotContain(Catalog.All, c => CaseSearch.Means(text, c.Id));
    }
}
