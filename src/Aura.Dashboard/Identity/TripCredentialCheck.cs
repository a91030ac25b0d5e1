namespace Aura.Dashboard.Identity;

/// <summary>What a credential of the verb <c>trip</c> is worth.</summary>
internal abstract record TripCredentialCheck
{
    private TripCredentialCheck()
    {
    }

    /// <summary>It is right; the verb acts as this account.</summary>
    internal sealed record Accepted(Actor Actor) : TripCredentialCheck;

    /// <summary>No dashboard of this database was ever started with a credential.</summary>
    internal sealed record NotSetUp : TripCredentialCheck;

    /// <summary>It is not the one that was set up.</summary>
    internal sealed record Wrong : TripCredentialCheck;

    /// <summary>Too many wrong ones; none is looked at before this time, UTC.</summary>
    internal sealed record Paused(DateTimeOffset Until) : TripCredentialCheck;

    /// <summary>An administrator locked the account.</summary>
    internal sealed record ShutByAdministrator : TripCredentialCheck;
}
