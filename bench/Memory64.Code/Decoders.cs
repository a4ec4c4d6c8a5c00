using Memory64.Code.Arm64;
using Memory64.Code.Operations;
using Memory64.Code.X64;

namespace Memory64.Code;

/// <summary>The decoder of each architecture.</summary>
internal static class Decoders
{
    internal static IDecoder Of(CodeArchitecture architecture, CodeBytes code) =>
        architecture switch
        {
            CodeArchitecture.X64 => new X64Decoder(code),
            CodeArchitecture.Arm64 => new Arm64Decoder(code),
            _ => throw new ArgumentOutOfRangeException(nameof(architecture)),
        };
}
