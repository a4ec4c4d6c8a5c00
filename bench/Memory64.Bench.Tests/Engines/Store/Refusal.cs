using Memory64.Engines.Identity;
using Xunit;

namespace Memory64.Bench.Tests.Engines.Store;

internal static class Refusal
{
    /// <summary>The message with which an action is refused: one line, always.</summary>
    internal static string Of(Action action)
    {
        var message = Assert.Throws<EngineException>(action).Message;
        Assert.DoesNotContain('\n', message);
        return message;
    }
}
