using System.Runtime.InteropServices;
using Memory64.Bench.Tests.Engines.Store;
using Memory64.Engines.Identity;
using Xunit;

namespace Memory64.Bench.Tests.Engines.Identity;

public sealed class LibraryInspectorTests
{
    // The text is part of the assertion: these are what Wasmtime 23.0.3 exports of the functions asked for.
    private static readonly string[] Wasmtime23 =
    [
        "wasm_engine_new",
        "wasmtime_store_new",
        "wasmtime_module_new",
        "wasmtime_instance_new",
        "wasmtime_memorytype_new",
        "wasmtime_memory_data",
        "wasmtime_memory_grow",
    ];

    private static readonly string Default = Path.Combine(
        AppContext.BaseDirectory,
        EnginePlatform.Current.PackageLibrary
    );

    [Fact]
    public void The_default_library_is_Wasmtime()
    {
        Assert.SkipUnless(EnginePlatform.Current.InPackage, "The package has no library for musl.");
        LibraryInspector.Check(Default, Default);
    }

    [Fact]
    public void A_library_with_all_functions_passes() =>
        LibraryInspector.CheckExports("x.so", Wasmtime23.Append("wasmtime_engine_clone").Contains);

    [Fact]
    public void Before_24_a_function_is_missing() =>
        Assert.Equal(
            "x.so is too old: it lacks wasmtime_engine_clone, which Wasmtime has from 24 on.",
            Refusal.Of(() => LibraryInspector.CheckExports("x.so", Wasmtime23.Contains))
        );

    [Theory]
    [InlineData("wasmtime_module_new")]
    [InlineData("wasm_engine_new")]
    [InlineData("wasmtime_memory_data")]
    public void A_library_that_lacks_any_other_is_not_Wasmtime(string missing) =>
        Assert.Equal(
            $"x.so is not Wasmtime: it lacks {missing}.",
            Refusal.Of(() =>
                LibraryInspector.CheckExports(
                    "x.so",
                    new HashSet<string>(
                        Wasmtime23.Except([missing], StringComparer.Ordinal),
                        StringComparer.Ordinal
                    ).Contains
                )
            )
        );

    [Fact]
    public void A_real_library_of_another_kind_is_not_Wasmtime()
    {
        var folder = RuntimeEnvironment.GetRuntimeDirectory();
        var library = Directory
            .EnumerateFiles(
                folder,
                OperatingSystem.IsWindows()
                    ? "System.IO.Compression.Native.dll"
                    : "libSystem.Native.*"
            )
            .First();
        Assert.StartsWith(
            $"{library} is not Wasmtime: it lacks wasm",
            Refusal.Of(() => LibraryInspector.Check(library, library)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void What_is_no_library_is_refused_with_the_loaders_words()
    {
        using var folder = new TemporaryFolder();
        var library = folder.Write("bad.so", new byte[1000]);
        var message = Refusal.Of(() => LibraryInspector.Check(library, "place"));
        Assert.StartsWith(
            "place is not a library that this machine can load: ",
            message,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("strace", message, StringComparison.Ordinal);
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Another system's loader has other words.");
        Assert.EndsWith("invalid ELF header", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.003)]
    [InlineData(0.5)]
    [InlineData(0.9999)]
    public void A_library_cut_short_is_refused_and_the_process_lives(double left)
    {
        Assert.SkipUnless(
            OperatingSystem.IsLinux() && EnginePlatform.Current.InPackage,
            "ELF files are Linux'."
        );
        using var folder = new TemporaryFolder();
        var whole = File.ReadAllBytes(Default);
        var cut = whole[..(int)(whole.Length * left)];
        var library = folder.Write("cut.so", cut);
        Assert.EndsWith(
            $"it is cut short at {cut.Length} bytes",
            Refusal.Of(() => LibraryInspector.Check(library, library)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_library_for_another_processor_is_said_to_be_one()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "ELF files are Linux'.");
        var other =
            RuntimeInformation.ProcessArchitecture == Architecture.X64
                ? "linux-arm64"
                : "linux-x64";
        var library = Path.Combine(
            AppContext.BaseDirectory,
            "runtimes",
            other,
            "native",
            "libwasmtime.so"
        );
        Assert.Contains(
            "another processor",
            Refusal.Of(() => LibraryInspector.Check(library, library)),
            StringComparison.Ordinal
        );
    }
}
