using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Memory64.Wasmtime.Interop;

/// <summary>The state of the vector registers when a guest is called.</summary>
internal static class VectorState
{
    /// <summary>
    /// Clears the upper halves of the vector registers. SIMD of a guest is compiled to instructions that keep them, and while they
    /// aren't clear, each of these waits for the one before it on Intel's processors: a token took fifteen times as long there.
    /// A processor without AVX has none, and isn't asked.
    /// </summary>
    /// <remarks>
    /// A call by pointer gets no <c>vzeroupper</c> from the JIT (dotnet/runtime, issue 82132), and there is no intrinsic for it; but
    /// a method that used 256 bits ends with one.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void ClearUpperHalves()
    {
        if (Avx.IsSupported)
        {
            Use256Bits(out _);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Use256Bits(out Vector256<byte> used) => used = Vector256<byte>.Zero;
}
