using Memory64.Bench.Benchmarks.Modules;
using Memory64.Bench.Guests;
using Memory64.Bench.Harness;
using Memory64.Bench.Harness.Cases;
using Memory64.Bench.Harness.Measured;
using Memory64.Bench.Harness.Rounds;
using Memory64.Bench.Harness.Running;
using Memory64.Bench.Tests.Harness.Running;
using Memory64.Bench.Tests.Wasmtime;
using Memory64.Bench.Tests.Widening;
using Xunit;

namespace Memory64.Bench.Tests.Benchmarks.Modules;

/// <summary>A module of the user's, from its file to its rounds.</summary>
[Collection(AloneCollection.Name)]
public sealed class YourModuleTests : IDisposable
{
    // Stores its second number at its first and loads it again.
    private static readonly byte[] Echo =
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
                "YourModule.Run(Memory=memory64, Module=my_program)",
                "YourModule.Run(Memory=memory32, Module=my_program)",
                "YourModule.Instantiate(Memory=memory64, Module=my_program)",
                "YourModule.Instantiate(Memory=memory32, Module=my_program)",
                "YourModule.Compile(Memory=memory64, Module=my_program)",
                "YourModule.Compile(Memory=memory32, Module=my_program)",
                "YourModule.Deserialize(Memory=memory64, Module=my_program)",
                "YourModule.Deserialize(Memory=memory32, Module=my_program)",
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
    public void A_call_that_answers_otherwise_each_time_needs_fresh_instances()
    {
        var module = Module("m.wasm", Count);

        Assert.Equal(
            "f(0, 0) returns something else each time, last 2; --fresh calls it in a new instance each time",
            Assert
                .Throws<MeasurementException>(() =>
                    Target(module, MemoryKind.memory32, "f(0, 0)").Dispose()
                )
                .Message
        );
        using var fresh = Target(module, MemoryKind.memory64, "f(0, 0)", "1", isFresh: true);
        fresh.Renew();
        fresh.Call();
        fresh.Check();
    }

    [Theory]
    [InlineData("f(8, 7)", "8", "m: f(8, 7) returns 7, and 8 is expected")]
    [InlineData(
        "g()",
        null,
        "m exports no function g; it has f: function (i64, i64) -> (i64); name one by --invoke"
    )]
    [InlineData("f(1)", null, "f: (i64, i64) -> (i64) takes 2 numbers, and is given 1")]
    public void What_can_not_be_called_so_is_said(string call, string? expected, string message)
    {
        var module = Module("m.wasm", Echo);

        Assert.All(
            (MemoryKind[])[MemoryKind.memory32, MemoryKind.memory64],
            memory =>
                Assert.Equal(
                    memory == MemoryKind.memory32
                        ? message
                        : message
                            .Replace("m: ", "m, widened: ", StringComparison.Ordinal)
                            .Replace("m exports", "m, widened exports", StringComparison.Ordinal),
                    Assert
                        .Throws<MeasurementException>(() =>
                            Target(module, memory, call, expected).Dispose()
                        )
                        .Message
                )
        );
    }

    [Fact]
    public void A_module_of_a_memory64_has_no_twin()
    {
        var path = Path.Combine(_folder.Root, "own64.wasm");
        File.WriteAllBytes(path, Guest.Named("access-m64").Wasm.Span);

        var module = UserModule.Read(path);

        Assert.Equal([MemoryKind.memory64], module.Memories);
        Assert.Null(module.NotWidened);
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

        var module = UserModule.Read(path);

        Assert.Equal([MemoryKind.memory32], module.Memories);
        Assert.StartsWith(
            "has data at an address that is no constant",
            module.NotWidened,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("not wasm", "is no WebAssembly: it doesn't begin with \\0asm; give a core module")]
    [InlineData("\0asm", "is truncated; give a core module")]
    [InlineData("\0asm\r\0\u0001\0", "is a component; give a core module")]
    [InlineData("\0asm\u0001\0\0\0\u0005\u0009", "the wasm module is cut short or broken")]
    public void What_is_no_core_module_is_refused(string text, string expected)
    {
        var path = Path.Combine(_folder.Root, "bad.wasm");
        File.WriteAllText(path, text);

        Assert.Equal(
            $"{path}: {expected}",
            Assert.Throws<MeasurementException>(() => UserModule.Read(path)).Message
        );
    }

    [Fact]
    public void What_is_not_there_is_refused()
    {
        var path = Path.Combine(_folder.Root, "none.wasm");

        Assert.Equal(
            $"{path}: there is no such file; give a .wasm file",
            Assert.Throws<MeasurementException>(() => UserModule.Read(path)).Message
        );
    }

    [Fact]
    public void A_program_of_Sightglass_is_called_as_its_folder()
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder.Root, "bz2")).FullName;
        var path = Path.Combine(folder, "benchmark.wasm");
        File.WriteAllBytes(path, new WasmModule().With("f", Echo).Bytes());

        Assert.Equal("bz2", UserModule.Read(path).Name);
    }

    private UserModule Module(string name, byte[] code)
    {
        var path = Path.Combine(_folder.Root, name);
        File.WriteAllBytes(path, new WasmModule().With("f", code).Bytes());
        return UserModule.Read(path);
    }

    private Inputs InputsOf(string name, byte[] code, string call, bool isFresh = false)
    {
        _ = Module(name, code);
        Dictionary<string, string> options = new(StringComparer.Ordinal)
        {
            ["module"] = Path.Combine(_folder.Root, name),
            ["module.invoke"] = call,
        };
        if (isFresh)
        {
            options["module.fresh"] = "";
        }

        return new() { Options = options };
    }

    private static ModuleTarget Target(
        UserModule module,
        MemoryKind memory,
        string call,
        string? expected = null,
        bool isFresh = false
    ) => new(module.With(memory), Invocation.Parse(call), expected, isFresh, EnginesAtHand.Default);

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
