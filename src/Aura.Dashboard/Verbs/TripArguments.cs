using Aura.Dashboard.Identity;
using Aura.Dashboard.Operators;
using Aura.Engine.Breaker;

namespace Aura.Dashboard.Verbs;

/// <summary>What <c>trip</c> was told: the command, and settings for those who keep theirs on the command line.</summary>
internal sealed record TripArguments(string Scope, ReasonCode Code, string Reason, IReadOnlyList<string> Settings)
{
    private const string ScopeName = "--scope";
    private const string CodeName = "--reason-code";
    private const string ReasonName = "--reason";

    /// <summary>Null when the arguments are not understood; every fault is named.</summary>
    public static TripArguments? Read(IReadOnlyList<string> arguments, out IReadOnlyList<string> faults)
    {
        var found = new List<string>();
        var (said, settings) = Split(arguments, found);
        faults = found;
        string? scope = said.GetValueOrDefault(ScopeName);
        if (string.IsNullOrWhiteSpace(scope))
            found.Add($"{ScopeName} is missing; accepted is SYSTEM or an asset.");
        string code = said.GetValueOrDefault(CodeName, nameof(ReasonCode.Investigation));
        if (!Enum.GetNames<ReasonCode>().Contains(code, StringComparer.Ordinal))
            found.Add($"{CodeName} is '{code}'; accepted are {string.Join(", ", Enum.GetNames<ReasonCode>())}.");
        string? reason = said.GetValueOrDefault(ReasonName);
        if (reason is null)
            found.Add($"{ReasonName} is missing; accepted are your words for the ledger.");
        else if (ReasonText.FindFault(reason) is { } fault)
            found.Add($"{ReasonName} is '{reason}': {fault}");
        return found.Count > 0 ? null : new TripArguments(scope!, Enum.Parse<ReasonCode>(code), reason!, settings);
    }

    private static (Dictionary<string, string> Said, List<string> Settings) Split(
        IReadOnlyList<string> arguments, List<string> faults)
    {
        var said = new Dictionary<string, string>(StringComparer.Ordinal);
        var settings = new List<string>();
        for (int i = 0; i < arguments.Count; i++)
        {
            string argument = arguments[i];
            string name = argument.Split('=')[0];
            // Everybody on the machine can list the arguments of a process.
            if (name.EndsWith(TripAccount.CredentialKey, StringComparison.OrdinalIgnoreCase))
                faults.Add($"{TripAccount.CredentialKey} is accepted from the environment only, where other people do not see it.");
            else if (name is ScopeName or CodeName or ReasonName)
            {
                string? value = name.Length < argument.Length ? argument[(name.Length + 1)..]
                    : i + 1 < arguments.Count ? arguments[++i] : null;
                if (value is null)
                    faults.Add($"{name} has no value.");
                else if (!said.TryAdd(name, value))
                    faults.Add($"{name} stands there twice.");
            }
            else if (name.StartsWith("--", StringComparison.Ordinal) && name.Length < argument.Length)
                settings.Add(argument);
            else
                faults.Add($"'{argument}' is not understood; accepted are {ScopeName}, {CodeName}, {ReasonName} and settings, --Section:Key=value.");
        }

        return (said, settings);
    }
}
