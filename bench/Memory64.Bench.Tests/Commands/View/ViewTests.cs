using Memory64.Bench.Commands.View;
using Xunit;

namespace Memory64.Bench.Tests.Commands.View;

public sealed class ViewTests : IDisposable
{
    private readonly ProgramProcess _program = new();

    public void Dispose() => _program.Dispose();

    [Fact]
    public void A_page_that_is_not_there_is_refused_with_what_writes_it()
    {
        var refused = _program.Run("view", "--results", _program.Results);

        refused.AssertRefused(
            $"view: {Path.Combine(_program.Results, "explore.html")} is not there; ./run-bench.sh publish writes it"
        );
    }

    [Theory]
    [InlineData("mine", "#m=mine")]
    [InlineData("other", "")]
    public void It_is_opened_at_the_results_of_this_machine(string machine, string at)
    {
        var page = Path.Combine(_program.Results, "a b.html");

        Assert.Equal(
            new Uri(page).AbsoluteUri + at,
            ViewCommand.AddressOf(page, machine, ["mine", "theirs"])
        );
    }
}
