namespace Aura.Dashboard.Components.Controls;

/// <summary>One rule that differs between two rule sets.</summary>
/// <param name="Key">Where it stands in the document.</param>
/// <param name="Before">Its value in the earlier one; null when it had none.</param>
/// <param name="After">Its value in the later one; null when it has none.</param>
public sealed record RuleDifference(string Key, string? Before, string? After);
