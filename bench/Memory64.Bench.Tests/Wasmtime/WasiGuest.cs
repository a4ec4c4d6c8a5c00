using System.Text;
using Memory64.Wasmtime;
using static Memory64.Bench.Tests.Wasmtime.ModuleWriter;

namespace Memory64.Bench.Tests.Wasmtime;

/// <summary>
/// A guest whose exports hand on to WASI's functions of the same names, and whose memory the test reads and writes: the test is the
/// program (WASI preview 1, "wasi_snapshot_preview1").
/// </summary>
internal sealed class WasiGuest : IDisposable
{
    internal const string ModuleName = "wasi_snapshot_preview1";
    internal const int Success = 0;
    internal const int BadDescriptor = 8;

    /// <summary>The first directory's descriptor.</summary>
    internal const int FirstDirectory = 3;

    private const int Create = 1;
    private const int ReadRight = 1 << 1;
    private const int WriteRight = 1 << 6;

    // Where the test keeps a vector of one buffer, a result, and text.
    private const uint Vector = 16;
    private const uint Result = 32;
    private const uint Buffer = 1024;
    private const int BufferBytes = 4096;

    private static readonly (string Name, byte[] Parameters, byte[] Results)[] Functions =
    [
        ("args_sizes_get", [I32, I32], [I32]),
        ("args_get", [I32, I32], [I32]),
        ("environ_sizes_get", [I32, I32], [I32]),
        ("environ_get", [I32, I32], [I32]),
        ("fd_read", [I32, I32, I32, I32], [I32]),
        ("fd_write", [I32, I32, I32, I32], [I32]),
        ("fd_close", [I32], [I32]),
        ("path_open", [I32, I32, I32, I32, I32, I64, I64, I32, I32], [I32]),
        ("random_get", [I32, I32], [I32]),
        ("clock_time_get", [I32, I64, I32], [I32]),
        ("proc_exit", [I32], []),
    ];

    private readonly Module _module;
    private readonly Store _store;
    private readonly Instance _instance;

    internal WasiGuest(Engine engine, Linker linker, WasiConfiguration configuration, bool is64)
    {
        _module = new Module(engine, Write(is64));
        _store = new Store(engine);
        try
        {
            _store.SetWasi(configuration);
            _instance = linker.Instantiate(_store, _module);
            Memory = _instance.GetMemory("memory");
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    internal Memory Memory { get; }

    /// <summary>Calls a function of WASI and returns its error number.</summary>
    internal int Call(string name, params ReadOnlySpan<Value> arguments) =>
        _instance.GetValueFunction(name).Call(arguments)[0].ToInt32();

    internal void Exit(int status) =>
        _instance.GetValueFunction("proc_exit").Call(Value.FromInt32(status));

    /// <summary>The texts that a pair of functions such as <c>args_sizes_get</c> and <c>args_get</c> tells.</summary>
    internal string[] Texts(string name)
    {
        Require(Call($"{name}_sizes_get", At(Vector), At(Result)));
        var (count, bytes) = (Memory.Read<int>(Vector), Memory.Read<int>(Result));
        Require(Call($"{name}_get", At(Buffer), At(Buffer + BufferBytes)));
        var text = Encoding.UTF8.GetString(Copy(Buffer + BufferBytes, bytes));
        var texts = text.Split('\0')[..^1];
        return texts.Length == count ? texts : throw new InvalidOperationException(text);
    }

    internal void Write(int descriptor, string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        Put(utf8);
        SetVector(utf8.Length);
        Require(
            Call(
                "fd_write",
                Value.FromInt32(descriptor),
                At(Vector),
                Value.FromInt32(1),
                At(Result)
            )
        );
        Require(Memory.Read<int>(Result) - utf8.Length);
    }

    internal string Read(int descriptor)
    {
        SetVector(BufferBytes);
        Require(
            Call("fd_read", Value.FromInt32(descriptor), At(Vector), Value.FromInt32(1), At(Result))
        );
        return Encoding.UTF8.GetString(Copy(Buffer, Memory.Read<int>(Result)));
    }

    /// <summary>Opens a file of a directory to read it; the error number, and the file's descriptor.</summary>
    internal (int Error, int Descriptor) Open(int directory, string path) =>
        Open(directory, path, 0, ReadRight);

    /// <summary>Opens or creates a file of a directory to write it; the error number, and the file's descriptor.</summary>
    internal (int Error, int Descriptor) Change(int directory, string path) =>
        Open(directory, path, Create, WriteRight);

    internal byte[] Random(int bytes)
    {
        Require(Call("random_get", At(Buffer), Value.FromInt32(bytes)));
        return Copy(Buffer, bytes);
    }

    internal ulong Time(int clock)
    {
        Require(Call("clock_time_get", Value.FromInt32(clock), Value.FromInt64(1), At(Result)));
        return Memory.Read<ulong>(Result);
    }

    public void Dispose()
    {
        _store.Dispose();
        _module.Dispose();
    }

    private (int Error, int Descriptor) Open(int directory, string path, int flags, long rights)
    {
        var utf8 = Encoding.UTF8.GetBytes(path);
        Put(utf8);
        var error = Call(
            "path_open",
            Value.FromInt32(directory),
            Value.FromInt32(0),
            At(Buffer),
            Value.FromInt32(utf8.Length),
            Value.FromInt32(flags),
            Value.FromInt64(rights),
            Value.FromInt64(rights),
            Value.FromInt32(0),
            At(Result)
        );
        return (error, Memory.Read<int>(Result));
    }

    private static byte[] Write(bool is64)
    {
        var writer = new ModuleWriter();
        foreach (var (name, parameters, results) in Functions)
        {
            writer.Import(ModuleName, name, parameters, results);
        }

        writer.Memory(is64, pages: 1, maximum: 1);
        for (var i = 0; i < Functions.Length; i++)
        {
            writer.Forward(Functions[i].Name, i, Functions[i].Parameters, Functions[i].Results);
        }

        return writer.ToArray();
    }

    private static Value At(uint address) => Value.FromInt32((int)address);

    private static void Require(int error)
    {
        if (error != Success)
        {
            throw new InvalidOperationException($"WASI refused it with error {error}");
        }
    }

    private void SetVector(int bytes)
    {
        Memory.Write(Vector, Buffer);
        Memory.Write(Vector + sizeof(uint), bytes);
    }

    private unsafe void Put(byte[] bytes) =>
        bytes.CopyTo(new Span<byte>(Memory.Locate(Buffer, (ulong)bytes.Length), bytes.Length));

    private unsafe byte[] Copy(uint address, int bytes) =>
        new ReadOnlySpan<byte>(Memory.Locate(address, (ulong)bytes), bytes).ToArray();
}
