using Memory64.Bench.Guests;
using Memory64.Bench.Guests.V8;
using Memory64.Bench.Harness.Loops;
using Memory64.Bench.Tests.Harness.Cases;
using Memory64.Bench.Tests.Harness.Running;
using Memory64.Code;
using Memory64.Code.Printed;
using Xunit;

namespace Memory64.Bench.Tests.Code;

/// <summary>What the real V8 prints of the suite's own guests.</summary>
public sealed class PrintedModuleTests
{
    // V8 compares each address with a constant and branches: no load of a bound, no select. It unrolls loops that are short.
    [Theory]
    [InlineData("access-m64", "read8", true, true)]
    [InlineData("access-m64", "write8", false, true)]
    [InlineData("access-m32", "read8", true, false)]
    [InlineData("access-m32", "write8", false, false)]
    [InlineData("latency-m64", "chase", true, true)]
    public void A_loop_has_the_accesses_and_the_checks_that_V8_makes(
        string guest,
        string function,
        bool isOfLoads,
        bool isChecked
    )
    {
        var loop = LoopOf(guest, function);
        var (loads, stores) = (loop.Count(InstructionKind.Load), loop.Count(InstructionKind.Store));

        Assert.Equal(0, isOfLoads ? stores : loads);
        Assert.Equal(0, (loads + stores) % 8);
        Assert.NotEqual(0, loads + stores);
        Assert.True(
            isChecked
                ? loop.Count(InstructionKind.Check) > loads + stores
                : loop.Count(InstructionKind.Check) == 0
        );
    }

    [Theory]
    [InlineData("BoundaryAccess.Read(Memory=memory64, Window=below, Width=8)")]
    [InlineData("BoundaryAccess.Read(Memory=memory32, Window=below, Width=8)")]
    [InlineData("BoundaryAccess.Write(Memory=memory32, Window=below, Width=8)")]
    [InlineData("Latency.Chase(Memory=memory64, Window=below, Set=cached)")]
    public void An_operation_has_one_access_however_far_V8_unrolls(string id)
    {
        var described = Catalog.All.Single(c => c.Id == id).Description;

        var found = new LoopReader().FindInV8(described, RealEngines.V8.Build.LibraryPath)!;

        Assert.Equal(
            found.Operations,
            found.Code.Count(InstructionKind.Load) + found.Code.Count(InstructionKind.Store)
        );
    }

    [Fact]
    public void A_function_that_is_not_there_is_said_by_name() =>
        Assert.Equal(
            "V8 has printed no code of an exported function nothing.",
            Assert
                .Throws<CodeException>(() =>
                    PrintedModule.Read("", Guest.Named("access-m64").Wasm).Function("nothing")
                )
                .Message
        );

    private static CodeLoop LoopOf(string guest, string function)
    {
        var named = Guest.Named(guest);
        var printed = V8Printer.Print(RealEngines.V8.Build.LibraryPath, named);
        return PrintedModule
            .Read(printed, named.Wasm)
            .Function(function)
            .Loops.MaxBy(loop => loop.Instructions.Count)!;
    }
}
