namespace Aura.Dashboard.Queries;

/// <summary>How much of each live vendor's allowance is used. Empty unless prices are live.</summary>
internal interface IVendorUsage
{
    IReadOnlyList<VendorUse> Read();
}
