namespace Aura.Dashboard.Identity;

/// <summary>The person behind a command, as the database knows them at this moment.</summary>
/// <param name="Id">The account's id: what the ledger records.</param>
/// <param name="Name">What people are shown.</param>
/// <param name="Roles">In ordinal order, so that equal rights are equal bytes.</param>
internal sealed record Actor(string Id, string Name, IReadOnlyList<string> Roles);
