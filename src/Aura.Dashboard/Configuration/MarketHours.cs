namespace Aura.Dashboard.Configuration;

/// <summary>When a live market counts as open.</summary>
internal enum MarketHours
{
    /// <summary>By the sessions of New York's exchanges and the week of gold.</summary>
    Exchange,

    /// <summary>Always: for a stub that plays a vendor at any hour. Development only.</summary>
    AlwaysOpen,
}
