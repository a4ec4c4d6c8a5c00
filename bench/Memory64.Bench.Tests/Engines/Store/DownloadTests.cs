using Memory64.Engines.Identity;
using Xunit;

namespace Memory64.Bench.Tests.Engines.Store;

public sealed class DownloadTests : IDisposable
{
    private readonly StoreFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public void A_download_is_kept_and_found_next_time()
    {
        var client = new FakeClient(
            "client",
            (version, folder) => TestPackages.Wheel(folder, version)
        );
        _fixture.Options = _fixture.Options with { Clients = [client] };

        var build = _fixture.Store.Get("37.0.0");

        Assert.Equal(("37.0.0", "wheel"), (build.Version, build.Origin));
        Assert.Equal(build, _fixture.Store.Get("37.0.0"));
        Assert.Equal(1, client.Calls);
    }

    [Fact]
    public void The_clients_are_asked_in_order_until_one_has_it()
    {
        var second = new FakeClient(
            "second",
            (version, folder) => TestPackages.NuGet(Path.Combine(folder, "deep"), version)
        );
        var third = new FakeClient(
            "third",
            (version, folder) => TestPackages.Wheel(folder, version)
        );
        _fixture.Options = _fixture.Options with
        {
            Clients = [FakeClient.Without("first", "none"), second, third],
        };

        Assert.Equal("nupkg", _fixture.Store.Get("37.0.0").Origin);
        Assert.Equal(0, third.Calls);
    }

    [Fact]
    public void A_download_that_fails_a_check_is_not_kept_and_the_next_client_is_asked()
    {
        var wrong = new FakeClient("wrong", (_, folder) => TestPackages.Wheel(folder, "38.0.0"));
        var half = new FakeClient(
            "half",
            (version, folder) =>
            {
                var wheel = TestPackages.Wheel(folder, version);
                File.WriteAllBytes(wheel, File.ReadAllBytes(wheel)[..100]);
                return wheel;
            }
        );
        _fixture.Options = _fixture.Options with { Clients = [wrong, half] };

        var message = Refusal.Of(() => _fixture.Store.Get("37.0.0"));

        Assert.Contains(
            "wrong (brought 38.0.0 instead of 37.0.0)",
            message,
            StringComparison.Ordinal
        );
        Assert.Contains("is damaged or cut short", message, StringComparison.Ordinal);
        Assert.DoesNotContain(Entries(), entry => entry is not "extracted");
    }

    [Fact]
    public void A_client_that_dies_leaves_nothing_that_a_later_search_finds()
    {
        var dying = new FakeClient(
            "dying",
            (version, folder) =>
            {
                TestPackages.Wheel(folder, version);
                Assert.Single(Entries(), Path.GetFileName(folder));
                Assert.Empty(_fixture.Store.AtHand());
                throw new EngineException("died");
            }
        );
        _fixture.Options = _fixture.Options with { Clients = [dying] };
        Assert.Contains(
            "dying (died)",
            Refusal.Of(() => _fixture.Store.Get("37.0.0")),
            StringComparison.Ordinal
        );
        Assert.Empty(Entries());
    }

    [Fact]
    public void A_client_that_cannot_write_is_no_crash()
    {
        var full = new FakeClient(
            "full",
            (_, _) => throw new IOException("No space left on device")
        );
        _fixture.Options = _fixture.Options with { Clients = [full] };
        Assert.Contains(
            "No space left on device",
            Refusal.Of(() => _fixture.Store.Get("37.0.0")),
            StringComparison.Ordinal
        );
    }

    private IEnumerable<string?> Entries() =>
        Directory.EnumerateFileSystemEntries(_fixture.Cache).Select(Path.GetFileName);
}
