using Memory64.Bench.Benchmarks.Shared;
using Memory64.Bench.Harness.Cases;
using Memory64.Results.Book;

namespace Memory64.Bench.Benchmarks.Settings;

internal sealed class AllocationPage : PageWriter<EngineSettingsAllocation>
{
    private const string Grow = nameof(EngineSettingsAllocation.Grow),
        FirstTouch = nameof(EngineSettingsAllocation.FirstTouch);

    public override BenchmarkPage Write() =>
        new()
        {
            Benchmark = nameof(EngineSettingsAllocation),
            Question =
                "Which make memory cheaper to get? Growth past what is reserved (`Grow`) and first touch (`FirstTouch`), with settings that should help and some that should not",
            Note =
                "A memory that grows past its reservation is relocated, and a page that is touched for the first time comes from the kernel. Read the ratios against default for the settings that avoid the one and make the other cheaper.",
            Settings = SettingNotes.All,
            Questions =
            [
                new(
                    "Growth past what is reserved by default against growth inside 16 GiB reserved",
                    With(Grow, Setting.byDefault),
                    With(Grow, Setting.reservation)
                ),
                new Question(
                    "Huge pages against ordinary ones, first touch",
                    With(FirstTouch, Setting.hugePages),
                    With(FirstTouch, Setting.byDefault)
                ).AsMain(),
            ],
            MainCases =
            [
                new("First touch of 256 MiB, huge pages", With(FirstTouch, Setting.hugePages)),
                new(
                    "Growth of 4 GiB past what is reserved by default",
                    With(Grow, Setting.byDefault)
                ),
            ],
        };

    private static CasePattern With(string method, Setting setting) =>
        Cases(method, (SettingNotes.Parameter, setting));
}
