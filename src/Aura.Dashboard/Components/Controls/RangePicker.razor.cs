using System.Globalization;
using Aura.Dashboard.Components.Pages;
using Microsoft.AspNetCore.Components;

namespace Aura.Dashboard.Components.Controls;

/// <summary>Chooses a stretch of time by changing the address, so that a link shows the same stretch to somebody else.</summary>
public sealed partial class RangePicker
{
    private const string Second = "yyyy-MM-ddTHH:mm:ssZ";

    private DateTime? _from;
    private DateTime? _to;

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Parameter]
    [EditorRequired]
    public required ChosenRange Range { get; set; }

    /// <summary>Whether everything there is can be chosen too.</summary>
    [Parameter]
    public bool OffersAll { get; set; }

    protected override void OnParametersSet()
    {
        if (Range is { Word: null, Fault: null } between)
        {
            _from = between.From == DateTimeOffset.MinValue ? null : between.From.UtcDateTime;
            _to = between.To?.UtcDateTime;
        }
    }

    private void Apply() => Navigation.NavigateTo(
        Navigation.GetUriWithQueryParameters(At(null, Written(_from), Written(_to))));

    private static string? Written(DateTime? time) => time?.ToString(Second, CultureInfo.InvariantCulture);

    private static Dictionary<string, object?> At(string? word, string? from, string? to) =>
        new(StringComparer.Ordinal) { ["range"] = word, ["from"] = from, ["to"] = to, ["before"] = null };
}
