using BenchmarkDotNet.Attributes;
using Memory64.Bench.Benchmarks.Shared;
using Memory64.Bench.Guests;
using Memory64.Bench.Guests.Proofs;
using Memory64.Bench.Harness.Cases;

namespace Memory64.Bench.Benchmarks.Apis;

/// <summary>
/// What a .NET embedder pays for the official API: the same steps on the same engine through it and through this suite's
/// binding, whose cost is part of every other row.
/// </summary>
public class HostApi : Benchmark
{
    /// <summary>Calls of an invocation.</summary>
    internal const int Calls = 1_000;

    private static readonly ByteSize Size = ByteSize.GiB(8);

    private IHostApi _api = null!;
    private ulong _address;

    /// <summary>Which way into the engine.</summary>
    [ParamsAllValues]
    public Api Api { get; set; }

    internal static Guest Guest => DefinedMemory.GuestOf(MemoryKind.memory64, Size);

    /// <inheritdoc/>
    public override IEnumerable<CaseDescription> Cases => ApiCases.All;

    /// <summary>An instance passes the assertion; another stays for the calls.</summary>
    [GlobalSetup]
    public void Setup()
    {
        using (var compiled = new CompiledGuest(Guest, EngineConfiguration.Default, Engine()))
        using (var guest = compiled.Instantiate())
        {
            MemoryAssertion.Check(guest, DefinedMemory.TypeOf(MemoryKind.memory64, Size));
        }

        _api =
            Api == Api.binding ? new BindingApi(Guest, Engine()) : new OfficialApi(Guest, Engine());
        _address = ByteSize.GiB(6).Bytes;
        _ = _api.Write(_address, Pattern.At(_address), 1);
        Expect.Equal(
            "written by the host, loaded by the guest",
            _address,
            Pattern.At(_address),
            _api.Call(_address, 1)
        );
    }

    /// <summary>A store, an instance of 8 GiB, and what must be deleted of them.</summary>
    [Benchmark]
    public void Instantiate() => _api.Instantiate();

    /// <summary>Calls an export from <c>i64</c> to <c>i64</c> that loads one word above 4 GiB.</summary>
    [Benchmark(OperationsPerInvoke = Calls)]
    public ulong Call() => _api.Call(_address, Calls);

    /// <summary>The host reads a word above 4 GiB.</summary>
    [Benchmark(OperationsPerInvoke = Calls)]
    public ulong Read() => _api.Read(_address, Calls);

    /// <summary>The host writes a word above 4 GiB.</summary>
    [Benchmark(OperationsPerInvoke = Calls)]
    public ulong Write() => _api.Write(_address, Pattern.At(_address), Calls);

    /// <summary>The word is what it was, as host and guest see it.</summary>
    [GlobalCleanup]
    public void Cleanup()
    {
        Expect.Equal("the word", _address, Pattern.At(_address), _api.Read(_address, 1));
        _api.Dispose();
    }
}
