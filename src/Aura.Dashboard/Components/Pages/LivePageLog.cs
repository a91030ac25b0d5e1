namespace Aura.Dashboard.Components.Pages;

/// <summary>Apart from the page, because generated logging does not live in generic types.</summary>
internal static partial class LivePageLog
{
    [LoggerMessage(Level = LogLevel.Error, Message = "The page does not follow the rounds any more")]
    public static partial void Failed(ILogger logger, Exception exception);
}
