using System.Globalization;

namespace Aura.Engine.Canon;

/// <summary>Decimals as strings without exponent or trailing zeros: <c>3356.73</c>, <c>0.1</c>, <c>0</c>.</summary>
public sealed class DecimalText : TextConverter<decimal>
{
    private const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    /// <summary>The one canonical text of a decimal.</summary>
    public static string Of(decimal value)
    {
        string text = value.ToString(CultureInfo.InvariantCulture);
        if (text.Contains('.', StringComparison.Ordinal))
            text = text.TrimEnd('0').TrimEnd('.');
        return text is "-0" ? "0" : text;
    }

    /// <inheritdoc/>
    protected override decimal Parse(string text) =>
        decimal.TryParse(text, Plain, CultureInfo.InvariantCulture, out decimal value)
            ? value
            : throw new FormatException($"'{text}' is not a decimal.");

    /// <inheritdoc/>
    protected override string Render(decimal value) => Of(value);
}
