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

    public static ulong ReadAt<T>(byte* address, ulong count)
        where T : unmanaged, IBinaryInteger<T> =>
        ReadSteps<T>(address, HiddenZero(count), count, 0);

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

    public static ulong WriteAt<T>(byte* address, ulong count)
        where T : unmanaged, IBinaryInteger<T>
    {
        WriteSteps<T>(address, HiddenZero(count), count);
        return count;
    }

    public static ulong ReadVector(byte* address, ulong bytes, ulong passes)
    {
        var sum = Vector128<ulong>.Zero;
        for (; passes != 0; passes--)
        {
            sum = ReadVectorSteps(address, Width, bytes / Width, sum);
        }

        return Vector128.Sum(sum);
    }

    public static ulong ReadVectorAt(byte* address, ulong count) =>
        Vector128.Sum(ReadVectorSteps(address, HiddenZero(count), count, Vector128<ulong>.Zero));

    public static ulong WriteVector(byte* address, ulong bytes, ulong passes)
    {
        for (var left = passes; left != 0; left--)
        {
            WriteVectorSteps(address, Width, bytes / Width);
        }

        return bytes / Width * passes;
    }

    public static ulong WriteVectorAt(byte* address, ulong count)
    {
        WriteVectorSteps(address, HiddenZero(count), count);
        return count;
    }

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
