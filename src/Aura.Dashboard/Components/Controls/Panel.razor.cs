using Microsoft.AspNetCore.Components;

namespace Aura.Dashboard.Components.Controls;

/// <summary>One subject on a page: a title, what stands beside it, and the content.</summary>
public sealed partial class Panel
{
    [Parameter]
    [EditorRequired]
    public required string Title { get; set; }

    [Parameter]
    public RenderFragment? Aside { get; set; }

    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    [Parameter]
    public string? TestId { get; set; }
}
