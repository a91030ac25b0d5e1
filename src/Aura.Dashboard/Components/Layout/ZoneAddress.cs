using Aura.Dashboard.Components.Appearance;
using Microsoft.AspNetCore.Components;

namespace Aura.Dashboard.Components.Layout;

/// <summary>The clock of a page in its address. UTC needs no word there.</summary>
internal static class ZoneAddress
{
    public const string Parameter = "zone";

    public static string With(NavigationManager navigation, DeskZone zone) =>
        navigation.GetUriWithQueryParameter(Parameter, zone == DeskZone.Utc ? null : zone.Id);
}
