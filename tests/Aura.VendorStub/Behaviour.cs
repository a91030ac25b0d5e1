namespace Aura.VendorStub;

/// <summary>How the stub answers.</summary>
public enum Behaviour
{
    /// <summary>A price in the vendor's shape.</summary>
    Quotes,

    /// <summary>Prices, but every other connection shows a certificate that nobody vouches for.</summary>
    FlappingTls,

    /// <summary>Every new connection shows a certificate that nobody vouches for.</summary>
    ForeignTls,

    /// <summary>Status 200 and a note that repeats the key.</summary>
    QuotaSpent,

    /// <summary>Status 429 whose words speak of the day.</summary>
    DayThrottled,

    /// <summary>Status 200 and a sentence that no vendor has used so far.</summary>
    Unheard,

    /// <summary>Status 200 and half a body.</summary>
    Malformed,

    /// <summary>Status 200 and an empty object.</summary>
    Empty,

    /// <summary>Status 204.</summary>
    NoContent,

    /// <summary>Status 200 and a page that asks for a password.</summary>
    LoginPage,

    /// <summary>A price of zero.</summary>
    Zero,

    /// <summary>A price of ten days ago.</summary>
    Old,

    /// <summary>A price of the day after tomorrow.</summary>
    Ahead,

    /// <summary>Status 404: no such instrument.</summary>
    UnknownSymbol,

    /// <summary>Status 200: no price while the market is closed.</summary>
    MarketClosed,

    /// <summary>Prices in another unit from GoldApi and Finnhub alone: by the gram, and in cents.</summary>
    WrongUnit,

    /// <summary>Status 429 with an hour of Retry-After.</summary>
    Throttled,

    /// <summary>Status 401.</summary>
    BadKey,

    /// <summary>Status 403.</summary>
    Entitlement,

    /// <summary>Status 503.</summary>
    Unavailable,

    /// <summary>Status 302 to the metadata address of clouds.</summary>
    RedirectInside,

    /// <summary>A byte every half second.</summary>
    Drip,

    /// <summary>Headers never come.</summary>
    Slow,

    /// <summary>A gigabyte in chunks.</summary>
    Endless,

    /// <summary>A few kilobytes that unfold into a hundred megabytes.</summary>
    GzipBomb,

    /// <summary>Bytes that are not compressed as the header says.</summary>
    BrokenGzip,

    /// <summary>The connection breaks inside the body.</summary>
    Torn,
}
