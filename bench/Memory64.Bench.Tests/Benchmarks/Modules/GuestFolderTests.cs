using Memory64.Bench.Benchmarks.Modules;
using Memory64.Bench.Harness;
using Xunit;

namespace Memory64.Bench.Tests.Benchmarks.Modules;

public sealed class GuestFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("", null, false)]
    [InlineData(":rw", null, true)]
    [InlineData("::/data", "/data", false)]
    [InlineData("::/data:rw", "/data", true)]
    public void It_is_read_as_it_is_written(string behind, string? name, bool isWritable) =>
        Assert.Equal(
            new GuestFolder(_folder.Root, name ?? _folder.Root, isWritable),
            GuestFolder.Parse(_folder.Root + behind)
        );

    [Fact]
    public void A_folder_that_is_not_there_is_refused() =>
        Assert.Equal(
            "--dir none::x: there is no folder none; write FOLDER, FOLDER::NAME or FOLDER::NAME:rw",
            Assert.Throws<MeasurementException>(() => GuestFolder.Parse("none::x")).Message
        );
}
