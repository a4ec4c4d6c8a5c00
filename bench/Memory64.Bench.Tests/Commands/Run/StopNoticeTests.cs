using Memory64.Bench.Commands.Run;
using Memory64.Bench.Tests.Harness.Measured;
using Xunit;

namespace Memory64.Bench.Tests.Commands.Run;

[Collection(ConsoleCollection.Name)]
public sealed class StopNoticeTests
{
    [Fact]
    public void Says_once_that_the_run_was_stopped_however_often_the_user_asks()
    {
        using var error = new StringWriter();
        var before = Console.Error;
        Console.SetError(error);
        try
        {
            using var notice = new StopNotice(journal: null);
            notice.Stop();
            notice.Stop();
        }
        finally
        {
            Console.SetError(before);
        }

        Assert.Equal(
            "stopped; this run was not recorded\n",
            error.ToString().ReplaceLineEndings("\n")
        );
    }
}
