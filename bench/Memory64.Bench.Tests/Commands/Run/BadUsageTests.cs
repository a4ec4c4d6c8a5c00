using Memory64.Bench.Harness;
using Memory64.Results.RunFiles;
using Xunit;

namespace Memory64.Bench.Tests.Commands.Run;

public sealed class BadUsageTests : IDisposable
{
    private static readonly string SeeHelp = $"See {Repository.Launcher} --help.";

    private readonly ProgramProcess _program = new();

    public static TheoryData<string[], string[]> Refused =>
        new()
        {
            { ["--rounds", "0"], ["--rounds 0: a whole number, at least 1"] },
            { ["--rounds", "-1"], ["--rounds -1: a whole number, at least 1"] },
            { ["--rounds", "1001"], ["--rounds 1001: a whole number, at least 1, at most 1000."] },
            { ["--time-limit", "9999999"], ["--time-limit 9999999:", "at most 604800"] },
            {
                ["--rounds", "x"],
                ["--rounds x: a whole number, at least 1, at most 1000.", SeeHelp]
            },
            {
                ["--rounds", "99999999999"],
                ["--rounds 99999999999: a whole number, at least 1, at most 1000."]
            },
            { ["--profile", "fast"], ["--profile fast: smoke, standard or full.", SeeHelp] },
            { ["--profile", "7"], ["--profile 7: smoke, standard or full."] },
            { ["--list", "7"], ["--list 7: details, flat or tree.", SeeHelp] },
            { ["--nonsense"], ["'--nonsense'", SeeHelp] },
            { ["nonsense"], ["'nonsense'", SeeHelp] },
            {
                ["--filter", "nothing-like-this"],
                ["--filter nothing-like-this: matches no case", "--list"]
            },
            {
                ["--profile", "smoke", "--filter", "*HostApi*"],
                ["--filter *HostApi*: matches no case of profile smoke", "--list"]
            },
            {
                ["--", "--filter", "nothing-like-this"],
                ["-- --filter nothing-like-this: matches no case"]
            },
            { ["--job", "nonsense"], ["--job nonsense", "short"] },
            { ["--", "--nonsense"], ["BenchmarkDotNet", "\"--nonsense\"", "unknown"] },
            { ["--", "--list", "flat"], ["--list after --", "--help before --"] },
            {
                ["--", "--job", "short", "--runtimes", "net8.0", "net10.0"],
                ["more than one BenchmarkDotNet job"]
            },
            {
                ["--", "--inProcess"],
                ["-- --inProcess: each case is measured in a process of its own"]
            },
            { ["--", "-r", "net8.0"], ["no other toolchain or runtime"] },
            { ["--", "--cli", "dotnet"], ["--cli"] },
            {
                ["--", "--clrVersion", "4"],
                ["--clrVersion after --", "no other toolchain or runtime"]
            },
            { ["--", "--platform", "x86"], ["this machine's own platform"] },
            { ["--", "--launchCount", "3"], ["--launchCount after --", "--rounds"] },
            { ["--", "--resume"], ["--resume after --", "before --"] },
            { ["--", "--envVars", "FOO"], ["--envVars FOO", "':'"] },
            { ["--", "--job", "short", "--launchCount", "2"], ["--launchCount after --"] },
            { ["--", "--memory"], ["-- --memory: diagnosers", "leave them out"] },
            { ["--", "--keepFiles"], ["--keepFiles after --", "nothing is generated or built"] },
            { ["--engine", ""], ["--engine : name a version or a path"] },
            { ["--engine", "mine="], ["--engine mine=: name a version or a path"] },
            { ["--engine", "=50.0.1"], ["--engine =50.0.1: '' is no name"] },
            { ["--engine", "36.0.0=50.0.1"], ["'36.0.0' is no name", "no version"] },
            { ["--engine", "nonsense"], ["'nonsense' is neither a Wasmtime version", "36.0.0"] },
            { ["--engine", "23.0.0"], ["Wasmtime 23.0.0 is too old", "24"] },
        };

    public void Dispose() => _program.Dispose();

    [Theory]
    [MemberData(nameof(Refused))]
    public void Is_refused_in_one_line(string[] arguments, string[] said)
    {
        // What stands behind -- is BenchmarkDotNet's.
        var own = arguments.TakeWhile(argument => argument != "--").ToArray();
        _program.AssertRefused(
            [.. own, "--results", _program.Results, .. arguments[own.Length..]],
            said
        );
    }

    [Theory]
    [InlineData("engines", "get")]
    [InlineData("run", "--rounds")]
    [InlineData("verify", "--engine", "")]
    [InlineData("verify", "--engine", "nonsense")]
    [InlineData("verify", "--rounds", "3")]
    public void Of_other_commands_or_without_a_value_is_refused_in_one_line(
        params string[] arguments
    ) => _program.AssertRefused(arguments);

    [Fact]
    public void Names_a_results_folder_that_can_not_be_written()
    {
        File.WriteAllText(_program.At("file"), "");
        var folder = _program.At("file", "results");
        _program.AssertRefused(
            ["--filter", "MemoryInstantiation.SystemCalls*8GiB*", "--results", folder],
            $"--results {folder}: can't be written",
            "name another folder"
        );
    }

    [Theory]
    [InlineData("--filter", "MemoryInstantiation.SystemCalls*8GiB*")]
    [InlineData("publish")]
    [InlineData("publish", "--check")]
    public void Asks_for_the_name_of_a_results_folder(params string[] arguments)
    {
        _program.AssertRefused([.. arguments, "--results", ""], "--results : name a folder");
        _program.AssertRefused([.. arguments, "--results", "-x"], "--results -x: name a folder");
    }

    [Fact]
    public void Names_a_run_file_that_can_not_be_read_before_anything_is_measured()
    {
        var machine = Memory64.Bench.Harness.Machines.MachineProbe.Read().Id;
        var path = new RunFolder(_program.At("old")).RunPath(machine, "50.0.1");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, "{");

        string[][] commands =
        [
            ["--filter", "MemoryInstantiation.SystemCalls*8GiB*"],
            ["publish"],
            ["publish", "--check"],
        ];
        Assert.All(
            commands,
            command => _program.AssertRefused([.. command, "--results", _program.At("old")], path)
        );
        Assert.Equal(
            [path],
            Directory.GetFiles(_program.At("old"), "*", SearchOption.AllDirectories)
        );
    }
}
