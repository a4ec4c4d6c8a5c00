using Memory64.Bench.Tests.Engines.Store;
using Memory64.Engines.Identity;
using Memory64.Engines.Packages;
using Xunit;

namespace Memory64.Bench.Tests.Engines.Packages;

/// <summary>The real pip, with a folder as its only index: nothing leaves the machine.</summary>
public sealed class PipClientTests : IDisposable
{
    private static readonly string[][] Commands =
    [
        ["no-such-program-of-any-kind"],
        ["python3", "-m", "pip"],
        ["pip"],
        ["py", "-m", "pip"],
    ];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Brings_the_wheel_from_the_users_own_index()
    {
        var source = TestPackages.Wheel(_folder.At("source"), "37.0.0");
        var wheel = Downloaded("37.0.0");
        Assert.Equal(_folder.At("download"), Path.GetDirectoryName(wheel));
        Assert.Equal(FileGuard.Sha256(source), FileGuard.Sha256(wheel));
    }

    [Fact]
    public void Answers_in_a_few_words_where_there_is_none()
    {
        Directory.CreateDirectory(_folder.At("source"));
        var message = Refusal.Of(() => Downloaded("38.0.0"));
        Assert.Contains("wasmtime==38.0.0", message, StringComparison.Ordinal);
        Assert.DoesNotContain("ERROR", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Says_that_there_is_no_pip()
    {
        var client = new PipClient(
            [
                ["no-such-program-of-any-kind"],
            ],
            new Dictionary<string, string>(StringComparer.Ordinal)
        );
        Assert.Equal(
            "no pip on this machine.",
            Refusal.Of(() => client.Download("37.0.0", _folder.Root))
        );
    }

    private string Downloaded(string version)
    {
        Directory.CreateDirectory(_folder.At("download"));
        var environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["PIP_NO_INDEX"] = "1",
            ["PIP_FIND_LINKS"] = _folder.At("source"),
            ["PIP_CONFIG_FILE"] = Path.DirectorySeparatorChar == '/' ? "/dev/null" : "nul",
        };
        try
        {
            return new PipClient(Commands, environment).Download(version, _folder.At("download"));
        }
        catch (EngineException error) when (error.Message is "no pip on this machine.")
        {
            Assert.Skip("There is no pip on this machine.");
            throw;
        }
    }
}
