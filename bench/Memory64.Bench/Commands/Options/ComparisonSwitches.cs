using System.CommandLine;
using Memory64.Results.Relations;

namespace Memory64.Bench.Commands.Options;

/// <summary>The options of commands that compare: how sure, which differences matter, how it is written, and when it fails.</summary>
internal sealed class ComparisonSwitches
{
    private readonly Option<double> _alpha = new("--alpha")
    {
        Description =
            "What a one-sided p-value must be less than; above 0, below 0.5. Default: 0.01.",
        DefaultValueFactory = _ => 0.01,
        CustomParser = result =>
            NumberOption.RealOf(
                result,
                alpha => alpha is > 0 and < 0.5,
                "a number above 0 and below 0.5 (0.01 is 1 %)"
            ),
    };

    private readonly Option<double> _threshold = new("--threshold")
    {
        Description = "Share by which times must differ to matter, 0 to 1000. Default: 0.02.",
        DefaultValueFactory = _ => 0.02,
        CustomParser = result =>
            NumberOption.RealOf(
                result,
                threshold => threshold is >= 0 and <= 1000,
                "a number from 0 to 1000 (0.02 is 2 %)"
            ),
    };

    private readonly FormSwitches _form = new("a case");

    private readonly Option<string?> _failOn = new("--fail-on")
    {
        Description = "slower: exit with 1 where a case became slower, or failed in NEW only.",
        HelpName = "slower",
    };

    /// <summary>Gives a command these options.</summary>
    public void AddTo(Command command)
    {
        _failOn.AcceptOnlyFromAmong("slower");
        command.Options.Add(_alpha);
        command.Options.Add(_threshold);
        _form.AddTo(command);
        command.Options.Add(_failOn);
    }

    /// <summary>Alpha and threshold.</summary>
    public ComparisonOptions OptionsOf(ParseResult parsed) =>
        new() { Alpha = parsed.GetValue(_alpha), Threshold = parsed.GetValue(_threshold) };

    /// <summary>How it is written.</summary>
    public OutputForm FormOf(ParseResult parsed) => _form.FormOf(parsed);

    /// <summary>Whether a case that became slower makes the command fail.</summary>
    public bool FailsOnSlower(ParseResult parsed) => parsed.GetValue(_failOn) is not null;
}
