using System.Runtime.CompilerServices;
using Memory64.Bench.Guests;
using Memory64.Bench.Guests.Proofs;
using Memory64.Wasmtime;
using Xunit;

namespace Memory64.Bench.Tests.Wasmtime;

/// <summary>A function of the host that a guest calls, on every engine at hand.</summary>
public sealed class HostFunctionTests
{
    private const ulong Source = 0xFEDC_BA98_7654_3210;
    private const ulong Target = 128;
    private const ulong Bytes = 1024;

    public static MatrixTheoryData<string, string> Guests { get; } =
        new(EnginesAtHand.Names.Select(row => row.Data), ["bridge-m64", "bridge-m32"]);

    [Theory]
    [MemberData(nameof(Guests))]
    public void It_is_called_with_the_guests_arguments_and_answers(string name, string guest)
    {
        using var engine = new Engine(EnginesAtHand.Load(name));
        var calls = new List<(ulong, ulong, ulong)>();
        using var instance = Instantiate(
            engine,
            guest,
            (source, target, bytes) =>
            {
                calls.Add((source, target, bytes));
                return bytes;
            }
        );
        var bridge = instance.Function("bridge8");

        Assert.Equal(0UL, bridge.Call(Source, Target, Bytes));
        Assert.Equal(0UL, bridge.Call(ulong.MaxValue, 0, 0));

        Assert.Equal([(Source, Target, Bytes), (ulong.MaxValue, 0, 0)], calls);
    }

    [Theory]
    [MemberData(nameof(Guests))]
    public void It_may_write_the_memory_of_the_guest_that_called(string name, string guest)
    {
        using var engine = new Engine(EnginesAtHand.Load(name));
        GuestInstance? instance = null;
        using var created = Instantiate(
            engine,
            guest,
            (source, target, bytes) =>
            {
                instance!.Memory.Write(target + bytes - sizeof(ulong), source);
                return bytes;
            }
        );
        instance = created;
        foreach (var width in (int[])[8, 16])
        {
            var bridge = instance.Function($"bridge{width}");
            Assert.Equal(Source, bridge.Call(Source, Target, Bytes));
            Assert.Equal(1UL, bridge.Call(1, Target, Bytes));
        }
    }

    [Theory]
    [MemberData(nameof(Guests))]
    public void What_it_throws_ends_the_guest_with_that_message(string name, string guest)
    {
        using var engine = new Engine(EnginesAtHand.Load(name));
        var fails = true;
        using var instance = Instantiate(
            engine,
            guest,
            (_, _, bytes) =>
                fails ? throw new InvalidOperationException("no such block: Größe 0") : bytes
        );
        var bridge = instance.Function("bridge8");

        for (var i = 0; i < 3; i++)
        {
            var exception = Assert.ThrowsAny<WasmtimeException>(() =>
                bridge.Call(Source, Target, Bytes)
            );
            Assert.Contains("no such block: Größe 0", exception.Message, StringComparison.Ordinal);
        }

        // It doesn't spoil the instance.
        fails = false;
        Assert.Equal(0UL, bridge.Call(Source, Target, Bytes));
    }

    [Theory]
    [MemberData(nameof(Guests))]
    public void A_trap_after_it_is_the_guests_own(string name, string guest)
    {
        using var engine = new Engine(EnginesAtHand.Load(name));
        using var instance = Instantiate(engine, guest, (_, _, bytes) => bytes - 1);
        var trap = Assert.Throws<TrapException>(() =>
            instance.Function("bridge16").Call(Source, Target, Bytes)
        );
        Assert.Equal(TrapCode.UnreachableCodeReached, trap.Code);
    }

    [Theory]
    [MemberData(nameof(Guests))]
    public void A_guest_that_imports_it_has_a_memory_like_others(string name, string guest)
    {
        using var engine = new Engine(EnginesAtHand.Load(name));
        using var instance = Instantiate(engine, guest, (_, _, bytes) => bytes);
        var is64 = guest == "bridge-m64";
        MemoryAssertion.Check(
            instance,
            new(ByteSize.GiB(is64 ? 8UL : 4).Pages, ByteSize.GiB(is64 ? 16UL : 4).Pages, is64)
        );
    }

    [Fact]
    public void A_missing_or_another_import_is_refused()
    {
        using var engine = new Engine(EnginesAtHand.Default);
        using var bridge = new Module(engine, Guest.Named("bridge-m32").Wasm.Span);
        using var stream = new Module(engine, Guest.Named("stream-m32").Wasm.Span);
        Assert.Throws<WasmtimeException>(() => new GuestInstance(engine, bridge));
        Assert.Throws<WasmtimeException>(() =>
            new GuestInstance(engine, stream, (_, _, bytes) => bytes)
        );
        using var imported = new Module(engine, Guest.Named("imported-m32").Wasm.Span);
        Assert.Throws<WasmtimeException>(() =>
            new GuestInstance(engine, imported, (_, _, bytes) => bytes)
        );
    }

    [Fact]
    public void It_lives_as_long_as_its_store_and_no_longer()
    {
        using var engine = new Engine(EnginesAtHand.Default);
        using var store = new Store(engine);
        var body = CreateIn(store);
        Collect();
        Assert.True(body.IsAlive);

        store.Dispose();
        Collect();
        Assert.False(body.IsAlive);
        Assert.Throws<ObjectDisposedException>(() => new HostFunction(store, (_, _, _) => 0));
    }

    // A method of its own, so that no local of the test keeps the body alive.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference CreateIn(Store store)
    {
        var captured = new object();
        _ = new HostFunction(store, (_, _, _) => (ulong)captured.GetHashCode());
        return new(captured);
    }

    private static void Collect()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
    }

    private static GuestInstance Instantiate(
        Engine engine,
        string guest,
        Func<ulong, ulong, ulong, ulong> import
    )
    {
        using var module = new Module(engine, Guest.Named(guest).Wasm.Span);
        return new(engine, module, import);
    }
}
