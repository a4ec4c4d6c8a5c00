namespace Memory64.Bench.Benchmarks.Apis;

/// <summary>The same steps through one way into the engine.</summary>
public interface IHostApi : IDisposable
{
    /// <summary>Creates a store and an instance in it, and deletes both.</summary>
    void Instantiate();

    /// <summary>Calls the guest's <c>load64</c> so often; returns the last result.</summary>
    ulong Call(ulong address, int count);

    /// <summary>Reads a word of the guest's memory so often; returns the last one.</summary>
    ulong Read(ulong address, int count);

    /// <summary>Writes a word of the guest's memory so often; returns it.</summary>
    ulong Write(ulong address, ulong value, int count);
}
