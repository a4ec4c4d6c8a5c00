using System.Text;
using Memory64.Wasmtime;
using Xunit;
using static Memory64.Bench.Tests.Wasmtime.ModuleWriter;

namespace Memory64.Bench.Tests.Wasmtime;

/// <summary>Guests of WASI preview 1 with a memory of either index type, on every engine at hand.</summary>
public sealed class WasiTests
{
    public static MatrixTheoryData<string, bool> Guests { get; } =
        new(EnginesAtHand.Names.Select(row => row.Data), [false, true]);

    [Theory]
    [MemberData(nameof(Guests))]
    public void A_command_writes_to_the_file_of_standard_output(string name, bool is64)
    {
        const int Descriptor = 1;
        var writer = new ModuleWriter();
        var write = writer.Import(WasiGuest.ModuleName, "fd_write", [I32, I32, I32, I32], [I32]);
        writer.Memory(is64, pages: 1, maximum: 1);
        writer.Data(16, [32, 0, 0, 0, 6, 0, 0, 0]);
        writer.Data(32, "hello\n"u8.ToArray());
        writer.Function(
            "_start",
            [],
            [],
            [
                .. I32Const(Descriptor),
                .. I32Const(16),
                .. I32Const(1),
                .. I32Const(8),
                .. Call(write),
                0x1A,
            ]
        );
        using var folder = new TemporaryFolder();
        using var engine = new Engine(EnginesAtHand.Load(name));
        using var module = new Module(engine, writer.ToArray());
        using var linker = new Linker(engine).DefineWasi();
        using (var store = new Store(engine))
        {
            store.SetWasi(new WasiConfiguration { OutputFile = folder.At("out") });
            var start = linker.Instantiate(store, module).GetValueFunction("_start");
            Assert.Equal("() -> ()", start.Type.ToString());
            Assert.Empty(start.Call());
            start.Call();
        }

        Assert.Equal("hello\nhello\n", File.ReadAllText(folder.At("out")));
    }

    [Theory]
    [MemberData(nameof(Guests))]
    public void It_gets_arguments_variables_and_streams(string name, bool is64)
    {
        using var folder = new TemporaryFolder();
        using var engine = new Engine(EnginesAtHand.Load(name));
        using var linker = new Linker(engine).DefineWasi();
        var configuration = new WasiConfiguration
        {
            Arguments = ["program", "", "größer"],
            Environment = [new("B", "2"), new("A", "eins=1")],
            Input = "from bytes"u8.ToArray(),
            OutputFile = folder.At("out"),
            ErrorFile = folder.At("err"),
        };
        using (var guest = new WasiGuest(engine, linker, configuration, is64))
        {
            Assert.Equal(["program", "", "größer"], guest.Texts("args"));
            Assert.Equal(["B=2", "A=eins=1"], guest.Texts("environ"));
            Assert.Equal("from bytes", guest.Read(0));
            guest.Write(1, "to output");
            guest.Write(2, "to error");
        }

        Assert.Equal("to output", File.ReadAllText(folder.At("out")));
        Assert.Equal("to error", File.ReadAllText(folder.At("err")));

        // The same again for another store, which empties the files.
        using (var guest = new WasiGuest(engine, linker, configuration, is64))
        {
            Assert.Equal("from bytes", guest.Read(0));
        }

        Assert.Equal("", File.ReadAllText(folder.At("out")));
    }

    [Theory]
    [MemberData(nameof(Guests))]
    public void It_reads_standard_input_from_a_file(string name, bool is64)
    {
        using var folder = new TemporaryFolder();
        using var engine = new Engine(EnginesAtHand.Load(name));
        using var linker = new Linker(engine).DefineWasi();
        var input = folder.Write("in", Encoding.UTF8.GetBytes("from a file"));
        using var guest = new WasiGuest(engine, linker, new() { InputFile = input }, is64);
        Assert.Equal("from a file", guest.Read(0));
    }

    [Theory]
    [MemberData(nameof(Guests))]
    public void It_inherits_nothing(string name, bool is64)
    {
        using var engine = new Engine(EnginesAtHand.Load(name));
        using var linker = new Linker(engine).DefineWasi();
        using var guest = new WasiGuest(engine, linker, new(), is64);
        Assert.Empty(guest.Texts("args"));
        Assert.Empty(guest.Texts("environ"));
        Assert.Equal("", guest.Read(0));
        Assert.Equal(WasiGuest.BadDescriptor, guest.Open(WasiGuest.FirstDirectory, "file").Error);
    }

    [Theory]
    [MemberData(nameof(Guests))]
    public void Its_exit_status_is_told(string name, bool is64)
    {
        using var engine = new Engine(EnginesAtHand.Load(name));
        using var linker = new Linker(engine).DefineWasi();
        using var guest = new WasiGuest(engine, linker, new(), is64);
        foreach (var status in (int[])[42, 0, 1])
        {
            var exit = Assert.Throws<ExitException>(() => guest.Exit(status));
            Assert.Equal(status, exit.Status);
            Assert.Equal($"the guest ended with exit status {status}", exit.Message);
        }
    }

    [Theory]
    [MemberData(nameof(Guests))]
    public void It_reads_and_changes_a_directory(string name, bool is64)
    {
        using var folder = new TemporaryFolder();
        folder.Write("data/input", Encoding.UTF8.GetBytes("content"));
        using var engine = new Engine(EnginesAtHand.Load(name));
        using var linker = new Linker(engine).DefineWasi();
        var directory = new WasiDirectory(folder.At("data"), ".", ReadOnly: false);
        using (var guest = new WasiGuest(engine, linker, new() { Directories = [directory] }, is64))
        {
            var (error, file) = guest.Open(WasiGuest.FirstDirectory, "input");
            Assert.Equal(WasiGuest.Success, error);
            Assert.Equal("content", guest.Read(file));
            (error, file) = guest.Change(WasiGuest.FirstDirectory, "output");
            Assert.Equal(WasiGuest.Success, error);
            guest.Write(file, "changed");
            Assert.Equal(WasiGuest.Success, guest.Call("fd_close", Value.FromInt32(file)));
            Assert.NotEqual(
                WasiGuest.Success,
                guest.Open(WasiGuest.FirstDirectory, "../data/input").Error
            );
        }

        Assert.Equal("changed", File.ReadAllText(folder.At("data", "output")));
    }

    [Theory]
    [MemberData(nameof(Guests))]
    public void It_changes_nothing_in_a_read_only_directory(string name, bool is64)
    {
        using var folder = new TemporaryFolder();
        folder.Write("data/input", Encoding.UTF8.GetBytes("content"));
        folder.Write("more/other", Encoding.UTF8.GetBytes("other"));
        var library = EnginesAtHand.Load(name);
        using var engine = new Engine(library);
        using var linker = new Linker(engine).DefineWasi();
        var configuration = new WasiConfiguration
        {
            Directories =
            [
                new(folder.At("data"), "/data", ReadOnly: true),
                new(folder.At("more"), "/more", ReadOnly: false),
            ],
        };
        Assert.Equal(
            EnginesAtHand.MajorOf(name) >= 27,
            library.Supports(EngineFeature.ReadOnlyDirectories)
        );
        if (!library.Supports(EngineFeature.ReadOnlyDirectories))
        {
            var refusal = Assert.Throws<UnsupportedFeatureException>(() =>
                new WasiGuest(engine, linker, configuration, is64)
            );
            Assert.Equal(EngineFeature.ReadOnlyDirectories, refusal.Feature);
            return;
        }

        using (var guest = new WasiGuest(engine, linker, configuration, is64))
        {
            var (error, file) = guest.Open(WasiGuest.FirstDirectory, "input");
            Assert.Equal(WasiGuest.Success, error);
            Assert.Equal("content", guest.Read(file));
            Assert.NotEqual(
                WasiGuest.Success,
                guest.Change(WasiGuest.FirstDirectory, "output").Error
            );
            Assert.NotEqual(
                WasiGuest.Success,
                guest.Change(WasiGuest.FirstDirectory, "input").Error
            );
            Assert.Equal(
                WasiGuest.Success,
                guest.Change(WasiGuest.FirstDirectory + 1, "output").Error
            );
        }

        Assert.Equal([folder.At("data", "input")], Directory.GetFiles(folder.At("data")));
        Assert.True(File.Exists(folder.At("more", "output")));
    }

    [Theory]
    [MemberData(nameof(Guests))]
    public void Its_random_bytes_and_its_clock_can_be_the_same_in_each_run(string name, bool is64)
    {
        using var engine = new Engine(EnginesAtHand.Load(name));
        using var linker = new Linker(engine).DefineWasi();
        var deterministic = new DeterministicWasi();
        deterministic.Define(linker);
        Assert.False(linker.AllowShadowing);

        var runs = new List<(byte[] Random, ulong First, ulong Second)>();
        for (var run = 0; run < 2; run++)
        {
            using var guest = new WasiGuest(engine, linker, new(), is64);
            runs.Add((guest.Random(100), guest.Time(0), guest.Time(1)));
            Assert.NotEqual(runs[run].Random, guest.Random(100));
            deterministic.Reset();
        }

        Assert.Equal(runs[0].Random, runs[1].Random);
        Assert.Equal((runs[0].First, runs[0].Second), (runs[1].First, runs[1].Second));
        Assert.Equal(DeterministicWasi.ClockStep, runs[0].Second - runs[0].First);
        Assert.True(runs[0].Random.Distinct().Count() > 50);
    }

    [Theory]
    [MemberData(nameof(Guests))]
    public void Deterministic_functions_refuse_what_lies_outside_the_memory(string name, bool is64)
    {
        using var engine = new Engine(EnginesAtHand.Load(name));
        using var linker = new Linker(engine).DefineWasi();
        new DeterministicWasi().Define(linker);
        using var guest = new WasiGuest(engine, linker, new(), is64);
        var end = (int)guest.Memory.ByteLength;
        int Random(int address, int bytes) =>
            guest.Call("random_get", Value.FromInt32(address), Value.FromInt32(bytes));
        int Time(int clock, int address) =>
            guest.Call(
                "clock_time_get",
                Value.FromInt32(clock),
                Value.FromInt64(0),
                Value.FromInt32(address)
            );

        const int Fault = 21;
        Assert.Equal(WasiGuest.Success, Random(end - 3, 3));
        Assert.Equal(Fault, Random(end - 3, 4));
        Assert.Equal(Fault, Random(-1, 2));
        Assert.Equal(Fault, Random(0, -1));
        Assert.Equal(WasiGuest.Success, Time(0, end - 8));
        Assert.Equal(Fault, Time(0, end - 7));
        Assert.Equal(WasiGuest.BadDescriptor, Time(2, 0));
    }

    [Fact]
    public void Random_bytes_are_those_of_SplitMix64()
    {
        using var engine = new Engine(EnginesAtHand.Default);
        using var linker = new Linker(engine).DefineWasi();
        new DeterministicWasi().Define(linker);
        using var guest = new WasiGuest(engine, linker, new(), is64: false);

        // Its first outputs from a state of 0.
        Assert.Equal(0xE220_A839_7B1D_CDAF, BitConverter.ToUInt64(guest.Random(8)));
        Assert.Equal(0x6E78_9E6A_A1B9_65F4UL, BitConverter.ToUInt64(guest.Random(8)));
    }

    [Theory]
    [MemberData(nameof(EnginesAtHand.Names), MemberType = typeof(EnginesAtHand))]
    public void A_store_without_configuration_is_refused(string name)
    {
        using var engine = new Engine(EnginesAtHand.Load(name));
        using var linker = new Linker(engine).DefineWasi();
        using var module = new Module(engine, new ModuleWriter().ToArray());
        using var store = new Store(engine);
        var exception = Assert.Throws<InvalidOperationException>(() =>
            linker.Instantiate(store, module)
        );
        Assert.Contains("SetWasi", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(EnginesAtHand.Names), MemberType = typeof(EnginesAtHand))]
    public void What_cannot_be_opened_is_named(string name)
    {
        using var folder = new TemporaryFolder();
        using var engine = new Engine(EnginesAtHand.Load(name));
        using var store = new Store(engine);
        var missing = folder.At("missing", "file");
        foreach (
            var (configuration, words) in ((WasiConfiguration, string)[])
                [
                    (new() { InputFile = missing }, "standard input"),
                    (new() { OutputFile = missing }, "standard output"),
                    (new() { ErrorFile = missing }, "standard error"),
                    (new() { Directories = [new(missing, ".", false)] }, "directory"),
                ]
        )
        {
            Assert.Equal(
                $"the guest's {words} {missing} can't be opened",
                Assert.Throws<WasmtimeException>(() => store.SetWasi(configuration)).Message
            );
        }
    }

    [Theory]
    [MemberData(nameof(EnginesAtHand.Names), MemberType = typeof(EnginesAtHand))]
    public void A_missing_directory_does_not_mislead_about_the_next(string name)
    {
        using var folder = new TemporaryFolder();
        folder.Write("data/input", Encoding.UTF8.GetBytes("content"));

        // Loaded anew it knows nothing yet of how this engine takes directories.
        var library = WasmtimeLibrary.Load(EnginesAtHand.Load(name).Path);
        var readOnly = library.Supports(EngineFeature.ReadOnlyDirectories);
        using var engine = new Engine(library);
        using var linker = new Linker(engine).DefineWasi();
        using (var store = new Store(engine))
        {
            Assert.Throws<WasmtimeException>(() =>
                store.SetWasi(new() { Directories = [new(folder.At("missing"), ".", readOnly)] })
            );
        }

        var configuration = new WasiConfiguration
        {
            Directories = [new(folder.At("data"), ".", readOnly)],
        };
        using var guest = new WasiGuest(engine, linker, configuration, is64: true);
        var (error, file) = guest.Open(WasiGuest.FirstDirectory, "input");
        Assert.Equal(WasiGuest.Success, error);
        Assert.Equal("content", guest.Read(file));
        var (refusal, _) = guest.Change(WasiGuest.FirstDirectory, "output");
        Assert.Equal(readOnly, refusal != WasiGuest.Success);
        Assert.Equal(!readOnly, File.Exists(folder.At("data", "output")));
    }

    [Fact]
    public void A_configuration_that_C_cannot_hold_or_that_contradicts_itself_is_refused()
    {
        using var engine = new Engine(EnginesAtHand.Default);
        using var store = new Store(engine);
        Assert.Equal(
            "\"a\\0b\" holds a zero character, where C would end it (Parameter 'text')",
            Assert
                .Throws<ArgumentException>(() => store.SetWasi(new() { Arguments = ["a\0b"] }))
                .Message
        );
        Assert.Throws<InvalidOperationException>(() =>
            store.SetWasi(new() { Input = new byte[1], InputFile = "in" })
        );
    }
}
