using System.Text.Json;
using Memory64.Bench.Benchmarks.Shared;
using Memory64.Bench.Commands.Sessions;
using Memory64.Bench.Guests;
using Memory64.Bench.Harness.Machines.Limits;
using Memory64.Bench.Tests.Harness.Running;
using Xunit;

namespace Memory64.Bench.Tests.Commands.Sessions;

public sealed class SettingsTrialTests : IDisposable
{
    // No pool has room for memories of 16 GiB in slots of 1 GiB.
    private static readonly EngineConfiguration Contradiction = new()
    {
        Allocator = Allocator.Pooling,
        MemoryReservation = ByteSize.GiB(1),
    };

    private readonly ProgramProcess _program = new();
    private int _started;

    public void Dispose() => _program.Dispose();

    [Fact]
    public void What_an_engine_refuses_is_told_in_its_own_words()
    {
        var refusal = Trial().Refusal(RealEngines.Default, Contradiction);
        Assert.NotNull(refusal);
        Assert.StartsWith("the engine refuses these settings: ", refusal, StringComparison.Ordinal);
        Assert.Contains("reservation", refusal, StringComparison.Ordinal);
        Assert.DoesNotContain("panicked at", refusal, StringComparison.Ordinal);
        Assert.DoesNotContain("backtrace", refusal, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refusal);
    }

    [Fact]
    public void What_an_engine_accepts_is_not_refused()
    {
        foreach (var setting in (Setting[])[Setting.pooled, Setting.noGuard, Setting.noSpectre])
        {
            Assert.Null(Trial().Refusal(RealEngines.Default, SettingConfiguration.Of(setting)));
        }

        Assert.Equal(3, _started);
    }

    [Fact]
    public void Each_engine_is_asked_once_for_all_cases_of_the_same_settings_and_never_for_none()
    {
        var asked = new List<string>();
        var trial = new SettingsTrial(arguments =>
        {
            asked.Add(arguments[1]);
            return (134, "thread panicked at engine.rs:1:\nno such thing\nnote: more");
        });
        var other = Plans.Engine("49.0.2");
        for (var i = 0; i < 2; i++)
        {
            Assert.Null(trial.Refusal(other, EngineConfiguration.Default));
            Assert.Equal(
                "the engine refuses these settings: no such thing (exit code 134)",
                trial.Refusal(other, Contradiction with { })
            );
            _ = trial.Refusal(Plans.Engine(), Contradiction);
        }

        Assert.Equal([other.Build.LibraryPath, Plans.Engine().Build.LibraryPath], asked);
    }

    [Fact]
    public void A_memory_is_not_tried_where_nothing_limits_the_address_space()
    {
        Assert.SkipUnless(
            AddressLimits.AddressSpaceBytes() is null && AddressLimits.DataBytes() is null,
            "These tests run within a limit."
        );
        var build = RealEngines.Default.Build;

        Assert.Null(
            Trial().NoRoom(build, EngineConfiguration.Default, ByteSize.GiB(8).Bytes, is64: true)
        );
        Assert.Equal(0, _started);
    }

    // With its guards and its room to grow a memory takes more than its size: the engine itself is asked.
    [Theory]
    [InlineData("ulimit -v 4194304", "131072", "memory64")]
    [InlineData("ulimit -v 4194304", "65536", "memory32")]
    [InlineData("ulimit -d 4194304", "131072", "memory64")]
    public void A_memory_is_refused_where_a_limit_leaves_no_room_for_it(
        string limit,
        string pages,
        string kind
    )
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux holds mappings to these limits.");

        var refused = _program.RunWithin(limit, TryOut(pages, kind));

        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("os error 12", refused.Error, StringComparison.Ordinal);
        _program.Run(TryOut(pages, kind)).AssertSuccess();
    }

    [Fact]
    public void A_memory_is_not_refused_where_a_limit_leaves_room_for_it()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux holds mappings to these limits.");
        _program.RunWithin("ulimit -d 4194304", TryOut("1", "memory64")).AssertSuccess();
    }

    private static string[] TryOut(string pages, string kind) =>
        [
            "try-settings",
            RealEngines.Default.Build.LibraryPath,
            JsonSerializer.Serialize(EngineConfiguration.Default),
            pages,
            kind,
        ];

    [Fact]
    public void Settings_survive_the_way_to_the_process()
    {
        Assert.All(
            Enum.GetValues<Setting>().Select(SettingConfiguration.Of),
            settings =>
                Assert.Equal(
                    settings,
                    JsonSerializer.Deserialize<EngineConfiguration>(
                        JsonSerializer.Serialize(settings)
                    )
                )
        );
    }

    private SettingsTrial Trial() =>
        new(arguments =>
        {
            _started++;
            var result = _program.Run(arguments);
            return (result.ExitCode, result.Error);
        });
}
