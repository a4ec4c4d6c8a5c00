using Memory64.Bench.Harness.Cases;
using Memory64.Results.Units;

namespace Memory64.Bench.Benchmarks.Apis;

/// <summary>The cases of <see cref="HostApi"/>: each step by either way.</summary>
internal static class ApiCases
{
    public static IEnumerable<CaseDescription> All =>
        from api in Enum.GetValues<Api>()
        from description in (CaseDescription[])
            [
                Of(nameof(HostApi.Instantiate), api) with
                {
                    Unit = TimeUnit.Microsecond,
                    Operations = 1,
                },
                Of(nameof(HostApi.Call), api),
                Of(nameof(HostApi.Read), api),
                Of(nameof(HostApi.Write), api),
            ]
        select description;

    private static CaseDescription Of(string method, Api api) =>
        new()
        {
            Method = method,
            Values = [(nameof(HostApi.Api), api)],
            Profile = Profile.Standard,
            Sampling = Sampling.Repeated,
            Unit = TimeUnit.Nanosecond,
            Operations = HostApi.Calls,
            NotOnV8 = "the host that V8 knows is JavaScript, in another process",
            Guest = HostApi.Guest,
            Needs = api == Api.official ? [new OfficialVersion()] : [],
            Controls =
                api == Api.binding ? [new("official", (nameof(HostApi.Api), Api.official))] : [],
        };
}
