using System.Text.RegularExpressions;

namespace Aura.Dashboard.Configuration;

/// <summary>
/// Says whether a setting looks like a secret. It guards against the honest mistake, a key pasted into the file that
/// gets committed, so it leans towards refusing; what it refuses wrongly can still be set in the environment.
/// </summary>
internal static partial class SecretText
{
    // In random base64 nearly every second character is of another kind than the one before it; in paths and names put
    // together from words, where a capital and its small letters count as one, it is every fourth.
    private const int LongText = 32;
    private const double RandomTurnsPerCharacter = 0.3;

    private static readonly string[] Names =
        ["ApiKey", "Api_Key", "Password", "Passphrase", "Secret", "Token", "PrivateKey", "Private_Key", "AccessKey"];

    /// <summary>Why the setting looks like a secret, or null.</summary>
    /// <param name="key">Any part of the path counts: <c>Secrets:Finnhub</c> names a secret too.</param>
    /// <param name="value">Empty values, switches and time spans are never secrets.</param>
    public static string? FindReason(string key, string value) => value switch
    {
        _ when IsHarmless(value) => null,
        _ when PemPrivateKey().IsMatch(value) => "it is a private key",
        _ when ConnectionPassword().IsMatch(value) => "it is a connection string with a password",
        _ when AddressPassword().IsMatch(value) => "it is an address with a password",
        _ when LongHexadecimal().IsMatch(value) => "it is a long hexadecimal number, as keys are",
        _ when IsRandom(value) => "it is a long random text, as keys are",
        _ when Array.Find(Names, name => key.Contains(name, StringComparison.OrdinalIgnoreCase)) is { } name =>
            $"its name contains '{name}'",
        _ => null,
    };

    // 'RequirePassword: true' and 'TokenLifetime: 00:15:00' speak about secrets and are none.
    private static bool IsHarmless(string value) =>
        string.IsNullOrWhiteSpace(value) || bool.TryParse(value, out _) || TimeSpanText().IsMatch(value);

    private static bool IsRandom(string value) =>
        value.Length >= LongText
        && KeyAlphabet().IsMatch(value)
        && value.Any(char.IsAsciiLetterLower) && value.Any(char.IsAsciiLetterUpper) && value.Any(char.IsAsciiDigit)
        && value.Zip(value.Skip(1), IsTurn).Count(turns => turns) >= RandomTurnsPerCharacter * value.Length;

    private static bool IsTurn(char before, char after) => (KindOf(before), KindOf(after)) switch
    {
        ('A', 'a') => false,
        var (first, second) => first != second,
    };

    private static char KindOf(char character) =>
        char.IsAsciiLetterLower(character) ? 'a'
        : char.IsAsciiLetterUpper(character) ? 'A'
        : char.IsAsciiDigit(character) ? '0'
        : '/';

    [GeneratedRegex("-----BEGIN [A-Z ]*PRIVATE KEY-----", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PemPrivateKey();

    [GeneratedRegex(
        @"(^|;)\s*(password|pwd|accountkey|sharedaccesskey)\s*=\s*[^;\s]",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ConnectionPassword();

    [GeneratedRegex("^[a-z][a-z0-9+.-]*://[^/?#@]*:[^/?#@]+@", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AddressPassword();

    [GeneratedRegex("^(0x)?[0-9a-f]{64,}$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LongHexadecimal();

    [GeneratedRegex("^[A-Za-z0-9+/_=-]+$", RegexOptions.None, 1000)]
    private static partial Regex KeyAlphabet();

    [GeneratedRegex(@"^(\d+\.)?\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TimeSpanText();
}
