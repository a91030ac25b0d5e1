using Aura.Dashboard.Identity;
using Microsoft.AspNetCore.Components;

namespace Aura.Dashboard.Components.Controls;

/// <summary>The person behind an account id: the ledger knows only the id, people know names.</summary>
public sealed partial class AccountName
{
    private string? _shown;
    private string _name = "…";

    [Inject]
    internal AccountNames Names { get; init; } = default!;

    [Parameter]
    [EditorRequired]
    public required string Id { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        string id = Id;
        if (string.Equals(_shown, id, StringComparison.Ordinal))
            return;

        _shown = id;
        string name = await Names.FindAsync(id) ?? T("account {0}", id);
        // Another person may have become the subject while the database answered.
        if (string.Equals(_shown, id, StringComparison.Ordinal))
            _name = name;
    }
}
