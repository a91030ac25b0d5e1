using Microsoft.AspNetCore.Identity;

namespace Aura.Dashboard.Components.Pages;

/// <summary>The password policy as one sentence, said before somebody breaks it.</summary>
internal static class PasswordRules
{
    public static string Describe(PasswordOptions rules)
    {
        string[] needed =
        [
            .. rules.RequireLowercase ? ["a lower-case letter"] : Array.Empty<string>(),
            .. rules.RequireUppercase ? ["a capital letter"] : Array.Empty<string>(),
            .. rules.RequireDigit ? ["a digit"] : Array.Empty<string>(),
            .. rules.RequireNonAlphanumeric ? ["a sign that is neither letter nor digit"] : Array.Empty<string>(),
        ];
        string length = $"At least {rules.RequiredLength} characters";
        return needed switch
        {
            [] => $"{length}.",
            [var only] => $"{length} with {only}.",
            [.. var first, var last] => $"{length} with {string.Join(", ", first)} and {last}.",
        };
    }
}
