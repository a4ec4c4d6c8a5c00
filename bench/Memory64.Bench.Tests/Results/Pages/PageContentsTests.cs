using Memory64.Results.Pages;
using Xunit;

namespace Memory64.Bench.Tests.Results.Pages;

public sealed class PageContentsTests
{
    [Fact]
    public void Contents_link_to_the_headings_where_they_are_asked_for() =>
        Assert.Equal(
            """
            # machine

            First.

            - [In short, engine 50.0.1](#in-short-engine-5001)
            - [Tables](#tables): [Zebras: Run, Walk](#zebras-run-walk), [Apes](#apes)

            ## In short, engine 50.0.1

            ## Tables

            ### Zebras: Run, Walk

            ### Apes

            """.ReplaceLineEndings("\n"),
            new PageBuilder()
                .Heading(1, "machine")
                .Paragraph("First.")
                .Contents()
                .Heading(2, "In short, engine 50.0.1")
                .Heading(2, "Tables")
                .Heading(3, "Zebras: Run, Walk")
                .Heading(3, "Apes")
                .ToString()
        );

    [Fact]
    public void A_heading_that_was_there_before_has_a_number()
    {
        var page = new PageBuilder()
            .Contents()
            .Heading(2, "Zebras")
            .Heading(2, "Zebras")
            .ToString();

        Assert.Contains(
            "- [Zebras](#zebras)\n- [Zebras](#zebras-1)\n",
            page,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_page_that_asks_for_none_has_none() =>
        Assert.Equal("## Zebras\n", new PageBuilder().Heading(2, "Zebras").ToString());
}
