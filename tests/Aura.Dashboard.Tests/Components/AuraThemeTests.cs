using System.Text.RegularExpressions;
using Aura.Dashboard.Components.Appearance;
using MudBlazor;
using MudBlazor.Utilities;

namespace Aura.Dashboard.Tests.Components;

/// <summary>WCAG 2.2, success criterion 1.4.3: text needs a contrast of 4.5 to 1.</summary>
public sealed partial class AuraThemeTests
{
    private const double Readable = 4.5;

    public static TheoryData<string, string, string> TextOnGround()
    {
        var pairs = new TheoryData<string, string, string>();
        foreach (var (name, palette) in new (string, Palette)[] { ("light", AuraTheme.Light), ("dark", AuraTheme.Dark) })
        {
            pairs.Add($"{name} text", Hex(palette.TextPrimary), Hex(palette.Background));
            pairs.Add($"{name} quiet text", Hex(palette.TextSecondary), Hex(palette.Background));
            pairs.Add($"{name} quiet text on a panel", Hex(palette.TextSecondary), Hex(palette.Surface));
            pairs.Add($"{name} menu", Hex(palette.DrawerText), Hex(palette.DrawerBackground));
            pairs.Add($"{name} bar", Hex(palette.AppbarText), Hex(palette.AppbarBackground));
            pairs.Add($"{name} primary button", Hex(palette.PrimaryContrastText), Hex(palette.Primary));
            pairs.Add($"{name} secondary button", Hex(palette.SecondaryContrastText), Hex(palette.Secondary));
            pairs.Add($"{name} info", Hex(palette.InfoContrastText), Hex(palette.Info));
            pairs.Add($"{name} success", Hex(palette.SuccessContrastText), Hex(palette.Success));
            pairs.Add($"{name} warning", Hex(palette.WarningContrastText), Hex(palette.Warning));
            pairs.Add($"{name} error", Hex(palette.ErrorContrastText), Hex(palette.Error));
            pairs.Add($"{name} outlined primary", Hex(palette.Primary), Hex(palette.Surface));
            pairs.Add($"{name} outlined error", Hex(palette.Error), Hex(palette.Surface));
        }

        return pairs;
    }

    [Theory]
    [MemberData(nameof(TextOnGround))]
    public void Every_text_can_be_read(string what, string text, string ground)
    {
        double contrast = Contrast(new MudColor(text), new MudColor(ground));

        Assert.True(contrast >= Readable, $"{what}: {text} on {ground} has {contrast:F2} : 1");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_style_sheet_has_the_same_colours(bool dark)
    {
        Palette palette = dark ? AuraTheme.Dark : AuraTheme.Light;
        var colours = StyleSheetColours(dark);

        Assert.Equal(Hex(palette.Background), colours["background"]);
        Assert.Equal(Hex(palette.Surface), colours["surface"]);
        Assert.Equal(Hex(palette.Divider), colours["line"]);
        Assert.Equal(Hex(palette.TextPrimary), colours["text"]);
        Assert.Equal(Hex(palette.TextSecondary), colours["text-quiet"]);
        Assert.Equal(Hex(palette.Primary), colours["primary"]);
        Assert.Equal(Hex(palette.PrimaryContrastText), colours["on-primary"]);
        Assert.Equal(Hex(palette.Success), colours["good"]);
        Assert.Equal(Hex(palette.Warning), colours["warning"]);
        Assert.Equal(Hex(palette.Error), colours["danger"]);
        Assert.Equal(Hex(palette.AppbarBackground), colours["bar"]);
        Assert.Equal(Hex(palette.AppbarText), colours["on-bar"]);
    }

    [Theory]
    [MemberData(nameof(Tones))]
    public void Every_tone_can_be_read_on_its_own_tint(string tone, bool dark)
    {
        var colours = StyleSheetColours(dark);
        var text = new MudColor(colours[tone]);
        var surface = new MudColor(colours["surface"]);
        var tint = new MudColor(Mix(text.R, surface.R), Mix(text.G, surface.G), Mix(text.B, surface.B), byte.MaxValue);

        double contrast = Contrast(text, tint);

        Assert.True(contrast >= Readable, $"{tone}: {contrast:F2} : 1");
    }

    public static TheoryData<string, bool> Tones()
    {
        var data = new TheoryData<string, bool>();
        foreach (var tone in Enum.GetValues<Tone>())
        {
            data.Add(tone.CssName(), false);
            data.Add(tone.CssName(), true);
        }

        return data;
    }

    // The dark block overrides the light one, as it does in a browser.
    private static Dictionary<string, string> StyleSheetColours(bool dark)
    {
        using var stream = typeof(AuraThemeTests).Assembly.GetManifestResourceStream("aura.css");
        Assert.NotNull(stream);
        using var reader = new StreamReader(stream);
        string css = reader.ReadToEnd();
        int darkBlock = css.IndexOf(":root[data-theme=\"dark\"]", StringComparison.Ordinal);
        string part = dark ? css : css[..darkBlock];

        var colours = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (Match match in ColourPattern().Matches(part))
            colours[match.Groups["name"].Value] = match.Groups["value"].Value;
        return colours;
    }

    // A badge lies on nine parts of its own colour and ninety-one of the panel's (see .aura-badge).
    private static byte Mix(byte colour, byte ground) => (byte)Math.Round(0.09 * colour + 0.91 * ground);

    [GeneratedRegex("--aura-(?<name>[a-z0-9-]+): (?<value>#[0-9a-f]{6});", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ColourPattern();

    private static string Hex(MudColor colour) => colour.ToString(MudColorOutputFormats.Hex);

    private static double Contrast(MudColor one, MudColor other)
    {
        double a = Luminance(one);
        double b = Luminance(other);
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(MudColor colour) =>
        0.2126 * Linear(colour.R) + 0.7152 * Linear(colour.G) + 0.0722 * Linear(colour.B);

    private static double Linear(byte channel)
    {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
    }
}
