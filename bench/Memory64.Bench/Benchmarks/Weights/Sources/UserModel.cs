using Memory64.Bench.Harness;
using Memory64.Bench.Harness.Machines.Systems;
using Memory64.Bench.Harness.Measured;
using Memory64.Bench.Harness.Rooms;
using Memory64.Models.Gguf;
using Memory64.Models.Llama;
using Memory64.Results.RunFiles.Records;

namespace Memory64.Bench.Benchmarks.Weights.Sources;

/// <summary>
/// A model file of the user's, which is measured like the suite's own: an input that is chosen before the cases are listed.
/// </summary>
internal static class UserModel
{
    /// <summary>The name of the option, without dashes.</summary>
    public const string Option = "model";

    // Tells files of one name apart by eye; the run file has the whole hash.
    private const int HashDigits = 8;

    /// <summary>Stands between file name and hash in the name of a user's model, and in no name of the suite's own.</summary>
    public const char Mark = '@';

    /// <summary>Absolute path of the file; <see langword="null"/> where none was chosen.</summary>
    public static string? PathIn(Inputs inputs) => inputs.Options.GetValueOrDefault(Option);

    /// <summary>Chooses a file that can be computed.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="MeasurementException">It can't.</exception>
    public static RoomInput Choose(string path)
    {
        if (path.Trim().Length == 0)
        {
            throw new MeasurementException($"--{Option}: is empty; name a GGUF file");
        }

        var refusal = Directory.Exists(path) ? "is a folder" : PlainFile.Refusal(path);
        if (refusal is not null)
        {
            throw new MeasurementException($"{path}: {refusal}; give a file, which can be mapped");
        }

        var full =
            PlainFile.PathForOthers(path)
            ?? throw new MeasurementException(
                $"{path}: has no name any more by which the measured processes could open it; give a file that has one"
            );
        return new(
            new Dictionary<string, string>(StringComparer.Ordinal) { [Option] = full },
            $"*Model={NameOf(Read(full).File)})"
        );
    }

    /// <summary>Reads what a file says of its model.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="MeasurementException">It can't be read, or its model can't be computed.</exception>
    public static LlamaModel Read(string path)
    {
        try
        {
            return LlamaModel.Of(GgufFile.Read(path));
        }
        catch (GgufException exception)
        {
            throw new MeasurementException(exception.Message, exception);
        }
    }

    /// <summary>
    /// What its rows are called: the file's name, with what a case's name can't hold made underscores, <see cref="Mark"/>, and the
    /// beginning of its hash. Another file under the same name is another model, and none is one of the suite's own.
    /// </summary>
    public static string NameOf(GgufFile file) =>
        $"{string.Concat(FileName(file).Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'))}{Mark}{file.Sha256[..HashDigits]}";

    /// <summary>What run files say of it.</summary>
    public static RunInput InputOf(GgufFile file) =>
        new()
        {
            Name = FileName(file),
            Bytes = (long)file.Bytes,
            Sha256 = file.Sha256,
        };

    private static string FileName(GgufFile file) => Path.GetFileName(file.Path);
}
