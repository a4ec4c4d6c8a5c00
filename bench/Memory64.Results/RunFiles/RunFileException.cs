using System.Text;

namespace Memory64.Results.RunFiles;

/// <summary>A run file that can't be used. The message is one line: file, line, property, what is wrong, what to do.</summary>
public sealed class RunFileException : Exception
{
    // Text of a broken file gets into messages; a screenful of it would hide what is wrong.
    private const int LongestPart = 400;

    /// <summary>Creates the exception and its message.</summary>
    /// <param name="file">The file's path.</param>
    /// <param name="problem">What is wrong and what to do.</param>
    /// <param name="line">The line in the file, from 1; null where it is not known.</param>
    /// <param name="property">The property as a JSON path; null where there is none.</param>
    /// <param name="inner">The cause.</param>
    public RunFileException(
        string file,
        string problem,
        int? line = null,
        string? property = null,
        Exception? inner = null
    )
        : base(Compose(file, problem, line, property), inner)
    {
        File = file;
        Line = line;
        Property = property;
    }

    /// <summary>The file's path.</summary>
    public string File { get; }

    /// <summary>The line in the file, from 1; null where it is not known.</summary>
    public int? Line { get; }

    /// <summary>The property as a JSON path, such as <c>$.cases[0].unit</c>; null where there is none.</summary>
    public string? Property { get; }

    private static string Compose(string file, string problem, int? line, string? property)
    {
        var message = new StringBuilder(OneLine(file));
        if (line is { } number)
        {
            message.Append(", line ").Append(number);
        }

        if (property is not null)
        {
            message.Append(", ").Append(OneLine(property));
        }

        return message.Append(": ").Append(OneLine(problem)).ToString();
    }

    private static string OneLine(string text)
    {
        var cut = text.Length <= LongestPart ? text : $"{text[..LongestPart]}...";
        return string.Concat(
            cut.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c)
        );
    }
}
