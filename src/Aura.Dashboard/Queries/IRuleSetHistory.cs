namespace Aura.Dashboard.Queries;

/// <summary>Reads which rules were in force when.</summary>
internal interface IRuleSetHistory
{
    /// <summary>The latest <paramref name="limit"/> times that a rule set came into force, newest first.</summary>
    Task<IReadOnlyList<RuleSetAdoption>> LatestAsync(int limit, CancellationToken cancellationToken);
}
