using MudBlazor;

namespace Aura.Dashboard.Components.Appearance;

/// <summary>
/// Own palettes, because the default dark primary button fails a contrast check. The values are those of
/// <c>wwwroot-assets/css/aura.css</c>: that file serves what is drawn without MudBlazor.
/// </summary>
internal static class AuraTheme
{
    private static readonly string[] SystemFonts =
        ["system-ui", "-apple-system", "Segoe UI", "Roboto", "Noto Sans", "Helvetica Neue", "Arial", "sans-serif"];

    public static readonly PaletteLight Light = new()
    {
        Primary = "#0b5c8a",
        PrimaryContrastText = "#ffffff",
        Secondary = "#55636f",
        SecondaryContrastText = "#ffffff",
        Info = "#0b5c8a",
        InfoContrastText = "#ffffff",
        Success = "#0f6b4a",
        SuccessContrastText = "#ffffff",
        Warning = "#8a5200",
        WarningContrastText = "#ffffff",
        Error = "#b3202c",
        ErrorContrastText = "#ffffff",
        TextPrimary = "#16202b",
        TextSecondary = "#55636f",
        ActionDefault = "#55636f",
        Background = "#f4f6f9",
        Surface = "#ffffff",
        DrawerBackground = "#ffffff",
        DrawerText = "#16202b",
        DrawerIcon = "#55636f",
        AppbarBackground = "#0d2a40",
        AppbarText = "#f2f6fa",
        LinesDefault = "#dde3ea",
        LinesInputs = "#55636f",
        TableLines = "#dde3ea",
        Divider = "#dde3ea",
    };

    public static readonly PaletteDark Dark = new()
    {
        Primary = "#7cc4f0",
        PrimaryContrastText = "#06202f",
        Secondary = "#a3b1be",
        SecondaryContrastText = "#0e151c",
        Info = "#7cc4f0",
        InfoContrastText = "#06202f",
        Success = "#62d3a4",
        SuccessContrastText = "#06202f",
        Warning = "#f0b95a",
        WarningContrastText = "#06202f",
        Error = "#ff8a8f",
        ErrorContrastText = "#06202f",
        TextPrimary = "#e8eef4",
        TextSecondary = "#a3b1be",
        ActionDefault = "#a3b1be",
        Background = "#0e151c",
        Surface = "#17212b",
        DrawerBackground = "#17212b",
        DrawerText = "#e8eef4",
        DrawerIcon = "#a3b1be",
        AppbarBackground = "#101c27",
        AppbarText = "#f2f6fa",
        LinesDefault = "#2b3845",
        LinesInputs = "#a3b1be",
        TableLines = "#2b3845",
        Divider = "#2b3845",
    };

    public static readonly MudTheme Theme = new()
    {
        PaletteLight = Light,
        PaletteDark = Dark,
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "8px" },
        Typography = new Typography
        {
            Default = new DefaultTypography { FontFamily = SystemFonts },
            Button = new ButtonTypography { FontFamily = SystemFonts, TextTransform = "none" },
        },
    };
}
