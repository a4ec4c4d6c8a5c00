namespace Memory64.Code.Values;

/// <summary>What is known of a value at one place of a function, whatever way led there.</summary>
/// <param name="Kind">What is known.</param>
/// <param name="Field">Which field; see <see cref="FieldPath"/>.</param>
/// <param name="Number">The constant; the offset from the stack pointer at entry; what is added to the field.</param>
internal readonly record struct AbstractValue(ValueKind Kind, string Field, long Number)
{
    /// <summary>Nothing is known.</summary>
    internal static readonly AbstractValue Unknown = new(ValueKind.Unknown, "", 0);

    /// <summary>The pointer to the instance's context itself.</summary>
    internal static readonly AbstractValue Context = OfField(FieldPath.Context);

    /// <summary>Whether a field's content is a part of it.</summary>
    internal bool HasField => Kind is ValueKind.Field or ValueKind.Sum;

    internal static AbstractValue Constant(long number) => new(ValueKind.Constant, "", number);

    internal static AbstractValue Stack(long offset) => new(ValueKind.Stack, "", offset);

    internal static AbstractValue OfField(string field) => new(ValueKind.Field, field, 0);

    internal static AbstractValue SumWith(string field) => new(ValueKind.Sum, field, 0);

    /// <summary>What is known with a constant added.</summary>
    internal AbstractValue Plus(long constant) =>
        Kind is ValueKind.Constant or ValueKind.Stack or ValueKind.Field
            ? this with
            {
                Number = Number + constant,
            }
            : this;

    /// <summary>What is known where two ways meet.</summary>
    internal AbstractValue Join(AbstractValue other) =>
        this == other ? this
        : HasField && other.HasField && Field == other.Field ? SumWith(Field)
        : Unknown;

    /// <summary>What is known of one of two values, where a flag chooses: an address stays one if it may be replaced by a constant.</summary>
    internal AbstractValue Or(AbstractValue other) =>
        HasField && other.Kind == ValueKind.Constant ? SumWith(Field)
        : other.HasField && Kind == ValueKind.Constant ? SumWith(other.Field)
        : Join(other);

    /// <summary>What is known of it when only so many low bytes are kept.</summary>
    internal AbstractValue Narrowed(int bytes) =>
        bytes >= sizeof(ulong) ? this
        : Kind == ValueKind.Constant && bytes == sizeof(uint) ? Constant((uint)Number)
        : Unknown;
}
