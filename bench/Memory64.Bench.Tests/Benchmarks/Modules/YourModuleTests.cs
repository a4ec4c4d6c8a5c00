using Memory64.Bench.Benchmarks.Modules;
using Memory64.Bench.Guests;
using Memory64.Bench.Guests.V8;
using Memory64.Bench.Harness;
using Memory64.Bench.Harness.Cases;
using Memory64.Bench.Harness.Measured;
using Memory64.Bench.Harness.Requirements;
using Memory64.Bench.Harness.Rounds;
using Memory64.Bench.Harness.Running;
using Memory64.Bench.Tests.Harness.Running;
using Memory64.Bench.Tests.Wasmtime;
using Memory64.Bench.Tests.Widening;
using Memory64.Widening.Rewriting;
using Xunit;

namespace Memory64.Bench.Tests.Benchmarks.Modules;

/// <summary>A module of the user's, from its file to its rounds.</summary>
[Collection(AloneCollection.Name)]
public sealed class YourModuleTests : IDisposable
{
    // Stores its second number at its first and loads it again.
    internal static readonly byte[] Echo =
    [
        .. (byte[])[0x20, 0, 0xA7, 0x20, 1, 0x37, 3, 0],
        .. (byte[])[0x20, 0, 0xA7, 0x29, 3, 0],
    ];

    // Counts its calls at address 0.
    private static readonly byte[] Count =
    [
        .. (byte[])[0x41, 0, 0x41, 0, 0x29, 3, 0, 0x42, 1, 0x7C, 0x37, 3, 0],
        .. (byte[])[0x41, 0, 0x29, 3, 0],
    ];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Its_cases_are_the_module_narrow_and_wide() =>
        Assert.Equal(
            [
                "YourModule.Run(Module=my_program, Memory=memory64)",
                "YourModule.Run(Module=my_program, Memory=memory32)",
                "YourModule.Instantiate(Module=my_program, Memory=memory64)",
                "YourModule.Instantiate(Module=my_program, Memory=memory32)",
                "YourModule.Compile(Module=my_program, Memory=memory64)",
                "YourModule.Compile(Module=my_program, Memory=memory32)",
                "YourModule.Deserialize(Module=my_program, Memory=memory64)",
                "YourModule.Deserialize(Module=my_program, Memory=memory32)",
            ],
            Of(InputsOf("my-program.wasm", Echo, "f(8, 7)")).Select(c => c.Id)
        );

    [Fact]
    public void Without_a_module_there_is_none() => Assert.Empty(Of(Inputs.None));

    [Theory]
    [InlineData("f(8, 7)", false)]
    [InlineData("f(8, 7)", true)]
    public void Each_case_is_measured_and_duels(string call, bool isFresh)
    {
        var inputs = InputsOf("m.wasm", Echo, call, isFresh);
        var cases = Of(inputs);
        using var output = new StringWriter();

        var exitCode = MeasuredProcess.Run(
            new([.. cases.Select(Order)], inputs),
            () => true,
            output
        );

        Assert.True(exitCode == 0, output.ToString());
        Assert.Equal(
            cases.Count,
            output
                .ToString()
                .Split('\n')
                .Count(line => line.StartsWith(MeasuredProcess.Prefix, StringComparison.Ordinal))
        );
    }

    [Fact]
    public void A_setting_is_compared_with_the_default_and_a_twin_with_both_others()
    {
        var twin = Path.Combine(_folder.Root, "twin.wasm");
        File.WriteAllBytes(twin, Widener.Widen(new WasmModule().With("f", Echo).Bytes()));
        var request = RequestOf("m.wasm", Echo, "f(8, 7)") with
        {
            Twin = twin,
            Settings = ["noSpectre"],
        };

        var cases = Of(InputsOf(request)).Where(c => c.Method == nameof(YourModule.Run));

        Assert.Equal(
            new SortedSet<string>(StringComparer.Ordinal)
            {
                "(Module=m, Memory=memory64, Setting=noSpectre): default widened memory32",
                "(Module=m, Memory=memory64): widened memory32",
                "(Module=m, Memory=widened, Setting=noSpectre): default memory32",
                "(Module=m, Memory=widened): memory32",
                "(Module=m, Memory=memory32, Setting=noSpectre): default",
                "(Module=m, Memory=memory32): ",
            },
            cases
                .Select(c =>
                    $"{c.Id["YourModule.Run".Length..]}: {string.Join(' ', c.Controls.Select(control => control.Key))}"
                )
                .ToHashSet()
        );
    }

    [Fact]
    public void A_call_that_answers_otherwise_each_time_needs_fresh_instances()
    {
        var request = RequestOf("m.wasm", Count, "f(0, 0)");

        Assert.Equal(
            "m: f(0, 0) does not answer alike each time: it returns 2, not 1; --fresh calls it in a new instance each time",
            Assert
                .Throws<MeasurementException>(() =>
                    Target(request, ModuleMemory.memory32).Dispose()
                )
                .Message
        );
        using var fresh = Target(
            request with
            {
                IsFresh = true,
                Expect = "1",
            },
            ModuleMemory.memory64
        );
        fresh.CallFresh();
        fresh.CallFresh();
        fresh.Check();
        Assert.Equal(2, fresh.Clock.Spans);
    }

    [Fact]
    public void A_result_that_is_not_the_expected_one_is_a_failure() =>
        Assert.All(
            (ModuleMemory[])[ModuleMemory.memory32, ModuleMemory.memory64],
            memory =>
                Assert.Equal(
                    $"m{(memory == ModuleMemory.memory64 ? ", widened" : "")}: f(8, 7) returns 7, not 8",
                    Assert
                        .Throws<MeasurementException>(() =>
                            Target(
                                    RequestOf("m.wasm", Echo, "f(8, 7)") with
                                    {
                                        Expect = "8",
                                    },
                                    memory
                                )
                                .Dispose()
                        )
                        .Message
                )
        );

    [Fact]
    public void Verify_says_what_it_answers_with_each_memory()
    {
        var (name, check) = Assert.Single(
            new ModuleVerifier().ChecksOf(InputsOf("m.wasm", Echo, "f(8, 7)"))
        );

        Assert.Equal("m: f(8, 7)", name);
        Assert.Equal("7, with memory64, memory32", check(EnginesAtHand.Default));
    }

    [Theory]
    [InlineData(ModuleMemory.memory32)]
    [InlineData(ModuleMemory.memory64)]
    public void V8_answers_what_Wasmtime_does(ModuleMemory memory)
    {
        var request = RequestOf("m.wasm", Echo, "f(8, -7)") with { Expect = "-7" };
        using var engine = new V8Engine(RealEngines.V8.Build.LibraryPath);
        var side = ModuleSide.Of(request.Files[0], request);
        using var there = new ModuleInV8(side, memory, request, engine);
        using var here = Target(request, memory);

        there.CallFresh();
        there.Check();
        Assert.Null(there.Answer.DifferenceFrom(here.Answer));
        Assert.True(there.Clock.GetTimestamp() > 0);
        Assert.Equal(
            $"m{(memory == ModuleMemory.memory64 ? ", widened" : "")}: f(8, -7) returns -7, not 8",
            Assert
                .Throws<MeasurementException>(() =>
                    new ModuleInV8(side, memory, request with { Expect = "8" }, engine).Dispose()
                )
                .Message
        );
    }

    [Fact]
    public void A_trap_is_said_with_its_cause_first() =>
        Assert.Equal(
            "m: f(8, 7): wasm trap: wasm `unreachable` instruction executed",
            Assert
                .Throws<MeasurementException>(() =>
                    Target(RequestOf("m.wasm", [0x00], "f(8, 7)"), ModuleMemory.memory32).Dispose()
                )
                .Message
        );

    [Theory]
    [InlineData(
        "g()",
        "m exports no function g; it has f (i64, i64) -> (i64); name one by --invoke"
    )]
    [InlineData("f(1)", "f: (i64, i64) -> (i64) takes 2 numbers, and is given 1")]
    public void What_can_not_be_called_so_is_said_before_it_is_compiled(string call, string message)
    {
        var request = RequestOf("m.wasm", Echo, call);

        Assert.Equal(
            message,
            Assert
                .Throws<MeasurementException>(() => ModuleSide.Of(request.Files[0], request))
                .Message
        );
    }

    [Fact]
    public void A_module_of_a_memory64_has_no_twin()
    {
        var path = Path.Combine(_folder.Root, "own64.wasm");
        File.WriteAllBytes(path, Widener.Widen(new WasmModule().With("f", Echo).Bytes()));
        var request = RequestOf("m.wasm", Echo, "f(0, 0)") with { Files = ModuleFile.Of([path]) };

        var side = ModuleSide.Of(request.Files[0], request);

        Assert.Equal([ModuleMemory.memory64], side.Memories);
        Assert.Null(side.Module.NotWidened);
        Assert.Contains(
            "has a memory64 itself",
            Assert
                .Throws<MeasurementException>(() =>
                    ModuleSide.Of(request.Files[0], request with { Twin = path })
                )
                .Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_module_that_can_not_be_widened_is_measured_as_it_is()
    {
        byte[] atGlobal = [1, 0, 0x23, 0, 0x0B, 0];
        var path = Path.Combine(_folder.Root, "pic.wasm");
        File.WriteAllBytes(
            path,
            new WasmModule { Segments = 1, Rest = WasmModule.Section(11, atGlobal) }
                .With("f", Echo)
                .Bytes()
        );
        var request = RequestOf("m.wasm", Echo, "f(0, 0)") with { Files = ModuleFile.Of([path]) };

        var side = ModuleSide.Of(request.Files[0], request);

        Assert.Equal([ModuleMemory.memory32], side.Memories);
        Assert.StartsWith(
            "has data at an address that is no constant",
            side.Module.NotWidened,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("not wasm", "is no WebAssembly module: it doesn't begin with \\0asm")]
    [InlineData("\0asm", "is truncated, at byte 4")]
    [InlineData("\0asm\r\0\u0001\0", "is a component; only core modules can be widened")]
    [InlineData("\0asm\u0001\0\0\0\u0005\u0009", "is truncated, at byte 10")]
    public void What_is_no_core_module_is_refused(string text, string expected)
    {
        var path = Path.Combine(_folder.Root, "bad.wasm");
        File.WriteAllText(path, text);

        Assert.Equal(
            $"{path}: {expected}",
            Assert
                .Throws<MeasurementException>(() => UserModule.Read(ModuleFile.Of([path])[0]))
                .Message
        );
    }

    [Fact]
    public void What_a_pattern_finds_and_is_unfit_is_left_out_with_its_reason()
    {
        _ = RequestOf("good.wasm", Echo, "f(0, 0)");
        File.WriteAllText(Path.Combine(_folder.Root, "bad.wasm"), "not wasm");
        var request = RequestOf("m.wasm", Echo, "f(0, 0)") with
        {
            Files = ModuleFile.Of([Path.Combine(_folder.Root, "*.wasm")]),
        };

        var bad = Assert.Single(
            Of(InputsOf(request)),
            c => c.Id.Contains("Module=bad", StringComparison.Ordinal)
        );

        Assert.EndsWith(
            "is no WebAssembly module: it doesn't begin with \\0asm",
            bad.Description.ReasonToSkip(Surroundings.OfMachine()),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void An_engine_that_lacks_a_proposal_skips_the_module()
    {
        // i64.add128 of wide arithmetic, which 24 doesn't take by default.
        byte[] wide = [0x20, 0, 0x20, 1, 0x20, 0, 0x20, 1, 0xFC, 19, 0x1A];
        var request = RequestOf("m.wasm", wide, "f(0, 0)");

        var measured = Of(InputsOf(request))[0];

        Assert.StartsWith(
            "the engine refuses the module: ",
            new TakenByEngine(measured.Description.Guest!).Missing(
                Surroundings.OfMachine() with
                {
                    Engine = (RealEngines.Default.Build, EnginesAtHand.Load("24.0.0")),
                }
            ),
            StringComparison.Ordinal
        );
    }

    private ModuleRequest RequestOf(string name, byte[] code, string call, bool isFresh = false)
    {
        var path = Path.Combine(_folder.Root, name);
        File.WriteAllBytes(path, new WasmModule().With("f", code).Bytes());
        return new()
        {
            Files = ModuleFile.Of([path]),
            Invoke = call,
            IsFresh = isFresh,
        };
    }

    private Inputs InputsOf(string name, byte[] code, string call, bool isFresh = false) =>
        InputsOf(RequestOf(name, code, call, isFresh));

    private static Inputs InputsOf(ModuleRequest request) =>
        new() { Options = request.ToOptions() };

    private static ModuleTarget Target(ModuleRequest request, ModuleMemory memory) =>
        new(
            ModuleSide.Of(request.Files[0], request),
            memory,
            request,
            EngineConfiguration.Default,
            EnginesAtHand.Default
        );

    private static List<Case> Of(Inputs inputs) =>
        [.. new CaseCatalog(inputs).All.Where(c => c.Benchmark == nameof(YourModule))];

    private static CaseOrder Order(Case measured)
    {
        var planned = new PlannedCase(RealEngines.Default, measured, SkipReason: null);
        return new(
            planned.Side,
            LevelOrder.Of(measured.Description.Sampling.ApplyTo(new())),
            [
                .. measured.Controls.Select(control =>
                    new PlannedDuel(
                        RealEngines.Default,
                        measured.Catalog.Find(control.Value)!
                    ).OrderFor(planned, round: 1, handicap: 0)
                ),
            ]
        );
    }
}
