using System.Security.Claims;
using Aura.Dashboard.Components.Dialogs;
using Aura.Dashboard.Operators;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.JSInterop;

namespace Aura.Dashboard.Components.Layout;

/// <summary>
/// After a lost connection: says that a command of this tab is unknown, looks for its answer and says what it was. It
/// sends nothing.
/// </summary>
public sealed partial class PendingCommandNotice : IDisposable
{
    private readonly CancellationTokenSource _left = new();
    private string? _words;
    private bool _isOpen;

    [Inject]
    public required IJSRuntime Browser { get; init; }

    [Inject]
    internal CommandSettlement Settlement { get; init; } = default!;

    [CascadingParameter]
    public required Task<AuthenticationState> Authentication { get; set; }

    public void Dispose()
    {
        _left.Cancel();
        _left.Dispose();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;

        try
        {
            if (await PendingCommand.RecallAsync(Browser, _left.Token) is { } pending
                && (await Authentication).User.FindFirstValue(ClaimTypes.NameIdentifier) is { } account)
                await SettleAsync(pending, account);
        }
        catch (OperationCanceledException) when (_left.IsCancellationRequested)
        {
            // The page is left; the next one looks again.
        }
        catch (JSDisconnectedException)
        {
            // The connection is lost once more.
        }
    }

    private async Task SettleAsync(PendingCommand pending, string account)
    {
        (_isOpen, _words) = (true, T("{0} of {1}: unknown, checking …", pending.Kind, pending.Scope));
        StateHasChanged();
        var answer = await Settlement.SettleAsync(pending.CommandId, account, _left.Token);
        (_isOpen, _words) = (false, CommandWords.Settled(pending, answer));
        await PendingCommand.ForgetAsync(Browser);
        StateHasChanged();
    }
}
