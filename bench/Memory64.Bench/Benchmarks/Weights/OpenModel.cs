using System.Collections.Concurrent;
using Memory64.Bench.Harness.Machines;
using Memory64.Models.Gguf;
using Memory64.Models.Llama;
using Memory64.Models.Shapes;
using Memory64.Models.Synthesis;
using Microsoft.Win32.SafeHandles;

namespace Memory64.Bench.Benchmarks.Weights;

/// <summary>
/// A model's file, written and opened once in a process: both sides of a duel have the same one, and where they map it, the same pages.
/// </summary>
internal sealed unsafe class OpenModel : IDisposable
{
    // What the values are is of no matter; that all processes have the same ones is.
    private const ulong Seed = 64;

    private static readonly ConcurrentDictionary<string, OpenModel> Opened = new(
        StringComparer.Ordinal
    );

    private readonly ModelFile _file;
    private readonly FileMapping? _mapping;

    /// <summary>Opens a file, which is gone when this is disposed.</summary>
    public OpenModel(ModelFile file)
    {
        _file = file;
        Model = LlamaModel.Of(GgufFile.Read(_file.Path));
        Handle = File.OpenHandle(_file.Path, share: FileShare.ReadWrite | FileShare.Delete);
        _mapping = FileMapping.IsSupported ? new FileMapping(Handle, _file.Bytes) : null;
    }

    /// <summary>What the file holds.</summary>
    public LlamaModel Model { get; }

    /// <summary>The file, opened for reading.</summary>
    public SafeFileHandle Handle { get; }

    /// <summary>Its size.</summary>
    public ulong Bytes => _file.Bytes;

    /// <summary>The model of that name; the first call writes its file.</summary>
    public static OpenModel Named(string name) =>
        Opened.GetOrAdd(name, each => new OpenModel(SyntheticModel.Write(ShapeOf(each), Seed)));

    /// <summary>The shape of that name.</summary>
    public static ModelShape ShapeOf(string name) =>
        ModelShapes.All.Single(shape => shape.Name == name);

    /// <summary>Where the file's first byte lies, for whom it is mapped.</summary>
    public byte* Data =>
        _mapping is null
            ? throw new PlatformNotSupportedException("files aren't mapped on this system")
            : _mapping.Data;

    /// <summary>Puts the file into memory: mapped over it where the system can, else copied.</summary>
    /// <param name="at">A multiple of 64 KiB in memory of the process.</param>
    public void Place(byte* at)
    {
        if (FileMapping.IsSupported)
        {
            FileMapping.Over(at, Handle, Bytes);
        }
        else
        {
            CopyTo(at);
        }
    }

    /// <summary>Reads the whole file into memory.</summary>
    public void CopyTo(byte* at)
    {
        for (var offset = 0UL; offset < Bytes; )
        {
            var part = (int)Math.Min(Bytes - offset, 1UL << 30);
            var read = RandomAccess.Read(Handle, new Span<byte>(at + offset, part), (long)offset);
            offset +=
                read > 0
                    ? (ulong)read
                    : throw new IOException($"{_file.Path} ended at byte {offset} of {Bytes}");
        }
    }

    /// <summary>A word of the file.</summary>
    public ulong Word(ulong offset)
    {
        Span<byte> word = stackalloc byte[sizeof(ulong)];
        return RandomAccess.Read(Handle, word, (long)offset) == word.Length
            ? BitConverter.ToUInt64(word)
            : throw new IOException($"{_file.Path} ends before byte {offset + sizeof(ulong)}");
    }

    /// <summary>The sum of a byte every <paramref name="step"/> bytes.</summary>
    public ulong Sum(ulong step)
    {
        var data = Data;
        var sum = 0UL;
        for (var at = 0UL; at < Bytes; at += step)
        {
            sum += data[at];
        }

        return sum;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _mapping?.Dispose();
        Handle.Dispose();
        _file.Dispose();
    }
}
