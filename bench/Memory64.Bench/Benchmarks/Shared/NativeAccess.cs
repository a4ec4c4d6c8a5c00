using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Memory64.Bench.Benchmarks.Shared;

/// <summary>
/// The loops of <c>guest/src/access.c</c> in C#, step for step: eight times one access and address += stride, then counter
/// -= 8. Pointers to unmanaged memory carry no bounds check, and the JIT compiler doesn't vectorise these loops.
/// </summary>
internal static unsafe class NativeAccess
{
    /// <summary>Reads a window word by word, again and again.</summary>
    /// <typeparam name="T">The word: an integer of 1, 2, 4 or 8 bytes.</typeparam>
    /// <param name="address">The window's first byte; aligned or not.</param>
    /// <param name="bytes">Bytes of the window; a multiple of eight words.</param>
    /// <param name="passes">How often; 0 or more.</param>
    /// <returns>The sum of all words read, modulo 2^64.</returns>
    public static ulong Read<T>(byte* address, ulong bytes, ulong passes)
        where T : unmanaged, IBinaryInteger<T>
    {
        var sum = 0UL;
        for (; passes != 0; passes--)
        {
            sum = ReadSteps<T>(address, (nuint)sizeof(T), bytes / (ulong)sizeof(T), sum);
        }

        return sum;
    }

    /// <summary>Reads one word again and again.</summary>
    /// <typeparam name="T">The word: an integer of 1, 2, 4 or 8 bytes.</typeparam>
    /// <param name="address">The word's first byte; aligned or not.</param>
    /// <param name="count">How often; a multiple of eight, less than 2^63.</param>
    /// <returns>The sum of all words read, modulo 2^64.</returns>
    public static ulong ReadAt<T>(byte* address, ulong count)
        where T : unmanaged, IBinaryInteger<T> =>
        ReadSteps<T>(address, HiddenZero(count), count, 0);

    /// <summary>
    /// Writes a window word by word, again and again: into each how many words are left of the window; eight at a time have the same.
    /// </summary>
    /// <typeparam name="T">The word: an integer of 1, 2, 4 or 8 bytes.</typeparam>
    /// <param name="address">The window's first byte; aligned or not.</param>
    /// <param name="bytes">Bytes of the window; a multiple of eight words.</param>
    /// <param name="passes">How often; 0 or more.</param>
    /// <returns>How many words were written.</returns>
    public static ulong Write<T>(byte* address, ulong bytes, ulong passes)
        where T : unmanaged, IBinaryInteger<T>
    {
        var words = bytes / (ulong)sizeof(T);
        for (var left = passes; left != 0; left--)
        {
            WriteSteps<T>(address, (nuint)sizeof(T), words);
        }

        return words * passes;
    }

    /// <summary>Writes one word again and again: how many writes are left.</summary>
    /// <typeparam name="T">The word: an integer of 1, 2, 4 or 8 bytes.</typeparam>
    /// <param name="address">The word's first byte; aligned or not.</param>
    /// <param name="count">How often; a multiple of eight, less than 2^63.</param>
    /// <returns>How many words were written.</returns>
    public static ulong WriteAt<T>(byte* address, ulong count)
        where T : unmanaged, IBinaryInteger<T>
    {
        WriteSteps<T>(address, HiddenZero(count), count);
        return count;
    }

    /// <summary>As <see cref="Read"/>, in words of 16 bytes.</summary>
    /// <param name="address">The window's first byte; aligned or not.</param>
    /// <param name="bytes">Bytes of the window; a multiple of eight words.</param>
    /// <param name="passes">How often; 0 or more.</param>
    /// <returns>The sum of all halves of words read, modulo 2^64.</returns>
    public static ulong ReadVector(byte* address, ulong bytes, ulong passes)
    {
        var sum = Vector128<ulong>.Zero;
        for (; passes != 0; passes--)
        {
            sum = ReadVectorSteps(address, Width, bytes / Width, sum);
        }

        return Vector128.Sum(sum);
    }

    /// <summary>As <see cref="ReadAt"/>, a word of 16 bytes.</summary>
    /// <param name="address">The word's first byte; aligned or not.</param>
    /// <param name="count">How often; a multiple of eight, less than 2^63.</param>
    /// <returns>The sum of all halves of words read, modulo 2^64.</returns>
    public static ulong ReadVectorAt(byte* address, ulong count) =>
        Vector128.Sum(ReadVectorSteps(address, HiddenZero(count), count, Vector128<ulong>.Zero));

    /// <summary>As <see cref="Write"/>, in words of 16 bytes, whose halves are equal.</summary>
    /// <param name="address">The window's first byte; aligned or not.</param>
    /// <param name="bytes">Bytes of the window; a multiple of eight words.</param>
    /// <param name="passes">How often; 0 or more.</param>
    /// <returns>How many words were written.</returns>
    public static ulong WriteVector(byte* address, ulong bytes, ulong passes)
    {
        for (var left = passes; left != 0; left--)
        {
            WriteVectorSteps(address, Width, bytes / Width);
        }

        return bytes / Width * passes;
    }

    /// <summary>As <see cref="WriteAt"/>, a word of 16 bytes, whose halves are equal.</summary>
    /// <param name="address">The word's first byte; aligned or not.</param>
    /// <param name="count">How often; a multiple of eight, less than 2^63.</param>
    /// <returns>How many words were written.</returns>
    public static ulong WriteVectorAt(byte* address, ulong count)
    {
        WriteVectorSteps(address, HiddenZero(count), count);
        return count;
    }

    /// <summary>The loop without an access: what it costs itself.</summary>
    /// <param name="steps">Steps of a pass; a multiple of eight.</param>
    /// <param name="passes">How often; 0 or more.</param>
    /// <returns>The address that the last pass ends at, having begun at 0, in bytes.</returns>
    public static ulong Empty(ulong steps, ulong passes)
    {
        nuint address = 0;
        for (; passes != 0; passes--)
        {
            address = EmptySteps(0, sizeof(ulong), steps);
        }

        return address;
    }

    private static nuint Width => (nuint)sizeof(Vector128<ulong>);

    // 0 for every count below 2^63: a stride that the compiler can't know.
    private static nuint HiddenZero(ulong count) => (nuint)(count >> 63);

    /// <summary>The loop that is timed.</summary>
    /// <typeparam name="T">The word: an integer of 1, 2, 4 or 8 bytes.</typeparam>
    /// <param name="address">The first word; aligned or not.</param>
    /// <param name="stride">Bytes from one access to the next; 0 stays.</param>
    /// <param name="steps">Accesses; a multiple of eight.</param>
    /// <param name="sum">What is added to.</param>
    /// <returns>The sum, modulo 2^64.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static ulong ReadSteps<T>(byte* address, nuint stride, ulong steps, ulong sum)
        where T : unmanaged, IBinaryInteger<T>
    {
        for (; steps != 0; steps -= 8)
        {
            sum += Word<T>(address);
            address += stride;
            sum += Word<T>(address);
            address += stride;
            sum += Word<T>(address);
            address += stride;
            sum += Word<T>(address);
            address += stride;
            sum += Word<T>(address);
            address += stride;
            sum += Word<T>(address);
            address += stride;
            sum += Word<T>(address);
            address += stride;
            sum += Word<T>(address);
            address += stride;
        }

        return sum;
    }

    /// <summary>The loop that is timed; writes how many steps are left.</summary>
    /// <typeparam name="T">The word: an integer of 1, 2, 4 or 8 bytes.</typeparam>
    /// <param name="address">The first word; aligned or not.</param>
    /// <param name="stride">Bytes from one access to the next; 0 stays.</param>
    /// <param name="steps">Accesses; a multiple of eight.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void WriteSteps<T>(byte* address, nuint stride, ulong steps)
        where T : unmanaged, IBinaryInteger<T>
    {
        for (; steps != 0; steps -= 8)
        {
            var word = T.CreateTruncating(steps);
            Unsafe.WriteUnaligned(address, word);
            address += stride;
            Unsafe.WriteUnaligned(address, word);
            address += stride;
            Unsafe.WriteUnaligned(address, word);
            address += stride;
            Unsafe.WriteUnaligned(address, word);
            address += stride;
            Unsafe.WriteUnaligned(address, word);
            address += stride;
            Unsafe.WriteUnaligned(address, word);
            address += stride;
            Unsafe.WriteUnaligned(address, word);
            address += stride;
            Unsafe.WriteUnaligned(address, word);
            address += stride;
        }
    }

    /// <summary>The loop that is timed, in words of 16 bytes.</summary>
    /// <param name="address">The first word; aligned or not.</param>
    /// <param name="stride">Bytes from one access to the next; 0 stays.</param>
    /// <param name="steps">Accesses; a multiple of eight.</param>
    /// <param name="sum">What is added to, half by half.</param>
    /// <returns>The sums of both halves, modulo 2^64.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static Vector128<ulong> ReadVectorSteps(
        byte* address,
        nuint stride,
        ulong steps,
        Vector128<ulong> sum
    )
    {
        for (; steps != 0; steps -= 8)
        {
            sum += Vector128.Load((ulong*)address);
            address += stride;
            sum += Vector128.Load((ulong*)address);
            address += stride;
            sum += Vector128.Load((ulong*)address);
            address += stride;
            sum += Vector128.Load((ulong*)address);
            address += stride;
            sum += Vector128.Load((ulong*)address);
            address += stride;
            sum += Vector128.Load((ulong*)address);
            address += stride;
            sum += Vector128.Load((ulong*)address);
            address += stride;
            sum += Vector128.Load((ulong*)address);
            address += stride;
        }

        return sum;
    }

    /// <summary>The loop that is timed, in words of 16 bytes; writes how many steps are left into both halves.</summary>
    /// <param name="address">The first word; aligned or not.</param>
    /// <param name="stride">Bytes from one access to the next; 0 stays.</param>
    /// <param name="steps">Accesses; a multiple of eight.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void WriteVectorSteps(byte* address, nuint stride, ulong steps)
    {
        for (; steps != 0; steps -= 8)
        {
            var word = Vector128.Create(steps);
            word.Store((ulong*)address);
            address += stride;
            word.Store((ulong*)address);
            address += stride;
            word.Store((ulong*)address);
            address += stride;
            word.Store((ulong*)address);
            address += stride;
            word.Store((ulong*)address);
            address += stride;
            word.Store((ulong*)address);
            address += stride;
            word.Store((ulong*)address);
            address += stride;
            word.Store((ulong*)address);
            address += stride;
        }
    }

    /// <summary>The loop that is timed, without an access.</summary>
    /// <param name="address">Where it begins.</param>
    /// <param name="stride">Bytes from one access to the next; 0 stays.</param>
    /// <param name="steps">Steps; a multiple of eight.</param>
    /// <returns>Where it ends.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static nuint EmptySteps(nuint address, nuint stride, ulong steps)
    {
        for (; steps != 0; steps -= 8)
        {
            address += stride;
            address += stride;
            address += stride;
            address += stride;
            address += stride;
            address += stride;
            address += stride;
            address += stride;
        }

        return address;
    }

    private static ulong Word<T>(byte* address)
        where T : unmanaged, IBinaryInteger<T> =>
        ulong.CreateTruncating(Unsafe.ReadUnaligned<T>(address));
}
