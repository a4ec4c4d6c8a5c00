using Memory64.Results.Highlights;

namespace Memory64.Results.Pages;

/// <summary>A column of a table of main figures: an engine, or the newest engine of a machine.</summary>
/// <param name="Header">Its heading.</param>
/// <param name="Figures">What the run says in short.</param>
internal sealed record FigureColumn(string Header, MainFigures Figures);
