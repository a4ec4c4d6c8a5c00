using Memory64.Bench.Guests;
using Memory64.Bench.Tests.Wasmtime;
using Memory64.Code;
using Memory64.Widening.Counting;
using Xunit;

namespace Memory64.Bench.Tests.Code;

/// <summary>Where code comes from, in what each engine writes: two layouts.</summary>
public sealed class AddressMapTests
{
    private const string Walk = "read8";

    [Theory]
    [MemberData(nameof(EnginesAtHand.Names), MemberType = typeof(EnginesAtHand))]
    public void A_loop_of_the_machine_code_comes_from_the_loop_of_the_module(string engine)
    {
        var guest = Guest.Named("access-m32");
        using var compiled = new CompiledGuest(
            guest,
            EngineConfiguration.Default,
            EnginesAtHand.Load(engine)
        );
        var module = CompiledModule.Read(compiled.Module.Serialize(), guest.Wasm);
        var function = module.Function(Walk);
        var loop = LoopCounter
            .LoopsOf(guest.Wasm.Span)
            .First(loop => loop.Function == function.Index);

        var positions = function
            .Loops[0]
            .Instructions.Select(module.PositionOf)
            .OfType<int>()
            .ToList();

        Assert.NotEmpty(positions);
        Assert.All(positions, position => Assert.InRange(position, loop.Start, loop.End));
    }

    [Theory]
    [MemberData(nameof(EnginesAtHand.Names), MemberType = typeof(EnginesAtHand))]
    public void Each_position_lies_in_its_own_function_s_code(string engine)
    {
        // Several blocks of entries.
        var guest = Guest.Named("model-m32");
        using var compiled = new CompiledGuest(
            guest,
            EngineConfiguration.Default,
            EnginesAtHand.Load(engine)
        );
        var module = CompiledModule.Read(compiled.Module.Serialize(), guest.Wasm);
        var loops = LoopCounter.LoopsOf(guest.Wasm.Span);

        foreach (var function in module.Functions.Where(function => function.Loops.Count > 0))
        {
            var own = loops.Where(loop => loop.Function == function.Index).ToList();
            Assert.Contains(
                function.Loops[0].Instructions.Select(module.PositionOf).OfType<int>(),
                position => own.Any(loop => position >= loop.Start && position < loop.End)
            );
        }
    }
}
