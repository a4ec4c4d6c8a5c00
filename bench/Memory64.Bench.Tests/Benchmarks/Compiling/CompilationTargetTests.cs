using Memory64.Bench.Benchmarks.Compiling;
using Memory64.Bench.Benchmarks.Shared;
using Memory64.Bench.Guests;
using Memory64.Bench.Guests.Proofs;
using Memory64.Bench.Tests.Wasmtime;
using Memory64.Wasmtime;
using Xunit;

namespace Memory64.Bench.Tests.Benchmarks.Compiling;

public sealed class CompilationTargetTests
{
    [Theory]
    [MemberData(nameof(EnginesAtHand.Names), MemberType = typeof(EnginesAtHand))]
    public void Compiles_and_loads_what_passes_the_assertion(string name)
    {
        var library = EnginesAtHand.Load(name);
        foreach (var memory in (MemoryKind[])[MemoryKind.memory64, MemoryKind.memory32])
        {
            using var target = Target(memory, memory, library);

            target.Compile();
            target.Deserialize();
            target.CheckCompiled();
            target.CheckLoaded();
        }
    }

    [Fact]
    public void Checks_of_64_bit_addresses_are_code()
    {
        using var memory64 = Target(
            MemoryKind.memory64,
            MemoryKind.memory64,
            EnginesAtHand.Default
        );
        using var memory32 = Target(
            MemoryKind.memory32,
            MemoryKind.memory32,
            EnginesAtHand.Default
        );

        Assert.InRange(memory32.CodeBytes, 1_000UL, 100_000UL);
        Assert.True(memory64.CodeBytes > memory32.CodeBytes);
    }

    [Fact]
    public void A_guest_with_another_memory_is_refused() =>
        Assert.Throws<AssertionException>(() =>
            Target(MemoryKind.memory64, MemoryKind.memory32, EnginesAtHand.Default)
        );

    [Fact]
    public void A_form_without_code_is_refused() =>
        Assert.Throws<InvalidDataException>(() => MachineCode.BytesOf(new byte[0x40]));

    private static CompilationTarget Target(
        MemoryKind guest,
        MemoryKind type,
        WasmtimeLibrary library
    ) =>
        new(
            CompilationCases.GuestOf(guest, Source.access),
            KernelMemory.TypeOf(type),
            CompilationCases.SettingsOf(Threads.one),
            library
        );
}
