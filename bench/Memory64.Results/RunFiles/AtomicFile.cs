using System.Text;

namespace Memory64.Results.RunFiles;

/// <summary>Writes text files that are never half there.</summary>
internal static class AtomicFile
{
    /// <summary>Writes UTF-8 without BOM to a temporary name beside the file, then renames it; creates the folder.</summary>
    public static void Write(string path, string text)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        Directory.CreateDirectory(folder);
        var temporary = Path.Combine(
            folder,
            $".{Path.GetFileName(path)}.{Path.GetRandomFileName()}.tmp"
        );
        try
        {
            File.WriteAllText(
                temporary,
                text,
                new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)
            );
            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            // Gone after the rename; still there when writing or renaming failed.
            File.Delete(temporary);
        }
    }
}
