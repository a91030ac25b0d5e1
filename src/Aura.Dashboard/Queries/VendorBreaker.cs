namespace Aura.Dashboard.Queries;

/// <summary>Whether a vendor is asked.</summary>
public enum VendorBreaker
{
    Closed,

    /// <summary>It failed too often; nobody asks until a pause has passed.</summary>
    Open,

    /// <summary>One call tries whether it is back.</summary>
    HalfOpen,
}
