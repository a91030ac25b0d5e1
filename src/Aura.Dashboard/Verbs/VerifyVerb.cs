using System.Globalization;
using Aura.Engine.Rounds.Verification;

namespace Aura.Dashboard.Verbs;

/// <summary>
/// Verifies a bundle as the auditor's browser does, with the same engine. It reads no setting and opens nothing but the
/// bundle, so that it also runs where no dashboard ever ran.
/// </summary>
internal sealed class VerifyVerb : IVerb
{
    private const int NotUnderstood = 2;
    private const string Arguments = "bundle.zip [--key FINGERPRINT]";

    public string Name => "verify";

    public string Usage => $"{Arguments}   checks a bundle; 0 when everything holds, 1 when not";

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, TextWriter errors)
    {
        if (arguments is not ([{ Length: > 0 }] or [{ Length: > 0 }, "--key", { Length: > 0 }]) || arguments[0][0] is '-')
        {
            await errors.WriteLineAsync($"verify does not understand '{string.Join(' ', arguments)}'; accepted is {Arguments}.");
            return NotUnderstood;
        }

        try
        {
            await using var bundle = File.OpenRead(arguments[0]);
            return await TellAsync(Verify(bundle, arguments is [_, _, var key] ? key : null), output);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            await errors.WriteLineAsync($"'{arguments[0]}' cannot be read: {exception.Message}");
            return NotUnderstood;
        }
    }

    private static VerificationResult Verify(Stream bundle, string? key) =>
        ((VerificationStep.Finished)BundleVerification.Run(bundle, key).Last()).Result;

    private static async Task<int> TellAsync(VerificationResult result, TextWriter output)
    {
        await output.WriteLineAsync(result.Verdict switch
        {
            VerificationVerdict.Verified => "VERIFIED",
            VerificationVerdict.SignerNotConfirmed => "SELF-CONSISTENT, SIGNER NOT CONFIRMED",
            _ => "FAILED",
        });
        if (result.Failure is { } failure)
            await output.WriteLineAsync($"{failure.Record}: {failure.Reason}");
        foreach (var (i, fact) in result.Proved.Index())
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{i + 1}. {fact}"));
        return result.Verdict is VerificationVerdict.Failed ? 1 : 0;
    }
}
