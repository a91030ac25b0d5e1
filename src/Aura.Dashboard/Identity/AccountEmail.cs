using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;

namespace Aura.Dashboard.Identity;

/// <summary>What counts as the address of an account.</summary>
internal static class AccountEmail
{
    // The framework's attribute accepts anything around one '@'; the account's name must also be free of spaces and
    // signs that the user name rule refuses.
    public static bool IsAcceptable(string email, UserOptions rules) =>
        new EmailAddressAttribute().IsValid(email)
        && email.All(rules.AllowedUserNameCharacters.Contains)
        && email[(email.IndexOf('@', StringComparison.Ordinal) + 1)..].Trim('.').Contains('.', StringComparison.Ordinal);
}
