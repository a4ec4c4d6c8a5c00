namespace Memory64.Wasmtime;

/// <summary>What a module offers to its host.</summary>
/// <param name="Name">Its name, unique in the module.</param>
/// <param name="Type">What it is.</param>
public sealed record ModuleExport(string Name, ExternType Type)
{
    /// <summary>As in <c>run: function () -&gt; (i32)</c>.</summary>
    public override string ToString() => $"{Name}: {Type}";
}
