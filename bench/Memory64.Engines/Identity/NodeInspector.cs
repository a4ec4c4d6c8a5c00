using System.ComponentModel;
using Memory64.Engines.Processes;

namespace Memory64.Engines.Identity;

/// <summary>Whether a program is a Node.js whose V8 this suite can measure: judged by what it says of itself.</summary>
internal static class NodeInspector
{
    private const string Versions = "process.versions.node + ' ' + process.versions.v8";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>Starts a program, and asks it for its versions.</summary>
    /// <param name="program">Absolute path.</param>
    /// <param name="place">What messages name: the program, or the package that it is from.</param>
    /// <returns>As in ("v8@26.10.0", "V8 14.6.202.34").</returns>
    /// <exception cref="EngineException">It can't be started, is not Node.js, or is too old.</exception>
    internal static (string Version, string Runtime) Ask(string program, string place)
    {
        var answer = Run(program, place);
        var words = answer.Output.Trim().Split(' ');
        return answer.ExitCode == 0 && words.Length == 2 && EngineVersion.IsVersion(words[0])
            ? (EngineVersion.Require(EngineVersion.OfNode(words[0]), place), RuntimeOf(words[1]))
            : throw new EngineException(
                $"{place} is not Node.js: asked for its versions it said '{FileGuard.OneLine(answer.Output + answer.Error)}' (exit code {answer.ExitCode})."
            );
    }

    // Node.js adds its own number of patches, as in 14.6.202.34-node.34.
    private static string RuntimeOf(string v8) => $"V8 {v8.Split('-')[0]}";

    private static ChildEnd Run(string program, string place)
    {
        try
        {
            return ChildProcess.Run(
                NodeStart.Of(program, redirectsError: true, "--print", Versions),
                Patience
            );
        }
        catch (Exception error) when (error is Win32Exception or TimeoutException)
        {
            throw new EngineException(
                $"{place} can't be started: {FileGuard.OneLine(error.Message)}"
            );
        }
    }
}
