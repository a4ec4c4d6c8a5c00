using System.Security.Cryptography;
using System.Text.Json;
using Memory64.Bench.Guests;
using Memory64.Bench.Harness;
using Memory64.Bench.Tests.Wasmtime;
using Memory64.Wasmtime;
using Xunit;

namespace Memory64.Bench.Tests.Guests;

/// <summary>The embedded modules against the committed files and the list of what they should be.</summary>
public sealed class GuestTests
{
    private const string Extension = ".wasm";

    private static readonly string Folder = Path.Combine(Repository.Root, "guest");

    public static TheoryData<string, int, ulong, ulong, bool, int> Listed
    {
        get
        {
            var data = new TheoryData<string, int, ulong, ulong, bool, int>();
            using var list = JsonDocument.Parse(
                File.ReadAllText(Path.Combine(Folder, "guests.json"))
            );
            foreach (var guest in list.RootElement.EnumerateArray())
            {
                data.Add(
                    guest.GetProperty("name").GetString()!,
                    guest.GetProperty("indexType").GetInt32(),
                    guest.GetProperty("initialBytes").GetUInt64(),
                    // A memory32 without a maximum can't grow beyond its addresses.
                    guest.TryGetProperty("maximumBytes", out var maximum)
                        ? maximum.GetUInt64()
                        : ByteSize.FourGiB.Bytes,
                    guest.GetProperty("importedMemory").GetBoolean(),
                    guest.TryGetProperty("joins", out var parts) ? parts.GetArrayLength() : 1
                );
            }

            return data;
        }
    }

    [Fact]
    public void Listed_committed_and_embedded_guests_are_the_same()
    {
        var listed = Listed.Select(row => row.Data.Item1).Order(StringComparer.Ordinal).ToArray();
        var committed = Directory
            .GetFiles(Path.Combine(Folder, "wasm"))
            .Select(Path.GetFileNameWithoutExtension);
        var embedded = typeof(Guest)
            .Assembly.GetManifestResourceNames()
            .Where(name => name.EndsWith(Extension, StringComparison.Ordinal))
            .Select(name => name[..^Extension.Length]);
        Assert.NotEmpty(listed);
        Assert.Equal(listed, committed.Order(StringComparer.Ordinal));
        Assert.Equal(listed, embedded.Order(StringComparer.Ordinal));
    }

    // That it says the same of each, `npm run check` knows.
    [Fact]
    public void The_table_of_the_readme_has_the_listed_guests_in_their_order() =>
        Assert.Equal(
            Listed.Select(row => $"| `{row.Data.Item1}` |"),
            File.ReadLines(Path.Combine(Folder, "README.md"))
                .SkipWhile(line => !line.StartsWith("<!-- guests:", StringComparison.Ordinal))
                .TakeWhile(line => line != "<!-- end of guests -->")
                .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
                .Select(line => line[..(line.IndexOf('|', 1) + 1)])
        );

    [Theory]
    [MemberData(nameof(Listed))]
    public void An_embedded_guest_is_the_committed_file_and_has_the_memory_that_is_listed(
        string name,
        int indexType,
        ulong initialBytes,
        ulong maximumBytes,
        bool importedMemory,
        int memories
    )
    {
        var guest = Guest.Named(name);
        var file = File.ReadAllBytes(Path.Combine(Folder, "wasm", name + Extension));
        Assert.Equal(name, guest.Name);
        Assert.Equal(file, guest.Wasm.ToArray());
        Assert.Equal(Convert.ToHexString(SHA256.HashData(file)).ToLowerInvariant(), guest.Sha256);
        Assert.Same(guest, Guest.Named(name));

        var initial = new ByteSize(initialBytes);
        var maximum = new ByteSize(maximumBytes);
        var type = new MemoryType(initial.Pages, maximum.Pages, Is64: indexType == 64);
        using var engine = new Engine(EnginesAtHand.Default);
        using var module = new Module(engine, guest.Wasm.Span);
        using var instance =
            importedMemory ? new GuestInstance(engine, module, type)
            : name.Contains("bridge", StringComparison.Ordinal)
                ? new GuestInstance(engine, module, (_, _, bytes) => bytes)
            : new GuestInstance(engine, module);
        Assert.Equal(
            initialBytes * (ulong)memories,
            importedMemory ? initialBytes : guest.InitialBytes
        );
        var tooMuch = maximum.Pages - initial.Pages + 1;
        Assert.All(
            instance.Memories(memories),
            each => Assert.Equal(initialBytes, each.Memory.ByteLength)
        );

        // A faulty guest may say of itself what isn't so.
        Assert.Throws<WasmtimeException>(() => instance.Memory.Grow(tooMuch));
        Assert.All(
            instance.Memories(memories).Skip(1),
            each => Assert.Equal(GuestProbe.None, each.Probe.Grow.Call(tooMuch))
        );
    }

    [Theory]
    [InlineData("imported-m64", true)]
    [InlineData("imported-m32", false)]
    public void An_imported_memory_must_have_the_guests_index_type(string name, bool is64)
    {
        using var engine = new Engine(EnginesAtHand.Default);
        using var module = new Module(engine, Guest.Named(name).Wasm.Span);
        MemoryType Type(bool wide) => new(1, ByteSize.FourGiB.Pages, wide);
        Assert.Throws<WasmtimeException>(() => new GuestInstance(engine, module, Type(!is64)));
        using var guest = new GuestInstance(engine, module, Type(is64));
        Assert.Equal(1UL, guest.Probe.Pages.Call());
    }

    [Fact]
    public void A_guest_that_is_not_there_is_named()
    {
        var exception = Assert.Throws<ArgumentException>(() => Guest.Named("access-m128"));
        Assert.Contains("access-m128", exception.Message, StringComparison.Ordinal);
    }
}
