using System.Text;
using Memory64.Bench.Benchmarks.Modules;
using Memory64.Bench.Guests;
using Memory64.Bench.Harness;
using Memory64.Bench.Tests.Wasmtime;
using Xunit;
using static Memory64.Bench.Tests.Wasmtime.ModuleWriter;

namespace Memory64.Bench.Tests.Benchmarks.Modules;

/// <summary>Programs of WASI and of Sightglass's protocol, on every engine at hand.</summary>
public sealed class WasiCommandTests : IDisposable
{
    private const string Wasi = "wasi_snapshot_preview1";

    // Where a vector of one buffer and what WASI returns lie, and the buffer.
    private const int Vector = 16,
        Result = 32,
        Buffer = 64,
        Room = 512;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(EnginesAtHand.Names), MemberType = typeof(EnginesAtHand))]
    public void What_it_reads_is_what_it_writes_with_both_memories(string engine)
    {
        File.WriteAllText(In("input.txt"), "to be read");
        var request = RequestOf(Echo()) with { Input = In("input.txt") };

        foreach (var memory in (ModuleMemory[])[ModuleMemory.memory64, ModuleMemory.memory32])
        {
            using var target = Target(request, memory, engine);

            target.CallFresh();
            target.Check();

            Assert.Equal("to be read", Encoding.UTF8.GetString(target.Answer.Output));
            Assert.Equal(1, target.Clock.Spans);
        }
    }

    [Fact]
    public void Its_output_is_compared_with_the_file_beside_it_but_for_the_last_line_end()
    {
        File.WriteAllText(In("input.txt"), "text");
        var request = RequestOf(Echo()) with { Input = In("input.txt") };
        File.WriteAllText(Beside(request, "program.stdout.expected"), "text\n");
        Target(request, ModuleMemory.memory32).Dispose();

        File.WriteAllText(Beside(request, "program.stdout.expected"), "tent\n");

        Assert.Equal(
            "program: _start() writes \"xt\" at byte 2 of its output, not \"nt\"",
            Refusal(request)
        );
        File.WriteAllText(In("other"), "text and more");
        Assert.Equal(
            "program: _start() writes nothing more at byte 4 of its output, not \" and more\"",
            Refusal(request with { ExpectOutput = In("other") })
        );
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(3, "program: _start(): the guest ended with exit status 3")]
    public void It_may_end_itself_with_success_only(int status, string? expected)
    {
        var writer = new ModuleWriter();
        var exit = writer.Import(Wasi, "proc_exit", [I32], []);
        writer.Memory(is64: false, pages: 1, maximum: 1);
        _ = writer.Function("_start", [], [], [.. I32Const(status), .. Call(exit)]);
        var request = RequestOf(writer);

        if (expected is null)
        {
            Target(request, ModuleMemory.memory64).Dispose();
        }
        else
        {
            Assert.Equal(expected, Refusal(request));
        }
    }

    [Theory]
    [InlineData(true, true, null)]
    [InlineData(true, false, "calls bench.start alone; so nothing is timed")]
    [InlineData(false, false, "calls neither; so nothing is timed")]
    [InlineData(false, true, "calls neither; so nothing is timed")]
    public void Between_start_and_end_it_is_timed(bool starts, bool ends, string? expected)
    {
        var request = RequestOf(Timed(starts, ends));

        if (expected is null)
        {
            using var target = Target(request, ModuleMemory.memory64);
            var before = target.Clock.GetTimestamp();
            target.CallFresh();
            Assert.Equal(2, target.Clock.Spans);
            Assert.True(target.Clock.GetTimestamp() >= before);
        }
        else
        {
            Assert.EndsWith(expected, Refusal(request), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Another_name_of_the_protocol_is_refused_before_anything_is_compiled()
    {
        var writer = new ModuleWriter();
        _ = writer.Import("bench", "stop", [], []);
        _ = writer.Import("env", "now", [], [I64]);
        _ = writer.Function("_start", [], []);
        var request = RequestOf(writer);

        Assert.Equal(
            "program imports what nothing provides: bench.stop; env.now",
            Assert
                .Throws<MeasurementException>(() => ModuleSide.Of(request.Files[0], request))
                .Message
        );
    }

    [Fact]
    public void A_name_that_this_engine_s_WASI_lacks_is_refused_before_it_runs()
    {
        var writer = new ModuleWriter();
        _ = writer.Import(Wasi, "no_such_function", [], []);
        _ = writer.Function("_start", [], []);

        Assert.Equal(
            "program imports what nothing provides: wasi_snapshot_preview1.no_such_function: function () -> ()",
            Refusal(RequestOf(writer))
        );
    }

    [Theory]
    [MemberData(nameof(EnginesAtHand.Names), MemberType = typeof(EnginesAtHand))]
    public void It_may_read_its_own_folder_and_not_change_it(string engine)
    {
        var readable = RequestOf(Opened("here.txt", flags: 0, rights: 1 << 1));
        File.WriteAllText(Beside(readable, "here.txt"), "");
        using (var target = Target(readable, ModuleMemory.memory32, engine))
        {
            Assert.Equal("0", target.Answer.Results);
        }

        var created = RequestOf(Opened("new.txt", flags: 1, rights: 1 << 6));
        using (Target(created, ModuleMemory.memory32, engine)) { }

        var made = Beside(created, "new.txt");
        Assert.False(File.Exists(made));
        using (
            Target(
                created with
                {
                    Folders = [GuestFolder.Parse($"{Path.GetDirectoryName(made)}::.:rw")],
                },
                ModuleMemory.memory32,
                engine
            )
        ) { }

        Assert.True(File.Exists(made));
    }

    // Reads standard input once and writes it.
    private static ModuleWriter Echo()
    {
        var writer = new ModuleWriter();
        var read = writer.Import(Wasi, "fd_read", [I32, I32, I32, I32], [I32]);
        var write = writer.Import(Wasi, "fd_write", [I32, I32, I32, I32], [I32]);
        writer.Memory(is64: false, pages: 1, maximum: 1);
        writer.Data(Vector, [.. Word(Buffer), .. Word(Room)]);
        // What was read is what is written: the count goes into the vector.
        _ = writer.Function(
            "_start",
            [],
            [],
            [
                .. Arguments(0, Vector, 1, Vector + 4),
                .. Call(read),
                Drop,
                .. Arguments(1, Vector, 1, Result),
                .. Call(write),
                Drop,
            ]
        );
        return writer;
    }

    private static ModuleWriter Timed(bool starts, bool ends)
    {
        var writer = new ModuleWriter();
        var start = writer.Import("bench", "start", [], []);
        var end = writer.Import("bench", "end", [], []);
        writer.Memory(is64: false, pages: 1, maximum: 1);
        _ = writer.Function(
            "_start",
            [],
            [],
            [.. starts ? Call(start) : [], .. ends ? Call(end) : []]
        );
        return writer;
    }

    // Opens a file of the first folder, and returns the error number.
    private static ModuleWriter Opened(string name, int flags, long rights)
    {
        var path = Encoding.UTF8.GetBytes(name);
        var writer = new ModuleWriter();
        var open = writer.Import(
            Wasi,
            "path_open",
            [I32, I32, I32, I32, I32, I64, I64, I32, I32],
            [I32]
        );
        writer.Memory(is64: false, pages: 1, maximum: 1);
        writer.Data(Buffer, path);
        _ = writer.Function(
            "_start",
            [],
            [I32],
            [
                .. Arguments(3, 0, Buffer, path.Length, flags),
                .. I64Const(rights),
                .. I64Const(rights),
                .. Arguments(0, Result),
                .. Call(open),
            ]
        );
        return writer;
    }

    private const byte Drop = 0x1A;

    private static byte[] I64Const(long value) =>
        value < 0x40
            ? [I64ConstCode, (byte)value]
            : [I64ConstCode, (byte)(value | 0x80), (byte)(value >> 7)];

    private static byte[] Arguments(params int[] values) => [.. values.SelectMany(I32Const)];

    private static byte[] Word(int value) => BitConverter.GetBytes(value);

    private ModuleRequest RequestOf(ModuleWriter writer)
    {
        // A new folder each time, since a module is read once in a process.
        var path = Path.Combine(_folder.Root, Path.GetRandomFileName(), "program.wasm");
        _ = Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, writer.ToArray());
        return new() { Files = ModuleFile.Of([path]), IsFresh = true };
    }

    private static ModuleTarget Target(
        ModuleRequest request,
        ModuleMemory memory,
        string? engine = null
    ) =>
        new(
            ModuleSide.Of(request.Files[0], request),
            memory,
            request,
            EngineConfiguration.Default,
            engine is null ? EnginesAtHand.Default : EnginesAtHand.Load(engine)
        );

    private static string Refusal(ModuleRequest request) =>
        Assert
            .Throws<MeasurementException>(() => Target(request, ModuleMemory.memory32).Dispose())
            .Message;

    private static string Beside(ModuleRequest request, string name) =>
        Path.Combine(Path.GetDirectoryName(request.Files[0].Path)!, name);

    private string In(string name) => Path.Combine(_folder.Root, name);
}
