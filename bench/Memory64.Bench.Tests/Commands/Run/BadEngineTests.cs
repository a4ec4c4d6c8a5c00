using System.Runtime.InteropServices;
using Memory64.Engines.Identity;
using Xunit;

namespace Memory64.Bench.Tests.Commands.Run;

/// <summary>Engines that can't be had or trusted, named by a user.</summary>
public sealed class BadEngineTests : IDisposable
{
    private const string Variable = "MEMORY64_ENGINES";

    private readonly ProgramProcess _program = new();

    public void Dispose() => _program.Dispose();

    [Fact]
    public void A_version_that_is_nowhere_lists_what_was_tried() =>
        Refused(
            "99.0.0",
            "Wasmtime 99.0.0 was not found. Tried: ",
            _program.At("engines"),
            _program.At("cache"),
            "NuGet (",
            "pip (",
            Variable
        );

    [Fact]
    public void A_file_that_is_not_there()
    {
        var path = _program.At("libwasmtime.so");
        Refused(path, path);
    }

    [Fact]
    public void A_file_that_is_no_library()
    {
        var path = _program.At(EnginePlatform.Current.LibraryName);
        File.WriteAllText(path, "no library at all");
        Refused(path, $"{path} is not a library that this machine can load");
    }

    [Fact]
    public void A_file_of_an_unknown_kind()
    {
        var path = _program.At("engine.txt");
        File.WriteAllText(path, "text");
        Refused(path, path);
    }

    [Fact]
    public void A_folder() => Refused(_program.At(), _program.At());

    [Fact]
    public void A_library_that_is_no_wasmtime()
    {
        var name =
            OperatingSystem.IsWindows() ? "System.IO.Compression.Native.dll"
            : OperatingSystem.IsMacOS() ? "libSystem.Native.dylib"
            : "libSystem.Native.so";
        var path = _program.At(EnginePlatform.Current.LibraryName);
        File.Copy(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), name), path);
        Refused(path, $"{path} is not Wasmtime", "wasm_engine_new");
    }

    [Fact]
    public void A_wheel_that_was_cut_off() =>
        RefusedWheel(content => content[..(content.Length / 2)], "is tampered or damaged");

    [Fact]
    public void A_wheel_that_was_tampered_with() =>
        RefusedWheel(
            content =>
            {
                content[content.Length / 2] ^= 1;
                return content;
            },
            "is tampered or damaged"
        );

    [Fact]
    public void A_wheel_for_another_platform()
    {
        var family = EnginePlatform.Current.WheelFamily;
        var other = family == "win" ? "macosx_11_0_arm64" : "win_amd64";
        RefusedWheel(
            content => content,
            $"is for {other}; this machine is",
            name: wheel => $"{wheel.Split("-py3-")[0]}-py3-none-{other}.whl"
        );
    }

    private void Refused(string engine, params string[] said) =>
        _program.AssertRefused(["--engine", engine, "--results", _program.Results], said);

    private void RefusedWheel(
        Func<byte[], byte[]> spoil,
        string said,
        Func<string, string>? name = null
    )
    {
        var wheel = (Environment.GetEnvironmentVariable(Variable) ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Where(Directory.Exists)
            .SelectMany(folder =>
                Directory.GetFiles(folder, $"wasmtime-*{EnginePlatform.Current.WheelProcessor}.whl")
            )
            .Order(StringComparer.Ordinal)
            .FirstOrDefault(file =>
                file.Contains(EnginePlatform.Current.WheelFamily, StringComparison.Ordinal)
            );
        Assert.SkipWhen(wheel is null, $"{Variable} has no wheel for this machine.");
        var fileName = Path.GetFileName(wheel);
        var path = _program.At(name?.Invoke(fileName) ?? fileName);
        File.WriteAllBytes(path, spoil(File.ReadAllBytes(wheel)));
        Refused(path, path, said);
    }
}
