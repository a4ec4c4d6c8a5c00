using System.ComponentModel;
using Memory64.Engines.Processes;

namespace Memory64.Bench.Guests.V8;

/// <summary>Has V8 print the code that it makes of a guest.</summary>
internal static class V8Printer
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>All functions of a guest, as the compiler makes them that <see cref="V8Process"/> uses.</summary>
    /// <param name="program">Absolute path of Node.js.</param>
    /// <param name="guest">The guest.</param>
    /// <exception cref="GuestEngineException">It can't be started, or refuses the guest.</exception>
    public static string Print(string program, Guest guest)
    {
        var wasm = Convert.ToBase64String(guest.Wasm.Span);
        var start = NodeStart.Of(
            program,
            redirectsError: true,
            V8Process.Compiler,
            "--no-wasm-lazy-compilation",
            "--print-wasm-code",
            "--eval",
            $"new WebAssembly.Module(Buffer.from('{wasm}', 'base64'))"
        );
        try
        {
            var end = ChildProcess.Run(start, Patience);
            return end.ExitCode == 0
                ? end.Output
                : throw new GuestEngineException(
                    $"{program} doesn't compile {guest.Name}: {end.Error.Trim().Split('\n')[^1]}"
                );
        }
        catch (Exception exception) when (exception is Win32Exception or TimeoutException)
        {
            throw new GuestEngineException($"{program}: {exception.Message}", exception);
        }
    }
}
