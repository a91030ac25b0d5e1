namespace Aura.Engine.Market;

/// <summary>The window of time that a vendor's limit is about.</summary>
internal enum RefusalWindow
{
    /// <summary>None is named.</summary>
    None,

    /// <summary>Requests in a second.</summary>
    Second,

    /// <summary>Requests in a minute.</summary>
    Minute,

    /// <summary>Requests in an hour.</summary>
    Hour,

    /// <summary>Requests in a day or longer.</summary>
    Day,
}
