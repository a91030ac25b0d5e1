namespace Aura.Dashboard.Configuration;

/// <summary>Decides where settings files are read.</summary>
internal static class SettingsRoot
{
    private const string SettingsFile = "appsettings.json";

    /// <summary>
    /// A builder whose content root holds the settings. The framework's default is the current folder: published output
    /// that is started from elsewhere would run on built-in defaults, and put its database wherever somebody stood.
    /// </summary>
    public static WebApplicationBuilder CreateBuilder(string[] args)
    {
        bool isHere = File.Exists(Path.Combine(Directory.GetCurrentDirectory(), SettingsFile));
        return WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ContentRootPath = isHere || IsStated(args) ? null : AppContext.BaseDirectory,
        });
    }

    // Read as the framework will read it; it would let our answer win over what somebody said.
    private static bool IsStated(string[] args) =>
        new ConfigurationBuilder()
            .AddEnvironmentVariables("DOTNET_").AddEnvironmentVariables("ASPNETCORE_").AddCommandLine(args)
            .Build()[HostDefaults.ContentRootKey] is { Length: > 0 };
}
