using Aura.Engine.Market;

namespace Aura.Dashboard.Sources;

/// <summary>One endpoint of one vendor: how it is asked, and what its bodies look like when a tape plays the vendor.</summary>
internal interface IVendorEndpoint
{
    string Vendor { get; }

    string Function { get; }

    /// <summary>The path and query below the vendor's base URL, without the key; some ask for a range that ends now.</summary>
    string PathAndQuery(SourceRule source, DateTimeOffset marketTime);

    /// <summary>A body in the vendor's shape.</summary>
    string Render(SourceRule source, decimal price, DateTimeOffset marketTime);

    /// <summary>The vendor's answer when it has no data for the symbol at that time.</summary>
    string RenderEmpty(SourceRule source);
}
