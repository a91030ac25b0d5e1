using System.Collections.Immutable;
using System.Globalization;

namespace Aura.Engine.Market;

/// <summary>Makes prices before and after splits comparable. What was recorded stays as it was.</summary>
public static class CorporateActions
{
    private const int Places = 8;

    /// <summary>What a price of an earlier day is in shares of a later one; 8 places, half-even.</summary>
    /// <param name="price">USD per share of the earlier day.</param>
    /// <param name="from">When it was agreed.</param>
    /// <param name="to">The later instant; without a split in between the price comes back as it is.</param>
    /// <param name="actions">In any order; null for none.</param>
    public static decimal Adjust(
        decimal price, DateTimeOffset from, DateTimeOffset to, ImmutableArray<CorporateAction>? actions)
    {
        if (actions is not { IsDefaultOrEmpty: false } known)
            return price;

        string first = Day(from);
        string last = Day(to);
        decimal adjusted = known
            .Where(action => string.CompareOrdinal(first, action.Date) < 0 && string.CompareOrdinal(action.Date, last) <= 0)
            .Aggregate(price, (value, action) => value * action.Old / action.New);
        return adjusted == price ? price : decimal.Round(adjusted, Places, MidpointRounding.ToEven);
    }

    private static string Day(DateTimeOffset instant) =>
        NewYorkTime.DateOf(instant).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
