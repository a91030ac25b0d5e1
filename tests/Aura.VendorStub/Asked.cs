namespace Aura.VendorStub;

/// <summary>One request as it arrived.</summary>
public sealed record Asked(DateTimeOffset At, string PathAndQuery, IReadOnlyDictionary<string, string> Headers);
