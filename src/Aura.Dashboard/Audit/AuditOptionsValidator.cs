using Aura.Dashboard.Configuration;
using Microsoft.Extensions.Options;

namespace Aura.Dashboard.Audit;

/// <summary>Checks the section <c>Audit</c> and reports all errors, each naming key, value and what is accepted.</summary>
internal sealed class AuditOptionsValidator(IHostEnvironment environment) : IValidateOptions<AuditOptions>
{
    private static readonly TimeSpan ShortestPeriod = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPeriod = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan ShortestRotation = TimeSpan.FromHours(1);
    private static readonly TimeSpan LongestRotation = TimeSpan.FromDays(3650);

    public ValidateOptionsResult Validate(string? name, AuditOptions options)
    {
        var errors = new List<string>(options.Unreadable);
        Check(nameof(options.CheckpointPeriod), options.CheckpointPeriod, ShortestPeriod, LongestPeriod, errors);
        Check(nameof(options.KeyRotation), options.KeyRotation, ShortestRotation, LongestRotation, errors);
        // Longer than the rotation, and three keys would sign at once.
        Check(nameof(options.KeyOverlap), options.KeyOverlap, TimeSpan.Zero, options.KeyRotation, errors);
        CheckPath(nameof(options.StateDirectory), options.StateDirectory, errors);
        CheckPath(nameof(options.WitnessDirectory), options.WitnessDirectory, errors);
        CheckUrl(options.WitnessUrl, errors);
        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }

    private static void Check(string name, TimeSpan value, TimeSpan lowest, TimeSpan highest, List<string> errors)
    {
        if (value < lowest || value > highest)
            errors.Add($"{AuditOptions.Section}:{name} is '{value}': accepted are {lowest} to {highest}.");
    }

    private static void CheckPath(string name, string value, List<string> errors)
    {
        if (value.Contains('\0', StringComparison.Ordinal))
            errors.Add($"{AuditOptions.Section}:{name} is '{value}': accepted is the path of a folder, or nothing.");
    }

    // Whoever stands between host and witness could keep a checkpoint from it, and nobody would notice.
    private void CheckUrl(string value, List<string> errors)
    {
        bool isAccepted = value.Length == 0
            || (Uri.TryCreate(value, UriKind.Absolute, out var url) && url.UserInfo.Length == 0
                && (string.Equals(url.Scheme, Uri.UriSchemeHttps, StringComparison.Ordinal)
                    || (environment.IsDevelopment() && LoopbackAddresses.IsLoopbackUrl(value))));
        if (!isAccepted)
            errors.Add($"{AuditOptions.Section}:{nameof(AuditOptions.WitnessUrl)} is '{value}': accepted is an address that "
                + "begins with https:// and holds no name or password; in Development also http:// to this machine.");
    }
}
