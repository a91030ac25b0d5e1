namespace Aura.Engine.MasterLogic.Measures;

/// <summary>How a statistic leaves the arithmetic of doubles: rounded before anybody compares or shows it.</summary>
internal static class Measured
{
    private const int Places = 9;

    /// <summary>Nine places, half-even; zero without a sign.</summary>
    public static decimal Of(double value) => Of((decimal)value);

    /// <inheritdoc cref="Of(double)"/>
    public static decimal Of(decimal value)
    {
        decimal rounded = decimal.Round(value, Places, MidpointRounding.ToEven);
        return rounded == 0m ? 0m : rounded;
    }
}
