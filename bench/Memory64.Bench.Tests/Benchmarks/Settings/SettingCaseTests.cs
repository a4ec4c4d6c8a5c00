using Memory64.Bench.Benchmarks.Shared;
using Memory64.Bench.Guests;
using Memory64.Bench.Harness.Cases;
using Memory64.Bench.Tests.Harness.Cases;
using Memory64.Results.Book;
using Xunit;

namespace Memory64.Bench.Tests.Benchmarks.Settings;

/// <summary>What the room says of its cases.</summary>
public sealed class SettingCaseTests
{
    [Fact]
    public void Compares_each_setting_with_the_default_in_two_methods_or_two_places()
    {
        var settings = Catalog
            .All.Where(measured =>
                measured.Benchmark.StartsWith("EngineSettings", StringComparison.Ordinal)
            )
            .GroupBy(measured => measured.Parameters[0].Value)
            .ToDictionary(setting => setting.Key, setting => setting.ToList());
        Assert.Equal(Enum.GetNames<Setting>().Order(), settings.Keys.Order());
        Assert.All(
            settings.Where(setting => setting.Key != "byDefault"),
            setting =>
            {
                Assert.True(setting.Value.Count >= 2, setting.Key);
                Assert.All(
                    setting.Value,
                    measured =>
                        Assert.Contains(
                            KeyValuePair.Create(
                                "default",
                                measured.Id.Replace(
                                    $"Setting={setting.Key}",
                                    "Setting=byDefault",
                                    StringComparison.Ordinal
                                )
                            ),
                            measured.Controls
                        )
                );
            }
        );
    }

    [Fact]
    public void Sets_nothing_where_a_setting_is_compared_with()
    {
        Assert.All(
            Catalog.All.Where(measured =>
                measured.Benchmark.StartsWith("EngineSettings", StringComparison.Ordinal)
            ),
            measured =>
                Assert.Equal(
                    measured.Parameters[0].Value is "byDefault" or "fixedSize",
                    measured.Description.Settings == EngineConfiguration.Default
                )
        );
    }

    [Theory]
    [InlineData("Access.Read(Setting=noSpectre, Memory=memory64, Window=above)", "access-m64")]
    [InlineData("Access.Read(Setting=staysPut, Memory=memory64, Window=below)", "access-m64-4GiB")]
    [InlineData(
        "Access.Read(Setting=fixedSize, Memory=memory64, Window=above)",
        "access-m64-fixed"
    )]
    [InlineData("Access.Read(Setting=noGuard, Memory=memory32, Window=below)", "access-m32")]
    [InlineData(
        "Instantiation.Instantiate(Setting=fixedSize, Memory=memory64)",
        "access-m64-fixed"
    )]
    [InlineData("Instantiation.Instantiate(Setting=pooled, Memory=memory64)", "access-m64")]
    [InlineData(
        "Instantiation.InstantiateData(Setting=noCopyOnWrite, Memory=memory64)",
        "data-m64"
    )]
    [InlineData("Instantiation.Reuse(Setting=keepsResident, Memory=memory64)", "access-m64")]
    [InlineData("Allocation.Grow(Setting=growthReservation, Memory=memory64)", "allocation-m64")]
    [InlineData("Allocation.FirstTouch(Setting=hugePages, Memory=memory64)", "allocation-m64")]
    public void Measures_a_setting_on_the_guest_that_shows_it(string id, string guest) =>
        Assert.Equal(guest, Catalog.Named($"EngineSettings{id}").Description.Guest?.Name);

    [Theory]
    [InlineData("EngineSettingsAccess")]
    [InlineData("EngineSettingsInstantiation")]
    [InlineData("EngineSettingsAllocation")]
    public void Measures_every_control_with_its_case(string benchmark) =>
        CaseAssert.HasControlsInItsProfiles(benchmark);

    [Theory]
    [InlineData("EngineSettingsAccess")]
    [InlineData("EngineSettingsInstantiation")]
    [InlineData("EngineSettingsAllocation")]
    public void Is_left_to_the_full_profile(string benchmark) => CaseAssert.IsInFullOnly(benchmark);

    [Theory]
    [InlineData("EngineSettingsAccess")]
    [InlineData("EngineSettingsInstantiation")]
    [InlineData("EngineSettingsAllocation")]
    public void Declares_what_stays_resident(string benchmark) =>
        CaseAssert.KeepsResident(
            benchmark,
            measured =>
                (benchmark, measured.Method) switch
                {
                    ("EngineSettingsAllocation", "Grow") => (4UL << 30) + (64UL << 10),
                    ("EngineSettingsAllocation", "FirstTouch") => 256UL << 20,
                    _ => 0,
                }
        );

    [Fact]
    public void Settings_are_explained_each_and_no_other() =>
        Assert.All(
            Suite.Book.Pages.Select(page => page.Settings).OfType<ParameterNotes>(),
            settings =>
                Assert.Equal(
                    Enum.GetNames<Setting>().Order(StringComparer.Ordinal),
                    settings.Notes.Keys.Order(StringComparer.Ordinal)
                )
        );
}
