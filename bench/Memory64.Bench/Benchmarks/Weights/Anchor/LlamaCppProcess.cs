using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Memory64.Bench.Harness;
using Memory64.Engines.Packages;

namespace Memory64.Bench.Benchmarks.Weights.Anchor;

/// <summary>llama.cpp with a model, in a process of its own: see <c>bench/Memory64.LlamaCpp</c>.</summary>
internal sealed class LlamaCppProcess : IDisposable
{
    /// <summary>Positions that it makes room for when it is started.</summary>
    public const uint Positions = 512;

    private readonly Process _process;
    private readonly Task<string> _log;

    /// <summary>Starts it, and waits until the model is loaded.</summary>
    /// <param name="model">The file.</param>
    /// <param name="repacks">
    /// Whether weights are copied into an order that suits the processor better, as llama.cpp does by default.
    /// </param>
    /// <exception cref="MeasurementException">It ended.</exception>
    public LlamaCppProcess(string model, bool repacks)
    {
        string[] arguments =
        [
            BuiltLlamaCpp.ProgramPath,
            model,
            Positions.ToString(CultureInfo.InvariantCulture),
            .. repacks ? ["--repacked"] : (string[])[],
        ];
        _process = Process.Start(
            new ProcessStartInfo(DotnetHost.Path, arguments)
            {
                UseShellExecute = false,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,

                // Its last words are the failed assertion then, and not where in the program that stands.
                Environment = { ["GGML_NO_BACKTRACE"] = "1" },
            }
        )!;
        _log = _process.StandardError.ReadToEndAsync();
        _ = Answer();
    }

    /// <summary>Its id, while it runs.</summary>
    public int ProcessId => _process.Id;

    /// <summary>Computes a token, and returns the likeliest next one.</summary>
    /// <exception cref="MeasurementException">It ended.</exception>
    public ulong Token(ulong token, ulong position)
    {
        _process.StandardInput.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"{token} {position}")
        );
        return ulong.Parse(Answer(), CultureInfo.InvariantCulture);
    }

    /// <summary>The logits of the last token.</summary>
    /// <exception cref="MeasurementException">It ended.</exception>
    public float[] Logits()
    {
        _process.StandardInput.WriteLine("logits");
        return MemoryMarshal.Cast<byte, float>(Convert.FromBase64String(Answer())).ToArray();
    }

    /// <summary>Ends it.</summary>
    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    private string Answer()
    {
        if (_process.StandardOutput.ReadLine() is { } line)
        {
            return line;
        }

        _process.WaitForExit();
        var words = OneLine.Of(_log.GetAwaiter().GetResult());
        throw new MeasurementException(
            $"llama.cpp ended with {_process.ExitCode}: {(words.Length > 0 ? words : "it said nothing")}"
        );
    }
}
