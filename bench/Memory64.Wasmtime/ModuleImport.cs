namespace Memory64.Wasmtime;

/// <summary>What a module wants from its host.</summary>
/// <param name="Module">The first name, as in <c>wasi_snapshot_preview1</c>.</param>
/// <param name="Name">The second name, as in <c>fd_write</c>.</param>
/// <param name="Type">What it must be.</param>
public sealed record ModuleImport(string Module, string Name, ExternType Type)
{
    /// <summary>As in <c>env.log: function (i32) -&gt; ()</c>.</summary>
    public override string ToString() => $"{Module}.{Name}: {Type}";
}
