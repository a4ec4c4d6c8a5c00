using Memory64.Engines.Packages;
using Xunit;

namespace Memory64.Bench.Tests.Engines.Packages;

public sealed class DotnetHostTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Runtime =>
        Directory
            .CreateDirectory(_folder.At("root", "shared", "Microsoft.NETCore.App", "10.0.0"))
            .FullName;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("dotnet", false)]
    [InlineData("dotnet.exe", true)]
    public void Is_the_one_of_the_runtime_where_that_has_an_sdk(string name, bool isWindows)
    {
        var host = _folder.At("root", name);
        var runtime = Runtime;
        File.WriteAllText(host, "");
        Assert.Equal("dotnet", DotnetHost.Find(runtime, isWindows));

        Directory.CreateDirectory(_folder.At("root", "sdk"));
        Assert.Equal(host, DotnetHost.Find(runtime, isWindows));
    }

    [Fact]
    public void Is_the_one_of_the_path_where_the_runtime_has_none() =>
        Assert.Equal("dotnet", DotnetHost.Find(Runtime, isWindows: false));
}
