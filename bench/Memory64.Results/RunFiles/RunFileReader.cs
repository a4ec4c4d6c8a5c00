using System.Text;
using System.Text.Json;
using Memory64.Results.RunFiles.Json;

namespace Memory64.Results.RunFiles;

/// <summary>
/// Reads a run file: in one pass, which knows whether it is valid, and where it isn't once more in steps, which find out what
/// is wrong, each with messages of its own: JSON, schema, shape, rules.
/// </summary>
internal static class RunFileReader
{
    // The largest real file is a few MB (400 cases of 30 rounds); what is ten times that is something else.
    private const int LargestFile = 32 * 1024 * 1024;

    private static readonly UTF8Encoding StrictUtf8 = new(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true
    );

    public static RunFile Read(string path)
    {
        var utf8 = ReadBytes(path);
        return
            RunFileJson.TryDeserialize(utf8.Span)
                is { Schema: >= RunFile.OldestSchema and <= RunFile.CurrentSchema } run
            && !RunFileRules.Problems(run).Any()
            ? run
            : ReadInSteps(path, utf8);
    }

    /// <summary>Reads what the one pass refused, or what it took: the steps are the measure of both.</summary>
    internal static RunFile ReadInSteps(string path, ReadOnlyMemory<byte> utf8)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8);
            RefuseHalfSurrogates(path, utf8);
            RefuseOtherSchemas(path, utf8, document.RootElement);
            Refuse(path, utf8, JsonShape.Problems(document.RootElement));
            var run = Deserialize(path, utf8, document.RootElement);
            Refuse(path, utf8, RunFileRules.Problems(run));
            return run;
        }
        catch (JsonException e)
        {
            var line = e.LineNumber is { } number ? (int)number + 1 : (int?)null;
            throw new RunFileException(
                path,
                "not JSON, or cut off; restore the file or measure again",
                line,
                inner: e
            );
        }
    }

    // What a schema can't say: a property that is there twice, a number of more digits than the program keeps.
    private static RunFile Deserialize(string path, ReadOnlyMemory<byte> utf8, JsonElement root)
    {
        try
        {
            return RunFileJson.Deserialize(root);
        }
        catch (JsonException e)
        {
            var property = e.Path ?? "$";
            throw new RunFileException(
                path,
                "is there twice, or too large to be read; remove one or correct it",
                JsonText.LineOf(utf8.Span, property),
                property,
                e
            );
        }
    }

    private static ReadOnlyMemory<byte> ReadBytes(string path)
    {
        try
        {
            var bytes = ReadAtMost(path, LargestFile + 1);
            if (bytes.Length > LargestFile)
            {
                throw new RunFileException(
                    path,
                    "larger than 32 MiB, so no run file; name another"
                );
            }

            _ = StrictUtf8.GetCharCount(bytes.Span);
            return bytes.Span.StartsWith(Encoding.UTF8.Preamble)
                ? bytes[Encoding.UTF8.Preamble.Length..]
                : bytes;
        }
        catch (DecoderFallbackException e)
        {
            throw new RunFileException(
                path,
                "not UTF-8; restore the file or measure again",
                inner: e
            );
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RunFileException(path, $"cannot be read: {e.Message}", inner: e);
        }
    }

    // A pipe doesn't know its length, and a device may have no end.
    private static ReadOnlyMemory<byte> ReadAtMost(string path, int most)
    {
        using var file = File.OpenRead(path);
        var length = file.CanSeek && file.Length > 0 ? Math.Min(file.Length, most) : most;
        var bytes = new byte[length];
        return bytes.AsMemory(0, file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false));
    }

    private static void RefuseHalfSurrogates(string path, ReadOnlyMemory<byte> utf8)
    {
        if (JsonText.LineOfHalfSurrogate(utf8.Span) is { } line)
        {
            throw new RunFileException(
                path,
                "an escape that is no character (half a surrogate pair); correct it",
                line
            );
        }
    }

    // Before anything else is judged: a later schema may differ in everything.
    private static void RefuseOtherSchemas(string path, ReadOnlyMemory<byte> utf8, JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw new RunFileException(
                path,
                "not a run file, which is one JSON object; name another",
                property: "$"
            );
        }

        if (
            root.TryGetProperty("schema", out var schema)
            && schema.ValueKind == JsonValueKind.Number
            && !(
                schema.TryGetInt32(out var number)
                && number is >= RunFile.OldestSchema and <= RunFile.CurrentSchema
            )
        )
        {
            throw new RunFileException(
                path,
                $"schema {schema.GetRawText()} is not known; this program reads {RunFile.OldestSchema} to {RunFile.CurrentSchema}; use the suite's version that wrote it",
                JsonText.LineOf(utf8.Span, "$.schema"),
                "$.schema"
            );
        }
    }

    private static void Refuse(
        string path,
        ReadOnlyMemory<byte> utf8,
        IEnumerable<RunFileProblem> problems
    )
    {
        if (problems.FirstOrDefault() is { } problem)
        {
            throw new RunFileException(
                path,
                problem.Text,
                JsonText.LineOf(utf8.Span, problem.Property),
                problem.Property
            );
        }
    }
}
