using Memory64.Bench.Benchmarks.Settings;
using Memory64.Results.Highlights;
using Xunit;

namespace Memory64.Bench.Tests.Results.Highlights;

public sealed class SettingNotesTests
{
    [Fact]
    public void Are_there_for_every_setting_and_for_no_other() =>
        Assert.Equal(
            Enum.GetNames<Setting>().Order(StringComparer.Ordinal),
            SettingNotes.All.Keys.Order(StringComparer.Ordinal)
        );
}
