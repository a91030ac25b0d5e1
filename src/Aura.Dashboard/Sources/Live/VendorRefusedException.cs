using Aura.Engine.Market;

namespace Aura.Dashboard.Sources.Live;

/// <summary>
/// A call that was not made. It crosses the HTTP pipeline, which knows only responses and exceptions, and is a typed
/// failure again before anyone else sees it.
/// </summary>
internal sealed class VendorRefusedException(RefusalCode code) : Exception($"The vendor was not asked: {code}.")
{
    public RefusalCode Code { get; } = code;
}
