using Memory64.Models.Gguf;
using Memory64.Models.Llama;

namespace Memory64.Bench.Harness.Cases;

/// <summary>
/// A model file of the user's, which is measured like the suite's own. It is chosen before the cases are listed; measured processes
/// inherit the choice.
/// </summary>
public static class UserModel
{
    private const string Variable = "MEMORY64_MODEL";

    /// <summary>Absolute path of the file; <see langword="null"/> where none was chosen.</summary>
    public static string? Path =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } path ? path : null;

    /// <summary>Chooses a file that can be computed.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="GgufException">It can't.</exception>
    public static void Choose(string path)
    {
        var full = System.IO.Path.GetFullPath(path);
        _ = LlamaModel.Of(GgufFile.Read(full));
        Environment.SetEnvironmentVariable(Variable, full);
    }

    /// <summary>What its rows are called: the file's name, with what a case's name can't hold made underscores.</summary>
    public static string NameOf(string path) =>
        string.Concat(
            System.IO.Path.GetFileName(path).Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_')
        );
}
