namespace Aura.Dashboard.Operators;

/// <summary>What people must show before they act. Section <c>Operators</c>.</summary>
internal sealed class OperatorsOptions
{
    public const string Section = "Operators";

    /// <summary>
    /// Whether a trip needs a sign-in of at most 15 minutes ago or the password again, and every other command the
    /// password again.
    /// </summary>
    public bool StepUp { get; set; }

    /// <summary>What could not be read, in sentences. Not a setting.</summary>
    internal List<string> Unreadable { get; } = [];
}
