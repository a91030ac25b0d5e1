namespace Aura.Engine.Canon;

/// <summary>
/// The names of the canonical documents. Version 1 is what is written now and read for ever; version 0, of the time
/// before the format was frozen, has the same members and is read for ever too.
/// </summary>
internal static class DocumentSchema
{
    public const string Answer = "aura.answer/1";
    public const string Bundle = "aura.bundle/1";
    public const string Command = "aura.command/1";
    public const string Entry = "aura.entry/1";
    public const string Evidence = "aura.evidence/1";
    public const string Notice = "aura.notice/1";
    public const string Observation = "aura.observation/1";
    public const string Preview = "aura.preview/1";
    public const string Report = "aura.report/1";
    public const string RuleSet = "aura.ruleset/1";
    public const string State = "aura.state/1";

    /// <summary>The name as it is stated, if it is one that this version reads.</summary>
    /// <exception cref="FormatException">It is another document's name, or a later version's.</exception>
    public static string Checked(string stated, string current) =>
        string.Equals(stated, current, StringComparison.Ordinal)
        || string.Equals(stated, EarlierOf(current), StringComparison.Ordinal)
            ? stated
            : throw new FormatException($"The document states the schema '{stated}'; this version reads '{current}' and earlier.");

    /// <summary>The name of a document as an entry of this version has it: documents of one decision are of one version.</summary>
    public static string In(string entrySchema, string current) =>
        string.Equals(entrySchema, Entry, StringComparison.Ordinal) ? current : EarlierOf(current);

    private static string EarlierOf(string current) => $"{current[..^1]}0";
}
