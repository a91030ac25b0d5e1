namespace Aura.Dashboard.Identity;

/// <summary>What a request for a token gets.</summary>
/// <param name="Token">The token, or null: unknown, wrong and locked out are one answer, from which nobody learns anything.</param>
/// <param name="MustChangePassword">
/// True when the password was right and must be replaced first. Only who knows the password is told.
/// </param>
internal sealed record TokenAnswer(AccessToken? Token, bool MustChangePassword)
{
    public static readonly TokenAnswer Refused = new(Token: null, MustChangePassword: false);
    public static readonly TokenAnswer NotYet = new(Token: null, MustChangePassword: true);
}
