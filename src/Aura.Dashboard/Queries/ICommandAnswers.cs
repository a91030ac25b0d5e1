using Aura.Engine.Rounds;

namespace Aura.Dashboard.Queries;

/// <summary>Finds what became of a command whose answer was lost on the way.</summary>
internal interface ICommandAnswers
{
    /// <summary>The answer to a command of this account; null when none is recorded or somebody else sent it.</summary>
    Task<CommandAnswer?> FindAsync(Guid commandId, string accountId, CancellationToken cancellationToken);
}
