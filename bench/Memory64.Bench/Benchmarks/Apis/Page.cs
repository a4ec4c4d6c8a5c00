using Memory64.Bench.Harness.Cases;
using Memory64.Results.Book;

namespace Memory64.Bench.Benchmarks.Apis;

internal sealed class Page : PageWriter<HostApi>
{
    public override BenchmarkPage Write() =>
        new()
        {
            Benchmark = nameof(HostApi),
            Question = "What does the official .NET API add to what this suite's binding costs?",
            Note =
                "A .NET embedder reaches the engine through the official API, this suite through a leaner binding. The ratio against official is what the binding takes of the official API's time for the same step on the same engine.",
            Questions =
            [
                new(
                    "Binding against the official API, call from the host",
                    Call(Api.binding),
                    Call(Api.official)
                ),
            ],
            MainCases =
            [
                new("Call from the host, binding", Call(Api.binding)),
                new("Call from the host, official API", Call(Api.official)),
            ],
        };

    private static CasePattern Call(Api api) =>
        Cases(nameof(HostApi.Call), (nameof(HostApi.Api), api));
}
