namespace Aura.Dashboard.Configuration;

/// <summary>
/// The host does not start because settings are wrong. It carries every error at once, each naming its key, its value
/// and what is accepted, so that a person repairs a configuration in one round instead of one error at a time.
/// </summary>
internal sealed class AuraSettingsException(IReadOnlyList<string> errors, Exception? innerException = null)
    : Exception(Describe(errors), innerException)
{
    public IReadOnlyList<string> Errors { get; } = errors;

    private static string Describe(IReadOnlyList<string> errors) =>
        "AuraDashboard does not start. " + (errors.Count == 1 ? "One setting is" : $"{errors.Count} settings are")
        + " wrong:" + string.Concat(errors.Select(error => Environment.NewLine + "  - " + error));
}
