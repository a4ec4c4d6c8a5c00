namespace Memory64.Code;

/// <summary>The processor that machine code is for.</summary>
public enum CodeArchitecture
{
    /// <summary>x86-64.</summary>
    X64,

    /// <summary>AArch64.</summary>
    Arm64,
}
