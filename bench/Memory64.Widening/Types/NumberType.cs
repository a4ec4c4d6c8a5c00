namespace Memory64.Widening.Types;

/// <summary>The type of a parameter or result, by its byte in the binary format; what is not named here is a reference.</summary>
public enum NumberType : byte
{
    /// <summary>A reference of any type.</summary>
    Reference = 0,

    /// <summary>A vector of 128 bits.</summary>
    V128 = 0x7B,

    /// <summary>An IEEE 754 number of 64 bits.</summary>
    F64 = 0x7C,

    /// <summary>An IEEE 754 number of 32 bits.</summary>
    F32 = 0x7D,

    /// <summary>An integer of 64 bits.</summary>
    I64 = 0x7E,

    /// <summary>An integer of 32 bits.</summary>
    I32 = 0x7F,
}
