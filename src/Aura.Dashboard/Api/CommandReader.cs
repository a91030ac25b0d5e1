using Aura.Dashboard.Operators;
using Aura.Engine.Breaker;
using Aura.Engine.Canon;
using Aura.Engine.Rounds;

namespace Aura.Dashboard.Api;

/// <summary>Reads the body of a command and names every field that is wrong.</summary>
internal static class CommandReader
{
    private const int DigestDigits = 64;

    /// <summary>Null when anything is wrong.</summary>
    public static CommandDraft? Read(
        CommandKind kind, Scope scope, CommandRequest body, out Dictionary<string, string[]> faults)
    {
        faults = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var commandId = CommandId(body.CommandId, faults);
        if (body.ExpectedVersion is not >= 1)
            faults["expectedVersion"] = [$"'expectedVersion' is '{body.ExpectedVersion}': accepted is the breaker's version, 1 or more."];
        if (!Enum.GetNames<ReasonCode>().Contains(body.ReasonCode, StringComparer.Ordinal))
            faults["reasonCode"] = [$"'reasonCode' is '{body.ReasonCode}': accepted are {string.Join(", ", Enum.GetNames<ReasonCode>())}."];
        if (ReasonText.FindFault(body.Reason) is { } fault)
            faults["reason"] = [fault];
        if (body.Preview is not null && !IsDigest(body.Preview))
            faults["preview"] = [$"'preview' is '{body.Preview}': accepted are the 64 hexadecimal digits that GET preview gave, or nothing."];
        if (kind is CommandKind.BreakGlass && ReasonText.FindFault(body.Justification) is { } lacking)
            faults["justification"] = [$"'justification' says why nobody could approve: {lacking}"];
        else if (kind is not CommandKind.BreakGlass && body.Justification is not null)
            faults["justification"] = ["'justification' belongs to a break-glass reset; accepted here is nothing."];
        return faults.Count > 0
            ? null
            : new CommandDraft(
                commandId, kind, scope, body.ExpectedVersion.GetValueOrDefault(),
                Enum.Parse<ReasonCode>(body.ReasonCode!), body.Reason!)
            {
                Justification = body.Justification,
                Preview = body.Preview is null ? null : Digest.Parse(body.Preview),
            };
    }

    /// <summary>The id of a command; empty when it is wrong.</summary>
    public static Guid CommandId(string? text, Dictionary<string, string[]> faults)
    {
        if (!Guid.TryParseExact(text, "D", out var commandId) || commandId == Guid.Empty)
            faults["commandId"] = [$"'commandId' is '{text}': accepted is a UUID made by the client."];
        return commandId;
    }

    private static bool IsDigest(string text) => text.Length == DigestDigits && text.All(char.IsAsciiHexDigitLower);
}
