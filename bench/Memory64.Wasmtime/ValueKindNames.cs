namespace Memory64.Wasmtime;

/// <summary>Value types in the words of WebAssembly's text format.</summary>
public static class ValueKindNames
{
    /// <summary>Its name; every reference is <c>ref</c>.</summary>
    public static string Name(this ValueKind kind) =>
        kind switch
        {
            ValueKind.I32 => "i32",
            ValueKind.I64 => "i64",
            ValueKind.F32 => "f32",
            ValueKind.F64 => "f64",
            ValueKind.V128 => "v128",
            ValueKind.Reference => "ref",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "no such value type"),
        };

    /// <summary>Whether it is one of the four types of numbers, which the host can give and take.</summary>
    public static bool IsNumber(this ValueKind kind) => kind <= ValueKind.F64;
}
