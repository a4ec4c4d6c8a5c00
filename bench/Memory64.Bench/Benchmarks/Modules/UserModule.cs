using System.Collections.Concurrent;
using Memory64.Bench.Guests;
using Memory64.Bench.Harness;
using Memory64.Bench.Harness.Machines.Systems;
using Memory64.Results.RunFiles.Records;
using Memory64.Wasmtime;
using Memory64.Widening;
using Memory64.Widening.Counting;
using Memory64.Widening.Outlines;
using Memory64.Widening.Rewriting;
using Memory64.Widening.Types;

namespace Memory64.Bench.Benchmarks.Modules;

/// <summary>A module of the user's: what it wants and offers, and its guests.</summary>
internal sealed class UserModule
{
    private static readonly ConcurrentDictionary<string, UserModule> Known = new(
        StringComparer.Ordinal
    );

    private readonly Lazy<(Guest? Guest, string? Refusal)> _widened;

    private UserModule(string path, string name, byte[] wasm)
    {
        (Path, Name) = (path, name);
        Outline = ModuleOutline.Read(wasm);
        Own = new(name, wasm);
        _widened = new(Widen);
        var checkout = GitCheckout.Of(path);
        Input = new()
        {
            Name = checkout?.PathOf(path) ?? System.IO.Path.GetFileName(path),
            Bytes = wasm.Length,
            Sha256 = Own.Sha256,
            Source = checkout?.Commit,
        };
    }

    /// <summary>Absolute path of its file.</summary>
    public string Path { get; }

    /// <summary>What its rows are called.</summary>
    public string Name { get; }

    /// <summary>What it wants and offers.</summary>
    public ModuleOutline Outline { get; }

    /// <summary>What run files say of it.</summary>
    public RunInput Input { get; }

    /// <summary>Whether it has a memory64 of its own.</summary>
    public bool Is64 => Own.Is64;

    /// <summary>Why it can't be widened; <see langword="null"/> where it can, or has a memory64 of its own.</summary>
    public string? NotWidened => Is64 ? null : _widened.Value.Refusal;

    /// <summary>The module as it is.</summary>
    public Guest Own { get; }

    /// <summary>It with a memory64; <see langword="null"/> where it has none and can't be widened.</summary>
    public Guest? Wide => Is64 ? Own : _widened.Value.Guest;

    /// <summary>Reads one, once for all that ask in this process.</summary>
    /// <exception cref="MeasurementException">It can't be read, or is no core module.</exception>
    public static UserModule Read(ModuleFile file) =>
        Known.GetOrAdd(file.Path, path => Read(path, file.Name));

    /// <summary>A form of it that counts its loops.</summary>
    /// <param name="guest">It, as it is or widened.</param>
    public UserModule Counting(Guest guest) =>
        new(Path, guest.Name, LoopCounter.Instrument(guest.Wasm.Span));

    /// <summary>The type of the function that it exports by a name.</summary>
    /// <exception cref="MeasurementException">It exports none; the message shows what it has.</exception>
    public FunctionType TypeOf(string export)
    {
        List<External> functions =
        [
            .. Outline.Exports.Where(item => item.Kind == ExternalKind.Function),
        ];
        return functions.FirstOrDefault(item => item.Name == export) is { } function
            ? TypeOf(function.Signature!)
            : throw new MeasurementException(
                $"{Name} exports no function {export}; it has {(functions.Count == 0 ? "none" : string.Join("; ", functions.Select(item => $"{item.Name} {TypeOf(item.Signature!)}")))}; name one by --invoke"
            );
    }

    /// <summary>Checks that it can be called so, as far as that can be told before it runs.</summary>
    /// <exception cref="MeasurementException">It can't; the message is one line.</exception>
    public void Check(Invocation invocation)
    {
        _ = invocation.ValuesFor(TypeOf(invocation.Export));
        List<string> missing =
        [
            .. Outline
                .Imports.Where(item => !GuestHost.MayProvide(item))
                .Select(item => $"{item.Module}.{item.Name}"),
        ];
        if (missing.Count > 0)
        {
            throw new MeasurementException(
                $"{Name} imports what nothing provides: {string.Join("; ", missing)}"
            );
        }
    }

    private static UserModule Read(string path, string name)
    {
        var refusal =
            Directory.Exists(path) ? "is a folder"
            : !File.Exists(path) ? "there is no such file"
            : PlainFile.Refusal(path);
        if (refusal is not null)
        {
            throw new MeasurementException($"{path}: {refusal}; give a .wasm file");
        }

        try
        {
            return new(path, name, File.ReadAllBytes(path));
        }
        catch (Exception exception) when (exception is WideningException or InvalidDataException)
        {
            throw new MeasurementException($"{path}: {exception.Message}", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new MeasurementException(
                $"{path}: can't be read: {exception.Message}",
                exception
            );
        }
    }

    private static FunctionType TypeOf(Signature signature) =>
        new([.. signature.Parameters.Select(KindOf)], [.. signature.Results.Select(KindOf)]);

    private static ValueKind KindOf(NumberType type) =>
        type switch
        {
            NumberType.I32 => ValueKind.I32,
            NumberType.I64 => ValueKind.I64,
            NumberType.F32 => ValueKind.F32,
            NumberType.F64 => ValueKind.F64,
            NumberType.V128 => ValueKind.V128,
            _ => ValueKind.Reference,
        };

    private (Guest? Guest, string? Refusal) Widen()
    {
        try
        {
            return (new($"{Name}, widened", Widener.Widen(Own.Wasm.Span)), null);
        }
        catch (WideningException exception)
        {
            return (null, exception.Message);
        }
    }
}
