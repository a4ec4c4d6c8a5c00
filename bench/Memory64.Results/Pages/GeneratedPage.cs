namespace Memory64.Results.Pages;

/// <summary>A page that is made from run files alone.</summary>
/// <param name="Path">Where it lies.</param>
/// <param name="Text">All of its text; lines end with \n.</param>
public sealed record GeneratedPage(string Path, string Text);
