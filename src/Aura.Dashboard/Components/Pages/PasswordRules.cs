using Microsoft.AspNetCore.Identity;

namespace Aura.Dashboard.Components.Pages;

/// <summary>The password policy as one sentence, said before somebody breaks it.</summary>
internal static class PasswordRules
{
    public static string Describe(PasswordOptions rules)
    {
        string[] needed =
        [
            .. rules.RequireLowercase ? [T("a lower-case letter")] : Array.Empty<string>(),
            .. rules.RequireUppercase ? [T("a capital letter")] : Array.Empty<string>(),
            .. rules.RequireDigit ? [T("a digit")] : Array.Empty<string>(),
            .. rules.RequireNonAlphanumeric ? [T("a sign that is neither letter nor digit")] : Array.Empty<string>(),
        ];
        string length = T("At least {0} characters", rules.RequiredLength);
        return needed switch
        {
            [] => $"{length}.",
            [var only] => T("{0} with {1}.", length, only),
            [.. var first, var last] => T("{0} with {1} and {2}.", length, string.Join(", ", first), last),
        };
    }
}
