using System.Buffers.Binary;
using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Memory64.Engines.Processes;
using Memory64.Wasmtime;

namespace Memory64.Bench.Guests.V8;

/// <summary>
/// A Node.js that runs guests for this process. A request is 48 bytes: the operation and a number (32 bits each), then five words of 64
/// bits; an answer 32: a status and the length of a text (32 bits each), a word, and two times in nanoseconds; the text follows.
/// </summary>
internal sealed class V8Process : IDisposable
{
    private const int RequestBytes = 48,
        AnswerBytes = 32;

    private const uint Trapped = 1;
    private const string OutOfBounds = "memory access out of bounds";

    /// <summary>
    /// The flag by which TurboFan compiles at once: else a loop would run as the baseline compiler made it until it is called again, because V8
    /// replaces no code that is running.
    /// </summary>
    public const string Compiler = "--no-liftoff";

    // What is dropped can be collected when it is dropped.
    private static readonly string[] Flags = [Compiler, "--expose-gc"];

    private readonly Process _process;
    private readonly Stream _requests;
    private readonly Stream _answers;
    private readonly byte[] _request = new byte[RequestBytes];
    private readonly byte[] _answer = new byte[AnswerBytes];

    /// <summary>Starts one.</summary>
    /// <param name="program">Absolute path of Node.js.</param>
    /// <exception cref="GuestEngineException">It can't be started.</exception>
    public V8Process(string program)
    {
        try
        {
            _process = Process.Start(
                NodeStart.Of(program, redirectsError: false, [.. Flags, "--eval", Worker()])
            )!;
        }
        catch (Win32Exception exception)
        {
            throw new GuestEngineException(
                $"{program} can't be started: {exception.Message}",
                exception
            );
        }

        _requests = _process.StandardInput.BaseStream;
        _answers = _process.StandardOutput.BaseStream;
    }

    /// <summary>Its id.</summary>
    public int Id => _process.Id;

    /// <summary>Asks for something that no bytes follow.</summary>
    /// <param name="operation">What.</param>
    /// <param name="number">Of module or instance.</param>
    /// <param name="words">Up to five.</param>
    /// <exception cref="TrapException">The guest trapped.</exception>
    /// <exception cref="GuestEngineException">It failed otherwise, or the process ended.</exception>
    public V8Answer Ask(V8Operation operation, int number, params ReadOnlySpan<ulong> words) =>
        Ask(operation, number, words, []);

    /// <summary>Asks for something with bytes that follow.</summary>
    /// <param name="operation">What.</param>
    /// <param name="number">Of module or instance.</param>
    /// <param name="words">Up to five.</param>
    /// <param name="bytes">What follows.</param>
    /// <exception cref="TrapException">The guest trapped.</exception>
    /// <exception cref="GuestEngineException">It failed otherwise, or the process ended.</exception>
    public V8Answer Ask(
        V8Operation operation,
        int number,
        ReadOnlySpan<ulong> words,
        ReadOnlySpan<byte> bytes
    )
    {
        BinaryPrimitives.WriteInt32LittleEndian(_request, (int)operation);
        BinaryPrimitives.WriteInt32LittleEndian(_request.AsSpan(4), number);
        for (var i = 0; i < words.Length; i++)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(_request.AsSpan(8 + (8 * i)), words[i]);
        }

        try
        {
            _requests.Write(_request);
            _requests.Write(bytes);
            _requests.Flush();
            _answers.ReadExactly(_answer);
            return Answer();
        }
        catch (IOException exception)
        {
            throw new GuestEngineException(Ended(), exception);
        }
    }

    /// <summary>Reads what follows an answer.</summary>
    /// <exception cref="GuestEngineException">The process ended.</exception>
    public void Receive(Span<byte> bytes)
    {
        try
        {
            _answers.ReadExactly(bytes);
        }
        catch (IOException exception)
        {
            throw new GuestEngineException(Ended(), exception);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _process.Kill();
        _process.Dispose();
    }

    private V8Answer Answer()
    {
        var status = BinaryPrimitives.ReadUInt32LittleEndian(_answer);
        var text = new byte[BinaryPrimitives.ReadInt32LittleEndian(_answer.AsSpan(4))];
        _answers.ReadExactly(text);
        var words = Encoding.UTF8.GetString(text).ReplaceLineEndings(" ");
        if (status == 0)
        {
            return new(
                words,
                BinaryPrimitives.ReadUInt64LittleEndian(_answer.AsSpan(8)),
                BinaryPrimitives.ReadInt64LittleEndian(_answer.AsSpan(16)),
                BinaryPrimitives.ReadInt64LittleEndian(_answer.AsSpan(24))
            );
        }

        throw status == Trapped
            ? new TrapException(
                words,
                words.Contains(OutOfBounds, StringComparison.Ordinal)
                    ? TrapCode.MemoryOutOfBounds
                    : TrapCode.None
            )
            : new GuestEngineException($"V8: {words}");
    }

    private string Ended() =>
        _process.WaitForExit(TimeSpan.FromSeconds(1))
            ? $"V8's process ended (exit code {_process.ExitCode})"
            : "V8's process no longer answers";

    private static string Worker()
    {
        using var stream = typeof(V8Process).Assembly.GetManifestResourceStream("worker.js")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
