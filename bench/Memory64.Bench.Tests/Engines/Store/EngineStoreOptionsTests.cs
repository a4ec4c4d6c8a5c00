using Memory64.Engines.Identity;
using Memory64.Engines.Store;
using Xunit;

namespace Memory64.Bench.Tests.Engines.Store;

public sealed class EngineStoreOptionsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_variables_folders_come_before_engines_of_the_working_directory()
    {
        var list = string.Join(Path.PathSeparator, _folder.At("a"), "", "b", _folder.At("a"));
        Assert.Equal(
            [_folder.At("a"), _folder.At("b"), _folder.At("engines")],
            Options(("MEMORY64_ENGINES", list)).Folders
        );
        Assert.Equal([_folder.At("engines")], Options().Folders);
    }

    [Fact]
    public void The_cache_follows_XDG_where_it_is_an_absolute_path()
    {
        var tail = Path.Combine("memory64-bench", "engines");
        Assert.Equal(
            _folder.At("xdg", tail),
            Options(("XDG_CACHE_HOME", _folder.At("xdg"))).CacheFolder
        );

        var otherwise = Options(("XDG_CACHE_HOME", "relative")).CacheFolder;
        Assert.True(Path.IsPathFullyQualified(otherwise));
        Assert.EndsWith(tail, otherwise, StringComparison.Ordinal);
        Assert.DoesNotContain("relative", otherwise, StringComparison.Ordinal);
    }

    [Fact]
    public void The_default_library_is_the_packages_or_that_of_a_published_program()
    {
        Assert.Null(Options().DefaultLibraryPath);
        var published = _folder.Write(EnginePlatform.Current.LibraryName, []);
        Assert.Equal(published, Options().DefaultLibraryPath);
        var package = _folder.Write(
            Path.Combine(EnginePlatform.Current.PackageLibrary.Split('/')),
            []
        );
        Assert.Equal(package, Options().DefaultLibraryPath);
    }

    [Fact]
    public void NuGet_is_asked_before_pip_and_npm_for_V8() =>
        Assert.Equal(
            ["NuGet", "pip", "npm"],
            Options().Clients.Select(client => client.Name),
            StringComparer.Ordinal
        );

    private EngineStoreOptions Options(params (string Name, string? Value)[] variables) =>
        EngineStoreOptions.From(
            name =>
                variables
                    .ToDictionary(
                        variable => variable.Name,
                        variable => variable.Value,
                        StringComparer.Ordinal
                    )
                    .GetValueOrDefault(name),
            _folder.Root,
            "50.0.1",
            _folder.Root
        );
}
