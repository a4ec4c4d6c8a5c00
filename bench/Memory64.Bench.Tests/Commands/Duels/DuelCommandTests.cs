using System.Text.Json;
using Memory64.Bench.Tests.Commands.Run;
using Xunit;

namespace Memory64.Bench.Tests.Commands.Duels;

/// <summary>The commands as a user starts them, one of them on the real engine.</summary>
[Collection(MeasuringCollection.Name)]
[Trait("Speed", "Slow")]
public sealed class DuelCommandTests : IDisposable
{
    private const string Read = "BoundaryAccess.Read(Memory=memory32, Window=below, Width=8)";

    private readonly ProgramProcess _program = new();

    public void Dispose() => _program.Dispose();

    [Fact]
    public void An_engine_against_itself_is_json_with_all_fields()
    {
        var duel = _program.Run(
            "duel",
            "50.0.1",
            "50.0.1",
            "--filter",
            Read,
            "--budget",
            "10m",
            "--json"
        );

        Assert.Equal(0, duel.ExitCode);
        using var json = JsonDocument.Parse(duel.Output);
        var item = Assert.Single(json.RootElement.EnumerateArray());
        Assert.Equal(Read, item.GetProperty("id").GetString());
        Assert.Equal("duels", item.GetProperty("evidence").GetString());
        Assert.Equal(2, item.GetProperty("interval").GetArrayLength());
        Assert.True(item.GetProperty("margin").GetDouble() >= 0);
        Assert.True(item.GetProperty("base").GetProperty("rounds").GetInt32() >= 8);
        Assert.True(item.GetProperty("ratio").GetDouble() > 0);
    }

    [Theory]
    [InlineData("2", "duel", "50.0.1", "50.0.1", "--filter", "*Nothing*")]
    [InlineData("2", "duel", "50.0.1", "no.such.version")]
    [InlineData("2", "duel", "50.0.1", "50.0.1", "--budget", "5")]
    [InlineData("2", "duel", "50.0.1", "50.0.1", "--budget", "0.5s")]
    [InlineData("2", "duel", "50.0.1", "50.0.1", "--handicap", "-1")]
    [InlineData("2", "bisect", Read, "50.0.1", "50.0.1")]
    [InlineData("2", "bisect", "*", "24.0.0", "50.0.1")]
    [InlineData("2", "bisect", "Nothing", "24.0.0", "50.0.1")]
    [InlineData("2", "bisect", Read, "old", "50.0.1")]
    [InlineData("2", "history", "*Nothing*")]
    public void Bad_usage_is_one_line(string code, params string[] arguments)
    {
        var refused = _program.Run(arguments);

        Assert.Equal(code, $"{refused.ExitCode}");
        Assert.Single(refused.Error.Trim().Split('\n'));
    }
}
