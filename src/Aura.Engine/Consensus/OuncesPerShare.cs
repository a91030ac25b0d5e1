using System.Globalization;

namespace Aura.Engine.Consensus;

/// <summary>Troy ounces of gold per GLD share on a trading date.</summary>
public static class OuncesPerShare
{
    private const int Places = 10;
    private const decimal Least = 0.0000000001m;
    private const decimal AtInception = 0.1m;
    private const decimal FeesPerYear = 0.0039856m;
    private const decimal DaysPerYear = 365.25m;

    private static readonly DateOnly Inception = new(2004, 11, 18);

    /// <summary>
    /// The table's value on the latest date not after the given one, or the formula where the table has none;
    /// 10 decimal places, half-even.
    /// </summary>
    public static decimal On(DateOnly date, ConsensusRules rules)
    {
        string key = date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        int low = 0;
        int high = rules.OuncesPerShare.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (string.CompareOrdinal(rules.OuncesPerShare[middle].Date, key) <= 0)
                low = middle + 1;
            else
                high = middle;
        }

        decimal ounces = low > 0 ? rules.OuncesPerShare[low - 1].OuncesPerShare : Formula(date);
        // Thousands of years ahead, or in a table of absurd values, nothing is left at ten places: the price that comes of
        // it is refused as implausible, whereas a division by zero would stop the round.
        return decimal.Max(decimal.Round(ounces, Places, MidpointRounding.ToEven), Least);
    }

    /// <summary>
    /// 0.1 · exp(−0.0039856 · days/365.25 since 2004-11-18), within 2.7 basis points of twenty years of published
    /// values. The exponential is its own series on decimals; <c>Math.Exp</c> differs between platforms.
    /// </summary>
    public static decimal Formula(DateOnly date)
    {
        decimal x = -FeesPerYear * (date.DayNumber - Inception.DayNumber) / DaysPerYear;
        decimal sum = 1m;
        decimal term = 1m;
        for (int n = 1; term != 0m; n++)
        {
            term = term * x / n;
            sum += term;
        }

        return AtInception * sum;
    }
}
