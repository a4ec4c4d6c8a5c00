namespace Memory64.Bench.Harness.Machines.Systems;

/// <summary>Files by which Linux describes itself.</summary>
internal static class SystemFile
{
    /// <summary>The trimmed text, or <see langword="null"/> where the system has no such file or hides it.</summary>
    public static string? Read(string path)
    {
        try
        {
            return File.Exists(path) ? File.ReadAllText(path).Trim() : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
