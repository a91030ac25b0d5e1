using Aura.Engine.Canon;
using Aura.Engine.Rounds;
using Microsoft.JSInterop;

namespace Aura.Dashboard.Components.Dialogs;

/// <summary>A command whose answer is not known yet, as the browser's tab remembers it over a lost connection.</summary>
internal sealed record PendingCommand(Guid CommandId, CommandKind Kind, Scope Scope)
{
    private const string Key = "aura.pending-command";

    public static async Task<PendingCommand?> RecallAsync(IJSRuntime browser, CancellationToken cancellationToken) =>
        Parse(await browser.InvokeAsync<string?>("sessionStorage.getItem", cancellationToken, Key));

    public static ValueTask ForgetAsync(IJSRuntime browser) => browser.InvokeVoidAsync("sessionStorage.removeItem", Key);

    public ValueTask RememberAsync(IJSRuntime browser) =>
        browser.InvokeVoidAsync("sessionStorage.setItem", Key, $"{CommandId} {Kind} {Scope}");

    /// <summary>Null for what this version did not write: the browser's memory is the person's to change.</summary>
    public static PendingCommand? Parse(string? text) =>
        text?.Split(' ') is [var id, var kind, var scope]
        && Guid.TryParseExact(id, "D", out var commandId)
        && Enum.GetNames<CommandKind>().Contains(kind, StringComparer.Ordinal)
        && scope.Length is > 0 and <= 12 && scope.All(sign => char.IsAsciiLetterUpper(sign) || char.IsAsciiDigit(sign))
            ? new PendingCommand(commandId, Enum.Parse<CommandKind>(kind), Scope.Parse(scope))
            : null;
}
