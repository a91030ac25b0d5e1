namespace Aura.Engine.Rounds;

/// <summary>What the server finds against a command that only it can see.</summary>
public enum CommandObjection
{
    /// <summary>What the person was shown is no longer what would happen.</summary>
    StalePreview,

    /// <summary>The person did not prove again who they are, or could not.</summary>
    StepUpRequired,
}
