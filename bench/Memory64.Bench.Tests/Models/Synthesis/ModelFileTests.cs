using Memory64.Bench.Tests.Wasmtime;
using Memory64.Models.Shapes;
using Memory64.Models.Synthesis;
using Xunit;

namespace Memory64.Bench.Tests.Models.Synthesis;

// Its path is a descriptor's number, which whatever opens a file next gets: nothing else may run meanwhile.
[Collection(AloneCollection.Name)]
public sealed class ModelFileTests
{
    [Fact]
    public void A_file_is_gone_when_it_is_disposed()
    {
        var file = SyntheticModel.Write(ModelShapes.Tiny, 1);
        Assert.True(File.Exists(file.Path));
        file.Dispose();
        Assert.False(File.Exists(file.Path));
    }
}
