namespace Aura.Dashboard.Sources.Live;

/// <summary>Changes of a vendor's standing.</summary>
internal static partial class VendorLog
{
    [LoggerMessage(Level = LogLevel.Warning,
        Message = "{Vendor} failed more than half of its calls: nobody asks it for {Pause}.")]
    public static partial void Opened(ILogger logger, string vendor, TimeSpan pause);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Vendor} answers again.")]
    public static partial void Closed(ILogger logger, string vendor);
}
