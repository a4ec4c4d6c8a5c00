using Memory64.Bench.Tests.Engines.Store;
using Memory64.Engines.Identity;
using Xunit;

namespace Memory64.Bench.Tests.Engines.Identity;

public sealed class EngineVersionTests
{
    [Theory]
    [InlineData("24.0.0")]
    [InlineData("50.0.1")]
    [InlineData("100.20.300")]
    public void From_24_on_is_accepted(string version) =>
        Assert.Equal(version, EngineVersion.Require(version));

    [Theory]
    [InlineData("23.0.0")]
    [InlineData("23.0.3")]
    [InlineData("0.40.0")]
    public void Before_24_is_too_old_and_the_message_says_why(string version)
    {
        var message = Refusal.Of(() => EngineVersion.Require(version));
        Assert.StartsWith(
            $"Wasmtime {version} is too old: 24 is the first",
            message,
            StringComparison.Ordinal
        );
        Assert.Contains("64-bit memories", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("v8@22.0.0")]
    [InlineData("v8@26.10.0")]
    public void V8_is_named_by_its_Node_from_22_on(string name)
    {
        Assert.Equal(name, EngineVersion.Require(name));
        Assert.Equal(EngineKind.V8, EngineVersion.KindOf(name));
        Assert.True(EngineVersion.IsName(name));
        Assert.False(EngineVersion.IsVersion(name));
    }

    [Theory]
    [InlineData("v8@20.20.2", "the V8 of Node.js 20.20.2 is too old: 22 is the first")]
    [InlineData("v8@14.6", "'v8@14.6' names no V8: write the three numbers of its Node.js")]
    [InlineData("v8@", "'v8@' names no V8")]
    [InlineData("v8@v26.10.0", "'v8@v26.10.0' names no V8")]
    public void Another_V8_is_refused_and_the_message_says_why(string name, string why) =>
        Assert.StartsWith(
            why,
            Refusal.Of(() => EngineVersion.Require(name)),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("fifty")]
    [InlineData("50.x")]
    [InlineData("50")]
    [InlineData("50.0")]
    [InlineData("50.0.1.2")]
    [InlineData("v50.0.1")]
    [InlineData("50.0.01")]
    [InlineData(" 50.0.1")]
    [InlineData("50.0.1\n")]
    [InlineData("-1.0.0")]
    [InlineData("99999999999.0.0")]
    [InlineData("٥٠.٠.١")]
    public void What_is_not_three_numbers_is_no_version(string text)
    {
        Assert.False(EngineVersion.IsVersion(text));
        Assert.Contains(
            "three numbers",
            Refusal.Of(() => EngineVersion.Require(text.Trim('\n') + "x")),
            StringComparison.Ordinal
        );
    }
}
