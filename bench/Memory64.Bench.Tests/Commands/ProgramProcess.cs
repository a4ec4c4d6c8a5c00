using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using Memory64.Bench.Harness;
using Xunit;

namespace Memory64.Bench.Tests.Commands;

/// <summary>
/// The built program, started as a user starts it, but in a folder of the test's own, with an empty cache and with package
/// clients that find nothing.
/// </summary>
internal sealed class ProgramProcess : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>Where the program's files are.</summary>
    internal static string ProgramFolder { get; } =
        Path.GetDirectoryName(typeof(Repository).Assembly.Location)!;

    /// <summary>A results folder that isn't there yet.</summary>
    internal string Results => At("results");

    internal string At(params string[] parts) => _folder.At(parts);

    internal ProgramResult Run(params string[] arguments) => RunIn(ProgramFolder, arguments);

    /// <summary>Runs a copy of the program.</summary>
    internal ProgramResult RunIn(string programFolder, params string[] arguments) =>
        EndOf(StartIn(programFolder, arguments));

    /// <summary>Runs the program with an environment variable.</summary>
    internal ProgramResult RunWith(
        (string Name, string Value) variable,
        params string[] arguments
    ) => RunWith(ProgramFolder, variable, arguments);

    /// <summary>Runs a copy of the program with an environment variable.</summary>
    internal ProgramResult RunWith(
        string programFolder,
        (string Name, string Value) variable,
        params string[] arguments
    ) => EndOf(StartIn(programFolder, arguments, variable));

    /// <summary>Copies the program with what it needs, as it is published.</summary>
    internal string CopyProgram(string name)
    {
        var copy = At(name);
        foreach (var file in Directory.GetFiles(ProgramFolder, "*", SearchOption.AllDirectories))
        {
            var relative = Path.GetRelativePath(ProgramFolder, file);
            if (Path.GetExtension(file) is ".dll" or ".json" or ".so" or ".dylib")
            {
                var target = Path.Combine(copy, relative);
                _ = Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Copy(file, target);
            }
        }

        return copy;
    }

    /// <summary>Runs the program within limits of a POSIX shell, such as <c>ulimit -v 1000</c>.</summary>
    internal ProgramResult RunWithin(string limits, params string[] arguments)
    {
        var start = Describe(ProgramFolder, arguments);
        string[] program = [start.FileName, .. start.ArgumentList];
        start.FileName = "sh";
        start.ArgumentList.Clear();
        foreach (var argument in (string[])["-c", $"{limits} && exec \"$@\"", "sh", .. program])
        {
            start.ArgumentList.Add(argument);
        }

        return EndOf(Begin(start));
    }

    private static ProgramResult EndOf(Process started)
    {
        using var process = started;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        process.WaitForExit();
        return new(
            process.ExitCode,
            output.GetAwaiter().GetResult(),
            error.GetAwaiter().GetResult()
        );
    }

    /// <summary>Starts the program and leaves it alone; what it writes must be read.</summary>
    internal Process Start(params string[] arguments) => StartIn(ProgramFolder, arguments);

    private Process StartIn(
        string programFolder,
        string[] arguments,
        params (string Name, string Value)[] variables
    ) => Begin(Describe(programFolder, arguments, variables));

    private static Process Begin(ProcessStartInfo start)
    {
        var process = Process.Start(start)!;
        process.StandardInput.Close();
        return process;
    }

    private ProcessStartInfo Describe(
        string programFolder,
        string[] arguments,
        params (string Name, string Value)[] variables
    )
    {
        var program = Path.Combine(programFolder, "Memory64.Bench.dll");
        var start = new ProcessStartInfo(DotnetHost(), [program, .. arguments])
        {
            WorkingDirectory = _folder.Root,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            StandardOutputEncoding = Encoding.UTF8,
        };
        start.Environment["XDG_CACHE_HOME"] = At("cache");
        start.Environment["RestoreSources"] = Directory.CreateDirectory(At("no-packages")).FullName;
        start.Environment["PIP_NO_INDEX"] = "1";
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        return start;
    }

    /// <summary>Exit code 2, one line on standard error that says all of this, nothing recorded.</summary>
    internal void AssertRefused(string[] arguments, params string[] said)
    {
        var result = Run(arguments);
        result.AssertRefused(said);
        Assert.False(Directory.Exists(Results), "a results folder was written");
    }

    public void Dispose() => _folder.Dispose();

    // Beside the runtime that runs these tests: what PATH holds may be another one, or none.
    private static string DotnetHost() =>
        Path.GetFullPath(
            Path.Combine("..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"),
            RuntimeEnvironment.GetRuntimeDirectory()
        );
}
