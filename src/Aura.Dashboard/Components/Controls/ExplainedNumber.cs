namespace Aura.Dashboard.Components.Controls;

/// <summary>A number's name and the sentence that says how it is computed.</summary>
/// <param name="Key">The end of its test id.</param>
/// <param name="Name">As people call it.</param>
/// <param name="Sentence">The engine's own words, the same that REST sends.</param>
public sealed record ExplainedNumber(string Key, string Name, string Sentence);
