using System.Runtime.InteropServices;

namespace Memory64.Wasmtime;

/// <summary>A number that a guest takes or returns; <see langword="default"/> is an <c>i32</c> of 0.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Value
{
    /// <summary>A number of that type from its bits: the lower 32 for the types of 32 bits.</summary>
    internal Value(ValueKind kind, ulong bits)
    {
        Kind = kind;
        Bits = kind is ValueKind.I32 or ValueKind.F32 ? (uint)bits : bits;
    }

    /// <summary>Its type, one of the four of numbers.</summary>
    public ValueKind Kind { get; }

    /// <summary>The number's bits, those of a 32-bit one with zeros above.</summary>
    internal ulong Bits { get; }

    /// <summary>An <c>i32</c>, which has no sign of its own.</summary>
    public static Value FromInt32(int value) => new(ValueKind.I32, (uint)value);

    /// <summary>An <c>i64</c>, which has no sign of its own.</summary>
    public static Value FromInt64(long value) => new(ValueKind.I64, (ulong)value);

    /// <summary>An <c>f32</c>.</summary>
    public static Value FromSingle(float value) =>
        new(ValueKind.F32, BitConverter.SingleToUInt32Bits(value));

    /// <summary>An <c>f64</c>.</summary>
    public static Value FromDouble(double value) =>
        new(ValueKind.F64, BitConverter.DoubleToUInt64Bits(value));

    /// <summary>The <c>i32</c>.</summary>
    /// <exception cref="InvalidOperationException">It is of another type.</exception>
    public int ToInt32() => (int)BitsOf(ValueKind.I32);

    /// <summary>The <c>i64</c>.</summary>
    /// <exception cref="InvalidOperationException">It is of another type.</exception>
    public long ToInt64() => (long)BitsOf(ValueKind.I64);

    /// <summary>The <c>f32</c>.</summary>
    /// <exception cref="InvalidOperationException">It is of another type.</exception>
    public float ToSingle() => BitConverter.UInt32BitsToSingle((uint)BitsOf(ValueKind.F32));

    /// <summary>The <c>f64</c>.</summary>
    /// <exception cref="InvalidOperationException">It is of another type.</exception>
    public double ToDouble() => BitConverter.UInt64BitsToDouble(BitsOf(ValueKind.F64));

    /// <summary>The number, integers as signed.</summary>
    public override string ToString() =>
        Kind switch
        {
            ValueKind.I32 => $"{ToInt32()}",
            ValueKind.I64 => $"{ToInt64()}",
            ValueKind.F32 => $"{ToSingle():R}",
            _ => $"{ToDouble():R}",
        };

    private ulong BitsOf(ValueKind kind) =>
        Kind == kind
            ? Bits
            : throw new InvalidOperationException(
                $"the value is an {Kind.Name()}, no {kind.Name()}"
            );
}
