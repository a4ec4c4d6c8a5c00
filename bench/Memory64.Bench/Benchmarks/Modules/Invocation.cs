using System.Globalization;
using Memory64.Bench.Harness;
using Memory64.Wasmtime;

namespace Memory64.Bench.Benchmarks.Modules;

/// <summary>Which export of a module is called, and with which numbers.</summary>
/// <param name="Export">Its name.</param>
/// <param name="Arguments">The numbers as they were written.</param>
internal sealed record Invocation(string Export, IReadOnlyList<string> Arguments)
{
    /// <summary>The call of a command.</summary>
    public static readonly Invocation Start = new("_start", []);

    /// <summary>Reads <c>name</c>, or <c>name(number, number)</c>.</summary>
    /// <exception cref="MeasurementException">It is something else.</exception>
    public static Invocation Parse(string text)
    {
        var parts = text.Trim().Split('(');
        var isCall = parts.Length == 2 && parts[1].EndsWith(')');
        var inside = isCall ? parts[1][..^1] : "";
        var name = parts[0].TrimEnd();
        return name.Length > 0 && (parts.Length == 1 || isCall)
            ? new(
                name,
                string.IsNullOrWhiteSpace(inside)
                    ? []
                    : inside.Split(',', StringSplitOptions.TrimEntries)
            )
            : throw new MeasurementException(
                $"--invoke {text}: is no call; write an export with numbers, such as 'sum(1000000, 0x10)'"
            );
    }

    /// <summary>The numbers, each of the parameter's type.</summary>
    /// <param name="type">Of the export.</param>
    /// <exception cref="MeasurementException">They don't fit it; the message shows it.</exception>
    public Value[] ValuesFor(FunctionType type)
    {
        if (!type.IsOfNumbers)
        {
            throw new MeasurementException(
                $"{Export}: {type} has types that are no numbers, and can't be called from here"
            );
        }

        if (type.Parameters.Count != Arguments.Count)
        {
            throw new MeasurementException(
                $"{Export}: {type} takes {type.Parameters.Count} numbers, and is given {Arguments.Count}"
            );
        }

        return [.. Arguments.Zip(type.Parameters, (text, kind) => ValueOf(text, kind, type))];
    }

    /// <summary>The call as it is written.</summary>
    public override string ToString() => $"{Export}({string.Join(", ", Arguments)})";

    private Value ValueOf(string text, ValueKind kind, FunctionType type)
    {
        Value? value = kind switch
        {
            ValueKind.I32 => Whole(text) is { } number
            && number >= int.MinValue
            && number <= uint.MaxValue
                ? Value.FromInt32(unchecked((int)(long)number))
                : null,
            ValueKind.I64 => Whole(text) is { } number
            && number >= long.MinValue
            && number <= ulong.MaxValue
                ? Value.FromInt64(unchecked((long)number))
                : null,
            ValueKind.F32 => float.TryParse(text, CultureInfo.InvariantCulture, out var number)
                ? Value.FromSingle(number)
                : null,
            _ => double.TryParse(text, CultureInfo.InvariantCulture, out var number)
                ? Value.FromDouble(number)
                : null,
        };
        return value ?? throw new MeasurementException($"{Export}: {type} can't be given {text}");
    }

    private static Int128? Whole(string text)
    {
        var isNegative = text.StartsWith('-');
        var digits = isNegative ? text[1..] : text;
        var isRead = digits.StartsWith("0x", StringComparison.OrdinalIgnoreCase)
            ? Int128.TryParse(
                $"0{digits.AsSpan(2)}",
                NumberStyles.AllowHexSpecifier,
                CultureInfo.InvariantCulture,
                out var number
            )
            : Int128.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number);
        return isRead ? (isNegative ? -number : number) : null;
    }
}
