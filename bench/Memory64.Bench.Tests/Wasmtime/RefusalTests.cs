using System.Runtime.InteropServices;
using Memory64.Bench.Guests;
using Memory64.Wasmtime;
using Xunit;

namespace Memory64.Bench.Tests.Wasmtime;

/// <summary>What is refused, and in which words.</summary>
public sealed class RefusalTests
{
    [Theory]
    [MemberData(nameof(EnginesAtHand.Names), MemberType = typeof(EnginesAtHand))]
    public void Bytes_that_are_no_module_are_refused_in_Wasmtimes_words(string name)
    {
        using var engine = new Engine(EnginesAtHand.Load(name));
        var noMagic = Assert.Throws<WasmtimeException>(() =>
            new Module(engine, "no module at all"u8)
        );
        Assert.Contains("magic", noMagic.Message, StringComparison.Ordinal);

        Assert.Throws<WasmtimeException>(() => new Module(engine, []));

        var wasm = Guest.Named("access-m64").Wasm;
        var cut = Assert.Throws<WasmtimeException>(() => new Module(engine, wasm.Span[..^1]));
        Assert.Contains("unexpected end", cut.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_import_is_refused()
    {
        using var engine = new Engine(EnginesAtHand.Default);
        using var module = new Module(engine, Guest.Named("imported-m64").Wasm.Span);
        using var store = new Store(engine);
        var exception = Assert.Throws<WasmtimeException>(() => new Instance(store, module));
        Assert.Contains("expected 1 imports, found 0", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(EnginesAtHand.Names), MemberType = typeof(EnginesAtHand))]
    public void A_memory_type_that_contradicts_itself_is_refused(string name)
    {
        using var engine = new Engine(EnginesAtHand.Load(name));
        using var store = new Store(engine);
        Assert.Throws<WasmtimeException>(() =>
            new Memory(store, new MemoryType(Minimum: 2, Maximum: 1, Is64: true))
        );
        Assert.Throws<WasmtimeException>(() =>
            new Memory(store, new MemoryType(ByteSize.GiB(8).Pages, null, Is64: false))
        );
        Assert.Throws<WasmtimeException>(() =>
            new Memory(store, new MemoryType(1, ByteSize.GiB(8).Pages, Is64: false))
        );
        Assert.Throws<WasmtimeException>(() =>
            new Memory(store, new MemoryType(1UL << 48, 1UL << 48, Is64: true))
        );
        _ = new Memory(store, new MemoryType(1, 1UL << 48, Is64: true));
        _ = new Memory(store, new MemoryType(1, null, Is64: false));
    }

    [Theory]
    [MemberData(nameof(EnginesAtHand.Names), MemberType = typeof(EnginesAtHand))]
    public void A_memory_larger_than_the_address_space_is_refused(string name)
    {
        using var engine = new Engine(EnginesAtHand.Load(name));
        using var store = new Store(engine);
        Assert.Throws<WasmtimeException>(() =>
            new Memory(store, new MemoryType(1UL << 40, 1UL << 41, Is64: true))
        );
    }

    [Fact]
    public void A_wrong_number_of_arguments_is_refused()
    {
        using var engine = new Engine(EnginesAtHand.Default);
        using var module = new Module(engine, Guest.Named("instantiation-m64-64KiB").Wasm.Span);
        using var guest = new GuestInstance(engine, module);
        foreach (
            var (call, words) in ((Action, string)[])
                [
                    (() => guest.Probe.Load8.Call(), "load8 takes 1 arguments, not 0"),
                    (() => guest.Probe.Load8.Call(0, 0), "load8 takes 1 arguments, not 2"),
                    (() => guest.Probe.Pages.Call(0), "pages takes 0 arguments, not 1"),
                    (() => guest.Probe.Store8.Call(0, 0, 0), "store8 takes 2 arguments, not 3"),
                ]
        )
        {
            var exception = Assert.Throws<ArgumentException>(call);
            Assert.StartsWith(words, exception.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(new[] { TestModule.I32 }, new byte[0], "a parameter or result that is no i64")]
    [InlineData(new byte[0], new[] { TestModule.I32 }, "a parameter or result that is no i64")]
    [InlineData(
        new byte[0],
        new[] { TestModule.I64, TestModule.I64 },
        "returns 2 values; at most one can be read"
    )]
    public void A_function_of_another_signature_is_refused(
        byte[] parameters,
        byte[] results,
        string words
    )
    {
        using var engine = new Engine(EnginesAtHand.Default);
        using var module = new Module(engine, TestModule.Trapping("odd", parameters, results));
        using var store = new Store(engine);
        var instance = new Instance(store, module);
        var exception = Assert.Throws<WasmtimeException>(() => instance.GetFunction("odd"));
        Assert.Contains("the guest's odd", exception.Message, StringComparison.Ordinal);
        Assert.Contains(words, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_beyond_ASCII_is_found()
    {
        using var engine = new Engine(EnginesAtHand.Default);
        using var module = new Module(engine, TestModule.Trapping("größe", [], [TestModule.I64]));
        using var store = new Store(engine);
        var function = new Instance(store, module).GetFunction("größe");
        var trap = Assert.Throws<TrapException>(() => function.Call());
        Assert.Equal(TrapCode.UnreachableCodeReached, trap.Code);
    }

    [Fact]
    public void Host_accesses_outside_name_the_address()
    {
        using var engine = new Engine(EnginesAtHand.Default);
        using var module = new Module(engine, Guest.Named("instantiation-m64-8GiB").Wasm.Span);
        using var guest = new GuestInstance(engine, module);
        var memory = guest.Memory;
        foreach (
            var (access, address) in ((Action, string)[])
                [
                    (() => memory.Read<byte>(0x200000000), "0x200000000"),
                    (() => memory.Read<ulong>(0x1FFFFFFF9), "0x1FFFFFFF9"),
                    (() => memory.Write(0x1FFFFFFFF, (ushort)1), "0x1FFFFFFFF"),
                    (() => memory.Write(ulong.MaxValue, (byte)1), "0xFFFFFFFFFFFFFFFF"),
                    (() => memory.Read<ulong>(ulong.MaxValue - 3), "0xFFFFFFFFFFFFFFFC"),
                    (() => memory.Read<UInt128>(ulong.MaxValue - 7), "0xFFFFFFFFFFFFFFF8"),
                ]
        )
        {
            var exception = Assert.Throws<ArgumentOutOfRangeException>(access);
            Assert.Equal("address", exception.ParamName);
            Assert.Contains($"at {address} ", exception.Message, StringComparison.Ordinal);
            Assert.Contains("8589934592 bytes", exception.Message, StringComparison.Ordinal);
        }

        memory.Write(0x1FFFFFFF8, 1UL);
        Assert.Equal(1UL, memory.Read<ulong>(0x1FFFFFFF8));
    }

    [Fact]
    public void What_is_disposed_is_not_used()
    {
        var engine = new Engine(EnginesAtHand.Default);
        var module = new Module(engine, Guest.Named("instantiation-m64-64KiB").Wasm.Span);
        var store = new Store(engine);
        var instance = new Instance(store, module);
        var memory = instance.GetMemory("memory");
        var function = instance.GetFunction("load8");
        Assert.Equal(0UL, function.Call(0));

        module.Dispose();
        Assert.Throws<ObjectDisposedException>(() => new Instance(store, module));
        Assert.Throws<ObjectDisposedException>(() => module.Serialize());
        Assert.Equal(0UL, function.Call(0));

        store.Dispose();
        Assert.Throws<ObjectDisposedException>(() => function.Call(0));
        Assert.Throws<ObjectDisposedException>(() => memory.Read<byte>(0));
        Assert.Throws<ObjectDisposedException>(() => memory.Write(0, 1));
        Assert.Throws<ObjectDisposedException>(() => memory.ByteLength);
        Assert.Throws<ObjectDisposedException>(() => memory.Grow(1));
        Assert.Throws<ObjectDisposedException>(() => instance.GetFunction("load8"));

        engine.Dispose();
        Assert.Throws<ObjectDisposedException>(() => new Store(engine));
        Assert.Throws<ObjectDisposedException>(() => new Module(engine, []));

        var config = new Config(EnginesAtHand.Default);
        config.Dispose();
        Assert.Throws<ObjectDisposedException>(() => config.MemoryGuardSize(0));
        Assert.Throws<ObjectDisposedException>(() => new Engine(config));

        // Once more does no harm.
        store.Dispose();
        module.Dispose();
        engine.Dispose();
        config.Dispose();
    }

    [Fact]
    public void A_file_that_is_no_library_is_refused()
    {
        using var folder = new TemporaryFolder();
        var text = folder.Write("libwasmtime.so", "no library at all"u8.ToArray());
        foreach (var path in (string[])[text, folder.At("missing.so")])
        {
            var exception = Assert.Throws<WasmtimeException>(() => WasmtimeLibrary.Load(path));
            Assert.StartsWith(
                $"{path} can't be loaded",
                exception.Message,
                StringComparison.Ordinal
            );
        }
    }

    [Fact]
    public void A_library_that_is_no_Wasmtime_is_refused_with_the_symbol_that_it_lacks()
    {
        var name =
            OperatingSystem.IsWindows() ? "clrjit.dll"
            : OperatingSystem.IsMacOS() ? "libSystem.Native.dylib"
            : "libSystem.Native.so";
        var path = Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), name);
        var exception = Assert.Throws<WasmtimeException>(() => WasmtimeLibrary.Load(path));
        Assert.Equal(
            $"{path} exports no wasm_config_new: it is not Wasmtime 24 or later",
            exception.Message
        );
    }
}
