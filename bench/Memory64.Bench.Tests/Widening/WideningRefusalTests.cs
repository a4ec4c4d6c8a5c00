using CsCheck;
using Memory64.Bench.Guests;
using Memory64.Widening;
using Memory64.Widening.Rewriting;
using Xunit;

namespace Memory64.Bench.Tests.Widening;

/// <summary>What can't be widened is refused in one line, whatever it is.</summary>
public sealed class WideningRefusalTests
{
    private static readonly byte[] Header = [.. "\0asm"u8, 1, 0, 0, 0];

    public static TheoryData<string, byte[]> Refused =>
        new()
        {
            { "is truncated, at byte 0", [] },
            { "is no WebAssembly module: it doesn't begin with \\0asm", [.. "not wasm"u8] },
            { "is a component; only core modules can be widened", [.. "\0asm"u8, 13, 0, 1, 0] },
            { "is of version 2 of the binary format; 1 is known", [.. "\0asm"u8, 2, 0, 0, 0] },
            { "has no memory, so there is nothing to widen", Header },
            { "is truncated, at byte 10", [.. Header, 5, 3, 1] },
            { "has a memory64 already, at byte 12", [.. Header, 5, 3, 1, 4, 1] },
            { "has a section of an unknown kind, 14, at byte 10", [.. Header, 14, 0] },
            {
                "has a number of more than 32 bits, at byte 14",
                [.. Header, 5, 0xFF, 0xFF, 0xFF, 0xFF, 0x1F]
            },
            {
                "has data at an address that is no constant, as position-independent code has, which can't be widened, at byte 18",
                [.. Header, 5, 3, 1, 0, 1, 11, 6, 1, 0, 0x23, 0, 0x0B, 0]
            },
            {
                "has data at an address that is computed, which can't be widened, at byte 20",
                [.. Header, 5, 3, 1, 0, 1, 11, 9, 1, 0, 0x41, 0, 0x41, 0, 0x6A, 0x0B, 0]
            },
            {
                "has an unknown instruction, 0xff, at byte 29",
                [
                    .. Header,
                    1,
                    4,
                    1,
                    0x60,
                    0,
                    0,
                    3,
                    2,
                    1,
                    0,
                    5,
                    3,
                    1,
                    0,
                    1,
                    10,
                    5,
                    1,
                    3,
                    0,
                    0xFF,
                    0x0B,
                ]
            },
        };

    [Theory]
    [MemberData(nameof(Refused))]
    public void It_says_what_and_where(string expected, byte[] module) =>
        Assert.Equal(
            expected,
            Assert.Throws<WideningException>(() => Widener.Widen(module)).Message
        );

    [Fact]
    public void A_function_without_room_for_another_local_is_refused()
    {
        var module = new WasmModule().With("f", 0x42, 0).Bytes();
        byte[] many = [1, 0xCF, 0x86, 0x03, 0x7F, 0x41, 0, 0x41, 0, 0x36, 2, 0, 0x42, 0, 0x0B];
        byte[] crowded =
        [
            .. module.Take(module.Length - 10),
            .. WasmModule.Section(10, [1, .. WasmModule.Counted(many)]),
        ];

        Assert.StartsWith(
            "has a function of 49999 locals, which leaves no room for 1 more: an engine takes 50000",
            Assert.Throws<WideningException>(() => Widener.Widen(crowded)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Whatever_is_cut_off_is_refused()
    {
        var wasm = Guest.Named("access-m32").Wasm.ToArray();
        for (var length = 0; length < wasm.Length; length++)
        {
            try
            {
                _ = Widener.Widen(wasm.AsSpan(0, length));
            }
            catch (WideningException refusal)
            {
                Assert.DoesNotContain('\n', refusal.Message);
            }
        }
    }

    [Fact]
    public void Whatever_is_changed_is_widened_or_refused()
    {
        var wasm = Guest.Named("bulk-m32").Wasm.ToArray();
        Gen.Select(Gen.Int[0, wasm.Length - 1], Gen.Byte)
            .Array[1, 4]
            .Sample(
                changes =>
                {
                    byte[] changed = [.. wasm];
                    foreach (var (at, value) in changes)
                    {
                        changed[at] = value;
                    }

                    try
                    {
                        return Widener.Widen(changed).Length > 0;
                    }
                    catch (WideningException)
                    {
                        return true;
                    }
                },
                iter: 20_000
            );
    }
}
