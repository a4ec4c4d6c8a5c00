using Memory64.Results.Relations;

namespace Memory64.Results.Tables;

/// <summary>A row of a table of ratios: a case against one of its controls.</summary>
/// <param name="Result">The case.</param>
/// <param name="Label">What the control is, such as memory32.</param>
/// <param name="Relation">The case over its control.</param>
internal sealed record RelatedRow(CaseResult Result, string Label, Relation Relation);
