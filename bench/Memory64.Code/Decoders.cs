using System.Runtime.InteropServices;
using Memory64.Code.Arm64;
using Memory64.Code.Operations;
using Memory64.Code.X64;

namespace Memory64.Code;

/// <summary>The decoder of each architecture.</summary>
internal static class Decoders
{
    /// <summary>The architecture of this process.</summary>
    /// <exception cref="CodeException">It is another.</exception>
    internal static CodeArchitecture OfProcess =>
        RuntimeInformation.ProcessArchitecture switch
        {
            Architecture.X64 => CodeArchitecture.X64,
            Architecture.Arm64 => CodeArchitecture.Arm64,
            var other => throw new CodeException(
                $"Code of this process is for {other}, neither x64 nor arm64."
            ),
        };

    internal static IDecoder Of(CodeArchitecture architecture, CodeBytes code) =>
        architecture switch
        {
            CodeArchitecture.X64 => new X64Decoder(code),
            CodeArchitecture.Arm64 => new Arm64Decoder(code),
            _ => throw new ArgumentOutOfRangeException(nameof(architecture)),
        };
}
