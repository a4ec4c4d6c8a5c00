using System.Runtime.InteropServices;
using Memory64.Engines.Identity;
using Xunit;

namespace Memory64.Bench.Tests.Engines.Identity;

public sealed class EnginePlatformTests
{
    private static readonly string[] Tags =
    [
        "manylinux1_x86_64",
        "manylinux2014_aarch64",
        "musllinux_1_2_x86_64",
        "musllinux_1_2_aarch64",
        "macosx_10_13_x86_64",
        "macosx_11_0_arm64",
        "win_amd64",
        "win_arm64",
        "any",
    ];

    public static TheoryData<string, Architecture, bool, string, string, string> Platforms =>
        new()
        {
            {
                "LINUX",
                Architecture.X64,
                false,
                "linux-x64",
                "manylinux1_x86_64",
                "linux-x86_64/_libwasmtime.so"
            },
            {
                "LINUX",
                Architecture.Arm64,
                false,
                "linux-arm64",
                "manylinux2014_aarch64",
                "linux-aarch64/_libwasmtime.so"
            },
            {
                "LINUX",
                Architecture.X64,
                true,
                "linux-musl-x64",
                "musllinux_1_2_x86_64",
                "linux-x86_64/_libwasmtime.so"
            },
            {
                "LINUX",
                Architecture.Arm64,
                true,
                "linux-musl-arm64",
                "musllinux_1_2_aarch64",
                "linux-aarch64/_libwasmtime.so"
            },
            {
                "OSX",
                Architecture.X64,
                false,
                "osx-x64",
                "macosx_10_13_x86_64",
                "darwin-x86_64/_libwasmtime.dylib"
            },
            {
                "OSX",
                Architecture.Arm64,
                false,
                "osx-arm64",
                "macosx_11_0_arm64",
                "darwin-aarch64/_libwasmtime.dylib"
            },
            {
                "WINDOWS",
                Architecture.X64,
                false,
                "win-x64",
                "win_amd64",
                "win32-x86_64/_wasmtime.dll"
            },
            {
                "WINDOWS",
                Architecture.Arm64,
                false,
                "win-arm64",
                "win_arm64",
                "win32-aarch64/_wasmtime.dll"
            },
        };

    [Theory]
    [MemberData(nameof(Platforms))]
    public void Each_platform_takes_its_own_wheel_only(
        string system,
        Architecture processor,
        bool musl,
        string name,
        string tag,
        string library
    )
    {
        var platform = EnginePlatform.Of(OSPlatform.Create(system), processor, musl);

        Assert.Equal(name, platform.Name);
        Assert.Equal([tag], Tags.Where(platform.Fits), StringComparer.Ordinal);
        Assert.Equal("wasmtime/" + library, platform.WheelLibrary);
        Assert.Equal(!musl, platform.InPackage);
    }

    [Fact]
    public void One_of_several_tags_is_enough()
    {
        var platform = EnginePlatform.Of(OSPlatform.Linux, Architecture.X64, musl: false);
        Assert.True(platform.Fits("manylinux_2_17_x86_64.manylinux2014_x86_64"));
        Assert.True(platform.Fits("musllinux_1_2_x86_64.manylinux1_x86_64"));
        Assert.False(platform.Fits("musllinux_1_2_x86_64.manylinux2014_aarch64"));
    }

    [Fact]
    public void A_processor_without_wheels_takes_none()
    {
        var platform = EnginePlatform.Of(OSPlatform.Linux, Architecture.S390x, musl: false);
        Assert.Equal("linux-s390x", platform.Name);
        Assert.DoesNotContain(Tags, platform.Fits);
    }
}
