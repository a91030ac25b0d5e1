using System.Collections.Immutable;
using System.Globalization;
using Aura.Engine.Market;

namespace Aura.Dashboard.Configuration;

/// <summary>Reads splits as people write them.</summary>
internal static class CorporateActionText
{
    private const int MostShares = 1000;

    /// <summary>Null for no splits, which is what a rule set without them says.</summary>
    public static ImmutableArray<CorporateAction>? Read(IReadOnlyList<CorporateActionOptions> options) =>
        options.Count == 0
            ? null
            : [.. options.Select(Read).OrderBy(action => action.Date, StringComparer.Ordinal)];

    /// <summary>A sentence for every value that cannot be read.</summary>
    public static IEnumerable<string> Defects(string key, CorporateActionOptions options)
    {
        if (!DateOnly.TryParseExact(options.Date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            yield return $"{key}:Date is '{options.Date}': accepted is a day such as 2003-02-18.";
        if (RatioOf(options.Ratio) is null)
            yield return $"{key}:Ratio is '{options.Ratio}': accepted are new shares for old ones such as 2:1, each 1 to {MostShares}, "
                + "and not the same number twice.";
    }

    private static CorporateAction Read(CorporateActionOptions options) =>
        RatioOf(options.Ratio) is { } ratio
            ? new CorporateAction(options.Date, ratio.New, ratio.Old)
            : throw new InvalidOperationException("The settings should have been refused.");

    private static (int New, int Old)? RatioOf(string text) =>
        text.Split(':') is [var left, var right] && Shares(left) is { } now && Shares(right) is { } before && now != before
            ? (now, before)
            : null;

    private static int? Shares(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int shares) && shares is >= 1 and <= MostShares
            ? shares
            : null;
}
