using Aura.Engine.Market;

namespace Aura.Dashboard.Sources.Live;

/// <summary>What a vendor's latest call came to.</summary>
internal sealed record LastAnswer(RefusalCode Code, DateTimeOffset At);
