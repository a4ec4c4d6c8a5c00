using System.CommandLine;

namespace Memory64.Bench.Commands.Options;

/// <summary>The options of commands whose result can be written for programs and for pages too.</summary>
/// <param name="item">What an object of the JSON array is about.</param>
internal sealed class FormSwitches(string item)
{
    private readonly Option<bool> _json = new("--json")
    {
        Description = $"Write a JSON array, an object {item}.",
    };

    private readonly Option<bool> _markdown = new("--markdown") { Description = "Write Markdown." };

    /// <summary>Gives a command these options.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(_json);
        command.Options.Add(_markdown);
        command.Validators.Add(result =>
        {
            if (result.GetValue(_json) && result.GetValue(_markdown))
            {
                result.AddError("--json and --markdown: name one of the two.");
            }
        });
    }

    /// <summary>How the result is written.</summary>
    public OutputForm FormOf(ParseResult parsed) =>
        parsed.GetValue(_json) ? OutputForm.Json
        : parsed.GetValue(_markdown) ? OutputForm.Markdown
        : OutputForm.Screen;
}
