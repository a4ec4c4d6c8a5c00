using System.Diagnostics;
using System.Runtime.InteropServices;
using Memory64.Bench.Benchmarks.Shared;
using Memory64.Bench.Benchmarks.Weights.Sources;
using Memory64.Bench.Guests;
using Memory64.Bench.Guests.Proofs;
using Memory64.Bench.Harness.Machines.Memories;
using Memory64.Models.Tokens;

namespace Memory64.Bench.Benchmarks.Weights.Runners;

/// <summary>A guest computes, in its one memory, which has the file or fetches rows of it by a bridge.</summary>
internal sealed unsafe class GuestModel : IModelRunner
{
    private readonly OpenModel _model;
    private readonly IGuest _guest;

    /// <summary>
    /// Instantiates the guest, whose memory passes its assertions while it grows to the plan's size, and puts the file into it.
    /// </summary>
    /// <exception cref="AssertionException">The memory isn't what it should be.</exception>
    public GuestModel(OpenModel model, TokenPlan plan, Guest guest, IGuestEngine engine)
    {
        _model = model;
        _guest = engine.Open(guest, plan.IsBridged ? Fetch : null);
        Shard = new GuestShard(_guest, plan);
        Shard.Place(model);
    }

    private GuestModel(OpenModel model, IGuest guest)
    {
        _model = model;
        _guest = guest;
        var alignment = new WeightAlignment(HugePages.Bytes, (ulong)guest.Here!.Memory.Data);
        Shard = new GuestShard(guest, TokenPlan.Of(model.Model, ModelSource.Context, alignment));
        Shard.Place(model);
        var watch = new Stopwatch();
        foreach (var segment in Shard.Plan.Segments)
        {
            var data = guest.Here.Memory.Locate(segment.Address, segment.Bytes);
            watch.Start();
            HugePages.Collapse(data, segment.Bytes);
            watch.Stop();
            HugePageAdvice.CheckGiven("bytes of the file in huge pages", data, segment.Bytes);
        }

        CollapseTime = watch.Elapsed;
    }

    /// <summary>
    /// Instantiates a guest whose memory has its full size, so that it stays where it is, and maps the file into it by huge pages.
    /// </summary>
    /// <exception cref="AssertionException">The memory isn't what it should be, or the kernel hasn't given huge pages.</exception>
    public static GuestModel WithHugePages(OpenModel model, Guest guest, IGuestEngine engine) =>
        new(model, engine.Open(guest));

    /// <summary>How long it took to get huge pages; <see langword="null"/> where none are wanted.</summary>
    public TimeSpan? CollapseTime { get; }

    /// <summary>Its memory.</summary>
    public GuestShard Shard { get; }

    /// <inheritdoc/>
    public MemoryView View(ulong address, ulong bytes) => Shard.View(address, bytes);

    /// <inheritdoc/>
    public void Embed(ulong token) => Shard.Embed(token);

    /// <inheritdoc/>
    public void Layer(int index, ulong position) => Shard.Layer(index, position);

    /// <inheritdoc/>
    public MemoryView StateAfter(int layer) => Shard.State;

    /// <inheritdoc/>
    public ulong Output() => Shard.Output();

    /// <inheritdoc/>
    public void Dispose() => _guest.Dispose();

    // The import env.fetch: what it throws becomes a trap.
    private ulong Fetch(ulong source, ulong target, ulong bytes)
    {
        if (bytes > _model.Bytes || source > _model.Bytes - bytes)
        {
            throw new InvalidOperationException(
                $"{bytes} bytes at {source} don't lie inside the file's {_model.Bytes}"
            );
        }

        var to = _guest.Here!.Memory.Locate(target, bytes);
        if (FileMapping.IsSupported)
        {
            NativeMemory.Copy(_model.Data + source, to, (nuint)bytes);
        }
        else
        {
            _model.CopyTo(to, source, bytes);
        }

        return bytes;
    }
}
