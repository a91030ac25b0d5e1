using System.Globalization;

namespace Aura.Verifier;

/// <summary>How large a bundle may be, and how a size is said to a person.</summary>
public static class BundleSize
{
    /// <summary>A browser gives WebAssembly 2 GiB; the bundle lies in them beside everything that is read from it.</summary>
    public const long Limit = 1L << 30;

    private const long Kibibyte = 1L << 10;
    private const long Mebibyte = 1L << 20;

    /// <summary>The size in the unit that keeps it short.</summary>
    public static string InWords(long bytes) => bytes switch
    {
        < Kibibyte => string.Create(CultureInfo.InvariantCulture, $"{bytes} bytes"),
        < Mebibyte => string.Create(CultureInfo.InvariantCulture, $"{bytes / (decimal)Kibibyte:0.#} KiB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / (decimal)Mebibyte:0.#} MiB"),
    };
}
