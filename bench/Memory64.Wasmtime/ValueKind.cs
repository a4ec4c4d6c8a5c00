namespace Memory64.Wasmtime;

/// <summary>The type of a parameter or result (WebAssembly core specification, "Value types").</summary>
public enum ValueKind
{
    /// <summary>An integer of 32 bits.</summary>
    I32 = 0,

    /// <summary>An integer of 64 bits.</summary>
    I64 = 1,

    /// <summary>An IEEE 754 number of 32 bits.</summary>
    F32 = 2,

    /// <summary>An IEEE 754 number of 64 bits.</summary>
    F64 = 3,

    /// <summary>A vector of 128 bits; the host can neither give nor take one.</summary>
    V128 = 4,

    /// <summary>A reference of whatever type; the host can neither give nor take one.</summary>
    Reference = 5,
}
