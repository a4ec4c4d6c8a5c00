using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Memory64.Bench.Benchmarks.Shared;

/// <summary>
/// The loops of <c>guest/src/stream.c</c> in C#, word for word: eight an iteration. Pointers to unmanaged memory carry no
/// bounds check, and the JIT compiler neither vectorises nor merges what it finds here. It does keep the order of loads: a triad
/// that takes b before c, where C compilers take c first, is a tenth slower with 16 bytes.
/// </summary>
internal static unsafe class NativeStream
{
    // Written out in every loop.
    private const int Words = 8;

    private const double Scale = 3;

    /// <summary>Adds up an array, in words of 8 bytes.</summary>
    /// <param name="from">The array; aligned to its words.</param>
    /// <param name="bytes">Bytes of an array; a multiple of eight words.</param>
    /// <returns>The sum, modulo 2^64.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static ulong Read(ulong* from, ulong bytes)
    {
        ulong first = 0,
            second = 0,
            third = 0,
            fourth = 0;
        for (var left = bytes / sizeof(ulong); left != 0; left -= Words, from += Words)
        {
            first += from[0];
            second += from[1];
            third += from[2];
            fourth += from[3];
            first += from[4];
            second += from[5];
            third += from[6];
            fourth += from[7];
        }

        return first + second + (third + fourth);
    }

    /// <summary>Adds up an array, in words of 16 bytes.</summary>
    /// <param name="from">The array; aligned to its words.</param>
    /// <param name="bytes">Bytes of an array; a multiple of eight words.</param>
    /// <returns>The sum of all halves of words, modulo 2^64.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static ulong ReadVector(Vector128<ulong>* from, ulong bytes)
    {
        Vector128<ulong> first = default,
            second = default,
            third = default,
            fourth = default;
        for (var left = Count<Vector128<ulong>>(bytes); left != 0; left -= Words, from += Words)
        {
            first += from[0];
            second += from[1];
            third += from[2];
            fourth += from[3];
            first += from[4];
            second += from[5];
            third += from[6];
            fourth += from[7];
        }

        return Vector128.Sum(first + second + (third + fourth));
    }

    /// <summary>Writes an array, in words of 8 bytes.</summary>
    /// <param name="to">The array; aligned to its words.</param>
    /// <param name="at">The guest's address of the array, in bytes: each word gets the one at which its eight begin.</param>
    /// <param name="bytes">Bytes of an array; a multiple of eight words.</param>
    /// <returns>How many words were written.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static ulong Write(ulong* to, ulong at, ulong bytes)
    {
        for (var left = bytes / sizeof(ulong); left != 0; left -= Words, to += Words)
        {
            to[0] = at;
            to[1] = at;
            to[2] = at;
            to[3] = at;
            to[4] = at;
            to[5] = at;
            to[6] = at;
            to[7] = at;
            at += Words * sizeof(ulong);
        }

        return bytes / sizeof(ulong);
    }

    /// <summary>Writes an array, in words of 16 bytes, whose halves are equal.</summary>
    /// <param name="to">The array; aligned to its words.</param>
    /// <param name="at">The guest's address of the array, in bytes: each word gets the one at which its eight begin.</param>
    /// <param name="bytes">Bytes of an array; a multiple of eight words.</param>
    /// <returns>How many words were written.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static ulong WriteVector(Vector128<ulong>* to, ulong at, ulong bytes)
    {
        for (var left = Count<Vector128<ulong>>(bytes); left != 0; left -= Words, to += Words)
        {
            var word = Vector128.Create(at);
            to[0] = word;
            to[1] = word;
            to[2] = word;
            to[3] = word;
            to[4] = word;
            to[5] = word;
            to[6] = word;
            to[7] = word;
            at += Words * (ulong)sizeof(Vector128<ulong>);
        }

        return Count<Vector128<ulong>>(bytes);
    }

    /// <summary>Gives all words of an array one value.</summary>
    /// <typeparam name="T">The word: of 8 or 16 bytes.</typeparam>
    /// <param name="to">The array; aligned to its words.</param>
    /// <param name="value">The value.</param>
    /// <param name="bytes">Bytes of an array; a multiple of eight words.</param>
    /// <returns>How many words were written.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static ulong Fill<T>(T* to, T value, ulong bytes)
        where T : unmanaged
    {
        for (var left = Count<T>(bytes); left != 0; left -= Words, to += Words)
        {
            to[0] = value;
            to[1] = value;
            to[2] = value;
            to[3] = value;
            to[4] = value;
            to[5] = value;
            to[6] = value;
            to[7] = value;
        }

        return Count<T>(bytes);
    }

    /// <summary>Copies one array to another.</summary>
    /// <typeparam name="T">The word: of 8 or 16 bytes.</typeparam>
    /// <param name="to">The target; overlaps no other.</param>
    /// <param name="from">The source.</param>
    /// <param name="bytes">Bytes of an array; a multiple of eight words.</param>
    /// <returns>How many words were written.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static ulong Copy<T>(T* to, T* from, ulong bytes)
        where T : unmanaged
    {
        for (var left = Count<T>(bytes); left != 0; left -= Words, to += Words, from += Words)
        {
            to[0] = from[0];
            to[1] = from[1];
            to[2] = from[2];
            to[3] = from[3];
            to[4] = from[4];
            to[5] = from[5];
            to[6] = from[6];
            to[7] = from[7];
        }

        return Count<T>(bytes);
    }

    /// <summary>STREAM's triad: a = b + 3 c, in doubles.</summary>
    /// <param name="a">The target; overlaps no other.</param>
    /// <param name="b">What is added to.</param>
    /// <param name="c">What is scaled.</param>
    /// <param name="bytes">Bytes of an array; a multiple of eight words.</param>
    /// <returns>How many words were written.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static ulong Triad(double* a, double* b, double* c, ulong bytes)
    {
        for (
            var left = Count<double>(bytes);
            left != 0;
            left -= Words, a += Words, b += Words, c += Words
        )
        {
            a[0] = (Scale * c[0]) + b[0];
            a[1] = (Scale * c[1]) + b[1];
            a[2] = (Scale * c[2]) + b[2];
            a[3] = (Scale * c[3]) + b[3];
            a[4] = (Scale * c[4]) + b[4];
            a[5] = (Scale * c[5]) + b[5];
            a[6] = (Scale * c[6]) + b[6];
            a[7] = (Scale * c[7]) + b[7];
        }

        return Count<double>(bytes);
    }

    /// <summary>STREAM's triad, two doubles at a time: a = b + 3 c.</summary>
    /// <param name="a">The target; overlaps no other.</param>
    /// <param name="b">What is added to.</param>
    /// <param name="c">What is scaled.</param>
    /// <param name="bytes">Bytes of an array; a multiple of eight words.</param>
    /// <returns>How many words were written.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static ulong TriadVector(
        Vector128<double>* a,
        Vector128<double>* b,
        Vector128<double>* c,
        ulong bytes
    )
    {
        var scale = Vector128.Create(Scale);
        for (
            var left = Count<Vector128<double>>(bytes);
            left != 0;
            left -= Words, a += Words, b += Words, c += Words
        )
        {
            a[0] = (scale * c[0]) + b[0];
            a[1] = (scale * c[1]) + b[1];
            a[2] = (scale * c[2]) + b[2];
            a[3] = (scale * c[3]) + b[3];
            a[4] = (scale * c[4]) + b[4];
            a[5] = (scale * c[5]) + b[5];
            a[6] = (scale * c[6]) + b[6];
            a[7] = (scale * c[7]) + b[7];
        }

        return Count<Vector128<double>>(bytes);
    }

    private static ulong Count<T>(ulong bytes)
        where T : unmanaged => bytes / (ulong)sizeof(T);
}
