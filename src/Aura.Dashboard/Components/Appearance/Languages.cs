using System.Globalization;

namespace Aura.Dashboard.Components.Appearance;

/// <summary>
/// The languages of the pages. Each is an interface culture only: the process computes, records and exports under the
/// invariant culture, so that nobody's choice of words can change a byte. The formats are stated here, because a machine
/// without locale data must write the same figures.
/// </summary>
internal static class Languages
{
    public static readonly CultureInfo English = Made("en", ".", ",", "yyyy-MM-dd");
    public static readonly CultureInfo German = Made("de", ",", ".", "dd.MM.yyyy");

    /// <summary>The first one is spoken to whoever asks for none of them.</summary>
    public static readonly IReadOnlyList<CultureInfo> All = [English, German];

    /// <summary>The language of whoever reads now, with its formats.</summary>
    public static CultureInfo Current => CultureInfo.CurrentUICulture.Name is "de" ? German : English;

    /// <summary>A language as its speakers call it.</summary>
    public static string NameOf(CultureInfo language) => language.Name is "de" ? "Deutsch" : "English";

    private static CultureInfo Made(string name, string decimalPoint, string group, string date)
    {
        var culture = new CultureInfo(name)
        {
            NumberFormat = { NumberDecimalSeparator = decimalPoint, NumberGroupSeparator = group },
            DateTimeFormat = { ShortDatePattern = date, LongTimePattern = "HH:mm:ss" },
        };
        return CultureInfo.ReadOnly(culture);
    }
}
