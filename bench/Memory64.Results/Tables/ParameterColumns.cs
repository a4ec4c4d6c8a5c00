using Memory64.Results.RunFiles.Records;

namespace Memory64.Results.Tables;

/// <summary>Which parameters are columns of a table, and which are the same in all rows and so go into its caption.</summary>
internal sealed class ParameterColumns
{
    public ParameterColumns(IReadOnlyList<RunCase> cases)
    {
        var names = cases
            .SelectMany(c => c.Parameters.Keys)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        var constant = names.Where(name => IsConstant(name, cases)).ToList();
        Varying = [.. names.Except(constant, StringComparer.Ordinal)];
        Caption = string.Join(", ", constant.Select(name => $"{name}={cases[0].Parameters[name]}"));
    }

    /// <summary>The parameters that differ between rows, or that some rows lack; in order of appearance.</summary>
    public IReadOnlyList<string> Varying { get; }

    /// <summary>The parameters that all rows share, such as <c>Memory=memory64, Size=8GiB</c>; may be empty.</summary>
    public string Caption { get; }

    private static bool IsConstant(string name, IReadOnlyList<RunCase> cases) =>
        cases.All(c =>
            c.Parameters.TryGetValue(name, out var value)
            && value == cases[0].Parameters.GetValueOrDefault(name)
        );
}
