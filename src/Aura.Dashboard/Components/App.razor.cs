using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;

namespace Aura.Dashboard.Components;

/// <summary>The document around every page. Pages are interactive from their first frame; only signing in is plain HTML.</summary>
public sealed partial class App
{
    private static readonly InteractiveServerRenderMode Interactive = new(prerender: false);

    [CascadingParameter]
    public required HttpContext HttpContext { get; set; }

    private bool IsInteractive => HttpContext.AcceptsInteractiveRouting();

    private InteractiveServerRenderMode? PageMode => IsInteractive ? Interactive : null;
}
