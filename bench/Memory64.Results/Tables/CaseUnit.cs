using Memory64.Results.Book;
using Memory64.Results.RunFiles.Records;
using Memory64.Results.Units;

namespace Memory64.Results.Tables;

/// <summary>The unit in which a table shows the times of its cases, which are of one class.</summary>
internal static class CaseUnit
{
    public static DisplayUnit Of(IReadOnlyList<RunCase> cases, SuiteBook book) =>
        cases[0].Unit == TimeUnit.Nanosecond
        && book.PageOf(cases[0].Benchmark) is { MeasuresAccesses: true }
            ? Scale.TimePerAccess.Choose()
            : Scale.Of(cases[0].Unit);
}
