using Memory64.Bench.Harness.Cases;
using Memory64.Bench.Harness.Running;
using Xunit;

namespace Memory64.Bench.Tests.Harness.Running;

public sealed class HeldFileTests
{
    [Fact]
    public void Is_written_once_for_rounds_that_follow_each_other_and_gone_after_them()
    {
        var written = new List<WrittenFile>();
        SharedFile Shared(string name) =>
            new(
                name,
                () =>
                {
                    written.Add(Write());
                    return written[^1];
                }
            );
        var (one, other) = (Shared("one"), Shared("other"));
        using var held = new HeldFile();

        held.Hold(one);
        held.Hold(Shared("one"));
        Assert.Equal([new("one", Assert.Single(written).Path)], held.Files);
        held.Hold(other);
        Assert.Equal([new("other", written[1].Path)], held.Files);
        held.Hold(null);
        Assert.Empty(held.Files);
        Assert.Equal(2, written.Count);
        Assert.All(written, file => Assert.False(File.Exists(file.Path)));
    }

    private static WrittenFile Write()
    {
        var path = Path.GetTempFileName();
        return new(
            path,
            new FileStream(
                path,
                FileMode.Create,
                FileAccess.ReadWrite,
                FileShare.ReadWrite | FileShare.Delete,
                bufferSize: 1,
                FileOptions.DeleteOnClose
            )
        );
    }
}
