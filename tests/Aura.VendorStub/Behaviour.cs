namespace Aura.VendorStub;

/// <summary>How the stub answers.</summary>
public enum Behaviour
{
    /// <summary>A price in the vendor's shape.</summary>
    Quotes,

    /// <summary>Status 200 and a note that repeats the key.</summary>
    QuotaSpent,

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
