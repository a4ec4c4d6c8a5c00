using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Memory64.Bench.Benchmarks.Blocks;

/// <summary>
/// The loops of <c>guest/src/bulk.c</c> in C#. A length that is only known at run time goes to the runtime's
/// NativeMemory.Clear and Copy, which end in the C library's memset and memmove where it isn't short; a constant one is
/// expanded by the JIT compiler, as a C compiler does with it.
/// </summary>
internal static unsafe class NativeBulk
{
    /// <summary>Fills a block with zeros, again and again.</summary>
    /// <param name="to">The block's first byte; aligned or not.</param>
    /// <param name="bytes">Its length.</param>
    /// <param name="count">How often; 0 or more.</param>
    /// <returns><paramref name="count"/>.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static ulong Fill(byte* to, nuint bytes, ulong count)
    {
        for (var left = count; left != 0; left--)
        {
            NativeMemory.Clear(to, bytes);
        }

        return count;
    }

    /// <summary>Copies a block to the one behind it, again and again.</summary>
    /// <param name="from">The block's first byte; as many bytes behind it are written.</param>
    /// <param name="bytes">Its length.</param>
    /// <param name="count">How often; 0 or more.</param>
    /// <returns><paramref name="count"/>.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static ulong Copy(byte* from, nuint bytes, ulong count)
    {
        var to = from + bytes;
        for (var left = count; left != 0; left--)
        {
            NativeMemory.Copy(from, to, bytes);
        }

        return count;
    }

    /// <summary>As <see cref="Fill"/>, a block of 16 bytes.</summary>
    /// <param name="to">The block's first byte; aligned or not.</param>
    /// <param name="count">How often; 0 or more.</param>
    /// <returns><paramref name="count"/>.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static ulong Fill16(byte* to, ulong count)
    {
        for (var left = count; left != 0; left--)
        {
            Unsafe.InitBlockUnaligned(to, 0, 16);
        }

        return count;
    }

    /// <summary>As <see cref="Fill"/>, a block of 64 bytes.</summary>
    /// <param name="to">The block's first byte; aligned or not.</param>
    /// <param name="count">How often; 0 or more.</param>
    /// <returns><paramref name="count"/>.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static ulong Fill64(byte* to, ulong count)
    {
        for (var left = count; left != 0; left--)
        {
            Unsafe.InitBlockUnaligned(to, 0, 64);
        }

        return count;
    }

    /// <summary>As <see cref="Fill"/>, a block of 256 bytes.</summary>
    /// <param name="to">The block's first byte; aligned or not.</param>
    /// <param name="count">How often; 0 or more.</param>
    /// <returns><paramref name="count"/>.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static ulong Fill256(byte* to, ulong count)
    {
        for (var left = count; left != 0; left--)
        {
            Unsafe.InitBlockUnaligned(to, 0, 256);
        }

        return count;
    }

    /// <summary>As <see cref="Copy"/>, a block of 16 bytes.</summary>
    /// <param name="from">The block's first byte; as many bytes behind it are written.</param>
    /// <param name="count">How often; 0 or more.</param>
    /// <returns><paramref name="count"/>.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static ulong Copy16(byte* from, ulong count)
    {
        for (var left = count; left != 0; left--)
        {
            Unsafe.CopyBlockUnaligned(from + 16, from, 16);
        }

        return count;
    }

    /// <summary>As <see cref="Copy"/>, a block of 64 bytes.</summary>
    /// <param name="from">The block's first byte; as many bytes behind it are written.</param>
    /// <param name="count">How often; 0 or more.</param>
    /// <returns><paramref name="count"/>.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static ulong Copy64(byte* from, ulong count)
    {
        for (var left = count; left != 0; left--)
        {
            Unsafe.CopyBlockUnaligned(from + 64, from, 64);
        }

        return count;
    }

    /// <summary>As <see cref="Copy"/>, a block of 256 bytes.</summary>
    /// <param name="from">The block's first byte; as many bytes behind it are written.</param>
    /// <param name="count">How often; 0 or more.</param>
    /// <returns><paramref name="count"/>.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static ulong Copy256(byte* from, ulong count)
    {
        for (var left = count; left != 0; left--)
        {
            Unsafe.CopyBlockUnaligned(from + 256, from, 256);
        }

        return count;
    }
}
