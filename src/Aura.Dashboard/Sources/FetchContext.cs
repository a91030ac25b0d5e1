using Aura.Dashboard.Sources.Live;
using Aura.Engine.Market;

namespace Aura.Dashboard.Sources;

/// <summary>What travels beside a request through the HTTP pipeline; a real vendor never sees it.</summary>
internal static class FetchContext
{
    /// <summary>Which node asks what, for which round.</summary>
    public static readonly HttpRequestOptionsKey<FetchRequest> Request = new("aura.fetch");

    /// <summary>How long the answer took by computation; absent when a real vendor answered and time is measured.</summary>
    public static readonly HttpRequestOptionsKey<TimeSpan> Delay = new("aura.delay");

    /// <summary>Which key a live request is paid with.</summary>
    public static readonly HttpRequestOptionsKey<VendorAccount> Account = new("aura.account");

    /// <summary>Until when a live request may wait for its vendor's allowance.</summary>
    public static readonly HttpRequestOptionsKey<DateTimeOffset> Deadline = new("aura.deadline");

    /// <exception cref="InvalidOperationException">The request was not made for a live vendor.</exception>
    public static VendorAccount AccountOf(HttpRequestMessage request) =>
        request.Options.TryGetValue(Account, out var account)
            ? account
            : throw new InvalidOperationException("A live request says with which key it is paid.");
}
