using System.Runtime.CompilerServices;
using Memory64.Code;
using Xunit;

namespace Memory64.Bench.Tests.Code;

/// <summary>The code of C# methods, as the runtime compiled it.</summary>
public sealed unsafe class NativeFunctionTests
{
    private static readonly bool Seen = Call();

    [Fact]
    public void A_sum_loads_a_word_an_iteration()
    {
        var loop = Assert.Single(Native(nameof(Sum)).Loops);
        Assert.Equal(1, loop.Count(InstructionKind.Load));
        Assert.Equal(0, loop.Count(InstructionKind.Store));
        Assert.Equal(0, loop.Count(InstructionKind.Check));
        Assert.InRange(loop.Count(InstructionKind.Loop), 1, 3);
    }

    [Fact]
    public void A_fill_stores_a_word_an_iteration()
    {
        var loop = Assert.Single(Native(nameof(Fill)).Loops);
        Assert.Equal(0, loop.Count(InstructionKind.Load));
        Assert.Equal(1, loop.Count(InstructionKind.Store));
    }

    [Fact]
    public void A_function_knows_its_name_and_how_much_code_was_found()
    {
        var function = Native(nameof(Sum));
        Assert.Equal("Sum", function.Name);
        Assert.Equal(-1, function.Index);
        Assert.InRange(function.Bytes, 10, 1000);
    }

    private static CompiledFunction Native(string name)
    {
        Assert.True(Seen);
        var method = typeof(NativeFunctionTests)
            .GetMethod(
                name,
                System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static
            )!
            .MethodHandle;
        RuntimeHelpers.PrepareMethod(method);
        return CompiledFunction.Native(name, method.GetFunctionPointer());
    }

    // What was called once is no longer behind the stub that has it compiled.
    private static bool Call()
    {
        var words = stackalloc ulong[2];
        Fill(words, 2, 21);
        return Sum(words, 2) == 42;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static ulong Sum(ulong* words, nint count)
    {
        var sum = 0UL;
        for (nint i = 0; i < count; i++)
        {
            sum += words[i];
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Fill(ulong* words, nint count, ulong value)
    {
        for (nint i = 0; i < count; i++)
        {
            words[i] = value;
        }
    }
}
