namespace Aura.Engine.Rounds;

/// <summary>What submitting a command came to.</summary>
public abstract record SubmitResult
{
    private SubmitResult()
    {
    }

    /// <summary>The command has an answer, given now or earlier.</summary>
    /// <param name="Answer">The answer.</param>
    public sealed record Answered(CommandAnswer Answer) : SubmitResult;

    /// <summary>The id already stands for another command; nothing was decided or written.</summary>
    public sealed record KnownIdWithAnotherBody : SubmitResult;
}
