using System.Globalization;

namespace Memory64.Bench.Guests;

/// <summary>
/// A size in bytes that is written the way people say it: <c>64KiB</c>, <c>16MiB</c>, <c>8GiB</c>, and <c>200MB</c> (10^6
/// bytes) where no larger binary unit divides it.
/// </summary>
/// <param name="Bytes">Any number of bytes.</param>
public readonly record struct ByteSize(ulong Bytes)
{
    private const int KibiShift = 10;
    private const int MebiShift = 20;
    private const int GibiShift = 30;
    private const ulong Mega = 1_000_000;

    /// <summary>The 4 GiB line: the first address that 32 bits don't hold.</summary>
    public static readonly ByteSize FourGiB = GiB(4);

    /// <summary>So many pages of 64 KiB.</summary>
    public ulong Pages => Bytes / Wasmtime.MemoryType.PageBytes;

    /// <summary>So many KiB (2^10 bytes).</summary>
    public static ByteSize KiB(ulong count) => new(count << KibiShift);

    /// <summary>So many MiB (2^20 bytes).</summary>
    public static ByteSize MiB(ulong count) => new(count << MebiShift);

    /// <summary>So many MB (10^6 bytes).</summary>
    public static ByteSize MB(ulong count) => new(count * Mega);

    /// <summary>So many GiB (2^30 bytes).</summary>
    public static ByteSize GiB(ulong count) => new(count << GibiShift);

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    /// <param name="text">A whole number and a unit.</param>
    /// <param name="provider">Of the number's format.</param>
    /// <exception cref="FormatException">It is something else.</exception>
    public static ByteSize Parse(string text, IFormatProvider? provider)
    {
        var digits = text.TakeWhile(char.IsAsciiDigit).Count();
        var count = ulong.Parse(text.AsSpan(0, digits), NumberStyles.None, provider);
        return text[digits..] switch
        {
            "B" => new(count),
            "KiB" => KiB(count),
            "MiB" => MiB(count),
            "MB" => MB(count),
            "GiB" => GiB(count),
            var unit => throw new FormatException($"{text}: {unit} is no unit of a size"),
        };
    }

    /// <inheritdoc/>
    public override string ToString() =>
        Bytes != 0 && Bytes % (1UL << GibiShift) == 0 ? $"{Bytes >> GibiShift}GiB"
        : Bytes != 0 && Bytes % (1UL << MebiShift) == 0 ? $"{Bytes >> MebiShift}MiB"
        : Bytes != 0 && Bytes % Mega == 0 ? $"{Bytes / Mega}MB"
        : Bytes % (1UL << KibiShift) == 0 ? $"{Bytes >> KibiShift}KiB"
        : $"{Bytes}B";
}
