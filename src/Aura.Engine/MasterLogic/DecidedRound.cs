using Aura.Engine.Canon;

namespace Aura.Engine.MasterLogic;

/// <summary>The round that is being decided, as far as risk needs it.</summary>
/// <param name="Number">Its number.</param>
/// <param name="InSession">Whether the market trades; out of session missing decisions are not counted.</param>
public sealed record DecidedRound(RoundNumber Number, bool InSession);
