using Aura.Engine.Canon;

namespace Aura.Engine.Rounds;

/// <summary>The recorded answer to a command id.</summary>
/// <param name="BodyDigest">The digest of the body it was given for.</param>
/// <param name="Answer">The answer.</param>
public sealed record PriorAnswer(Digest BodyDigest, CommandAnswer Answer);
