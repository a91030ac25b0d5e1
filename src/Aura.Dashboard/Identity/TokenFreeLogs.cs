namespace Aura.Dashboard.Identity;

/// <summary>
/// Keeps the hosting layer's request lines out of every log, whatever the settings ask for: they print the query, and
/// the query of a hub may carry a token that opens the door to whoever reads the log in the next quarter of an hour.
/// </summary>
internal static class TokenFreeLogs
{
    /// <summary>Writes "Request starting" and "Request finished" with the query at Information.</summary>
    private const string RequestLines = "Microsoft.AspNetCore.Hosting.Diagnostics";

    public static void Enforce(LoggerFilterOptions options)
    {
        var others = options.Rules.Where(rule =>
            rule.CategoryName?.StartsWith(RequestLines, StringComparison.OrdinalIgnoreCase) is not true).ToList();
        // A rule for one provider beats a rule for all, so each provider that has rules gets this one too.
        var providers = others.Select(rule => rule.ProviderName).Append(null).Distinct(StringComparer.Ordinal).ToList();
        options.Rules.Clear();
        foreach (var rule in others)
            options.Rules.Add(rule);
        foreach (string? provider in providers)
            options.Rules.Add(new LoggerFilterRule(provider, RequestLines, LogLevel.Warning, filter: null));
    }
}
