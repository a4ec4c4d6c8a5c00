using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Memory64.Wasmtime.Interop;

/// <summary>The state of the vector registers when a guest is called.</summary>
internal static class VectorState
{
    /// <summary>
    /// Clears the upper halves of the vector registers. SIMD of a guest is compiled to instructions that keep them, and while they
    /// aren't clear, each of these waits for the one before it on Intel's processors: a token took fifteen times as long there.
    /// </summary>
    /// <remarks>
    /// A call by pointer gets no <c>vzeroupper</c> from the JIT (dotnet/runtime, issue 82132), and there is no intrinsic for it; but
    /// a method that used 256 bits ends with one.
    /// </remarks>
    /// <param name="used">What the 256 bits are used for; says nothing.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void ClearUpperHalves(out Vector256<byte> used) => used = Vector256<byte>.Zero;
}
