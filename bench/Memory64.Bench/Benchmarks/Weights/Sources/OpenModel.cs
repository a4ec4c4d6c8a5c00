using System.Collections.Concurrent;
using Memory64.Bench.Guests;
using Memory64.Bench.Harness.Machines.Memories;
using Memory64.Bench.Harness.Measured;
using Memory64.Models.Gguf;
using Memory64.Models.Llama;
using Memory64.Models.Tokens;
using Microsoft.Win32.SafeHandles;

namespace Memory64.Bench.Benchmarks.Weights.Sources;

/// <summary>
/// A model's file, opened once in a process: both sides of a duel have the same one, and where they map it, the same pages.
/// </summary>
internal sealed unsafe class OpenModel : IDisposable
{
    private static readonly ConcurrentDictionary<(string Name, bool IsHeld), OpenModel> Opened = [];

    private readonly IDisposable? _owner;
    private readonly FileMapping? _mapping;

    /// <summary>Opens a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="sources">For each layer of the model, which of the file's it is; null where that is itself.</param>
    /// <param name="owner">What is disposed with this: a file that is there for this alone.</param>
    /// <exception cref="GgufException">Its model can't be computed.</exception>
    public OpenModel(string path, IReadOnlyList<int>? sources, IDisposable? owner)
    {
        _owner = owner;
        var model = LlamaModel.Of(GgufFile.Read(path));
        Model = sources is null ? model : model.Repeat(sources);
        Handle = File.OpenHandle(path, share: FileShare.ReadWrite | FileShare.Delete);
        _mapping = FileMapping.IsSupported ? new FileMapping(Handle, Bytes) : null;
    }

    /// <summary>What the file holds.</summary>
    public LlamaModel Model { get; }

    /// <summary>The file, opened for reading.</summary>
    public SafeFileHandle Handle { get; }

    /// <summary>Its size.</summary>
    public ulong Bytes => Model.File.Bytes;

    /// <summary>The model of a source; the first call writes its file, or finds it.</summary>
    /// <param name="source">The source.</param>
    /// <param name="inputs">Say where its file lies if the host holds it.</param>
    public static OpenModel Of(ModelSource source, Inputs inputs) =>
        Opened.GetOrAdd((source.Name, source.IsHeld), _ => source.Open(inputs));

    /// <summary>Where the file's first byte lies, for whom it is mapped.</summary>
    public byte* Data =>
        _mapping is null
            ? throw new PlatformNotSupportedException("files aren't mapped on this system")
            : _mapping.Data;

    /// <summary>Puts what a plan has of the file into its memory: mapped over it where the system can, else copied.</summary>
    /// <param name="memory">Where address 0 of the plan lies: at a page of the system, and all of the plan is accessible.</param>
    /// <param name="plan">The plan.</param>
    public void Place(byte* memory, TokenPlan plan)
    {
        foreach (var segment in plan.Segments)
        {
            if (FileMapping.IsSupported)
            {
                FileMapping.Over(memory + segment.Address, Handle, segment.Offset, segment.Bytes);
            }
            else
            {
                CopyTo(memory + segment.Address, segment.Offset, segment.Bytes);
            }
        }

        plan.WriteTo(memory, RopeFactors());
    }

    /// <summary>Has what a plan has of the file read into its memory, by the process that has that.</summary>
    /// <param name="memory">Has the plan's size.</param>
    /// <param name="plan">The plan.</param>
    public void Send(IRemoteMemory memory, TokenPlan plan)
    {
        foreach (var segment in plan.Segments)
        {
            memory.Load(Model.File.Path, segment.Offset, segment.Address, segment.Bytes);
        }

        using var own = memory.View(0, plan.OwnBytes, ViewAccess.Write);
        plan.WriteTo(own.Data, RopeFactors());
    }

    /// <summary>Reads a part of the file into memory.</summary>
    public void CopyTo(byte* at, ulong offset, ulong bytes)
    {
        for (var done = 0UL; done < bytes; )
        {
            var part = (int)Math.Min(bytes - done, 1UL << 30);
            var read = RandomAccess.Read(
                Handle,
                new Span<byte>(at + done, part),
                (long)(offset + done)
            );
            done +=
                read > 0
                    ? (ulong)read
                    : throw new IOException(
                        $"{Model.File.Path} ended at byte {offset + done} of {Bytes}"
                    );
        }
    }

    private float[] RopeFactors()
    {
        if (Model.RopeFactors is not { } placed)
        {
            return [];
        }

        var factors = new float[placed.Tensor.Columns];
        fixed (float* start = factors)
        {
            CopyTo((byte*)start, placed.Offset, placed.Tensor.Bytes);
        }

        return factors;
    }

    /// <summary>A word of the file.</summary>
    public ulong Word(ulong offset)
    {
        Span<byte> word = stackalloc byte[sizeof(ulong)];
        return RandomAccess.Read(Handle, word, (long)offset) == word.Length
            ? BitConverter.ToUInt64(word)
            : throw new IOException($"{Model.File.Path} ends before byte {offset + sizeof(ulong)}");
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
        _owner?.Dispose();
    }
}
