using System.Globalization;

namespace Aura.Dashboard.Components.Controls;

/// <summary>Addresses of the page of the breakers: a link shows a colleague the same thing, and never does anything.</summary>
internal static class BreakerAddress
{
    public const string Page = "/breaker";
    public const string ScopeParameter = "scope";
    public const string BeforeParameter = "before";

    public static string OfScope(string scope) => $"{Page}?{ScopeParameter}={Uri.EscapeDataString(scope)}";

    /// <summary>What stands beside each other in the address of the page.</summary>
    public static Dictionary<string, object?> Parameters(string? scope, long? before) => new(StringComparer.Ordinal)
    {
        [ScopeParameter] = scope,
        [BeforeParameter] = before?.ToString(CultureInfo.InvariantCulture),
    };
}
