using System.Buffers.Text;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Memory64.Engines.Identity;

namespace Memory64.Bench.Tests.Engines.Store;

/// <summary>Wheels and NuGet packages, built on the fly; as good as real ones but for what a test spoils.</summary>
internal static class TestPackages
{
    internal static string WheelTag =>
        EnginePlatform.Current.WheelFamily + "1_" + EnginePlatform.Current.WheelProcessor;

    internal static byte[] Library(string seed = "library") => Encoding.UTF8.GetBytes(seed);

    internal static string Sha256(byte[] content) =>
        Convert.ToHexStringLower(SHA256.HashData(content));

    internal static string Wheel(
        string folder,
        string version,
        byte[]? library = null,
        string? tag = null,
        string? recordedVersion = null,
        Func<string, string>? spoilRecord = null
    )
    {
        library ??= Library(version);
        var entry = EnginePlatform.Current.WheelLibrary;
        var hash = Base64Url.EncodeToString(SHA256.HashData(library));
        var information = $"wasmtime-{recordedVersion ?? version}.dist-info";
        var record =
            $"wasmtime/__init__.py,sha256=abc,3\n{entry},sha256={hash},{library.Length}\n{information}/RECORD,,\n";
        return Zip(
            Path.Combine(folder, $"wasmtime-{version}-py3-none-{tag ?? WheelTag}.whl"),
            (entry, library),
            (
                $"{information}/METADATA",
                Encoding.UTF8.GetBytes(
                    $"Metadata-Version: 2.1\nName: wasmtime\nVersion: {version}\n"
                )
            ),
            (
                $"{information}/WHEEL",
                Encoding.UTF8.GetBytes($"Wheel-Version: 1.0\nTag: py3-none-{tag ?? WheelTag}\n")
            ),
            ($"{information}/RECORD", Encoding.UTF8.GetBytes(spoilRecord?.Invoke(record) ?? record))
        );
    }

    internal static string NuGet(
        string folder,
        string version,
        byte[]? library = null,
        string? fileName = null
    )
    {
        const string schema = "http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd";
        var nuspec =
            $"<package xmlns=\"{schema}\"><metadata><id>Wasmtime</id><version>{version}</version>"
            + "<authors>test</authors><description>test</description></metadata></package>";
        return Zip(
            Path.Combine(folder, fileName ?? $"wasmtime.{version}.nupkg"),
            ("Wasmtime.nuspec", Encoding.UTF8.GetBytes(nuspec)),
            (EnginePlatform.Current.PackageLibrary, library ?? Library(version))
        );
    }

    internal static string Zip(string path, params (string Name, byte[] Content)[] entries)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var archive = ZipFile.Open(path, ZipArchiveMode.Create);
        foreach (var (name, content) in entries)
        {
            using var stream = archive.CreateEntry(name).Open();
            stream.Write(content);
        }

        return path;
    }
}
