using System.Globalization;
using System.Text;

namespace Aura.Engine.Market;

/// <summary>One byte of a text, however it is written: plain, or as a JSON escape, a percent escape or an HTML entity.</summary>
internal static class EchoedCharacter
{
    private const int LongestEntity = 10;

    // A text quoted in a text quoted in a text; more would only be there to make the search slow.
    private const int DeepestQuoting = 8;

    /// <summary>The byte at a position and how many bytes its spelling takes; a length of 0 past the end.</summary>
    public static (byte Value, int Length) At(ReadOnlySpan<byte> body, int at)
    {
        if (at >= body.Length)
            return (0, 0);

        var rest = body[at..];
        return rest[0] switch
        {
            (byte)'\\' => Escape(rest),
            (byte)'%' => Percent(rest),
            (byte)'&' => Entity(rest),
            var plain => (plain, 1),
        };
    }

    // %41, and %2541 where an address was escaped as part of another one.
    private static (byte Value, int Length) Percent(ReadOnlySpan<byte> rest)
    {
        int at = 1;
        while (at < DeepestQuoting && Hex(rest, at, 2) is '%' && Hex(rest, at + 2, 2) is not null)
            at += 2;
        return Hex(rest, at, 2) is { } value ? ((byte)value, at + 2) : (rest[0], 1);
    }

    // A backslash may itself be escaped when a body quotes another one.
    private static (byte Value, int Length) Escape(ReadOnlySpan<byte> rest)
    {
        int slashes = 1;
        while (slashes < Math.Min(rest.Length, DeepestQuoting) && rest[slashes] == (byte)'\\')
            slashes++;
        if (slashes == rest.Length)
            return (rest[0], 1);
        if (rest[slashes] == (byte)'u' && Hex(rest, slashes + 1, 4) is { } unit and <= byte.MaxValue)
            return ((byte)unit, slashes + 5);

        return (rest[slashes], slashes + 1);
    }

    private static (byte Value, int Length) Entity(ReadOnlySpan<byte> rest)
    {
        int end = rest[..Math.Min(rest.Length, LongestEntity)].IndexOf((byte)';');
        if (end < 0)
            return (rest[0], 1);

        string name = Encoding.ASCII.GetString(rest[1..end]);
        int? value = name switch
        {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            "apos" => '\'',
            ['#', 'x' or 'X', .. var hex] => Number(hex, NumberStyles.AllowHexSpecifier),
            ['#', .. var digits] => Number(digits, NumberStyles.None),
            _ => null,
        };
        return value is { } known and <= byte.MaxValue ? ((byte)known, end + 1) : (rest[0], 1);
    }

    private static int? Hex(ReadOnlySpan<byte> rest, int from, int digits) =>
        rest.Length >= from + digits
            ? Number(Encoding.ASCII.GetString(rest.Slice(from, digits)), NumberStyles.AllowHexSpecifier)
            : null;

    private static int? Number(string text, NumberStyles style) =>
        int.TryParse(text, style, CultureInfo.InvariantCulture, out int value) && value >= 0 ? value : null;
}
