using System.Reflection;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace Aura.Dashboard.Components.Layout;

/// <summary>The menu: from what is now, over what was, to what is set. It offers a place only when a page answers there.</summary>
public sealed partial class NavMenu
{
    internal static readonly IReadOnlyList<NavItem> Items = Existing(
    [
        new("/", "Overview", Icons.Material.Outlined.Dashboard, "g o"),
        new("/don", "Oracle network", Icons.Material.Outlined.Hub, "g n"),
        new("/sources", "Sources", Icons.Material.Outlined.CloudDownload, "g v"),
        new("/rounds", "Rounds", Icons.Material.Outlined.History, "g r"),
        new("/breaker", "Breaker", Icons.Material.Outlined.ElectricalServices, "g b"),
        new("/alerts", "Alerts", Icons.Material.Outlined.NotificationsNone, "g l"),
        new("/audit", "Audit", Icons.Material.Outlined.Fingerprint, "g a"),
        new("/publications", "Publications", Icons.Material.Outlined.Outbox, "g p"),
        new("/settings", "Settings", Icons.Material.Outlined.Tune, "g s"),
    ]);

    private static List<NavItem> Existing(IEnumerable<NavItem> items)
    {
        var routes = typeof(NavMenu).Assembly.GetTypes()
            .SelectMany(type => type.GetCustomAttributes<RouteAttribute>(inherit: false))
            .Select(route => route.Template)
            .ToHashSet(StringComparer.Ordinal);
        return [.. items.Where(item => routes.Contains(item.Href))];
    }
}
