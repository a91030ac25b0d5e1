namespace Aura.Dashboard.Identity;

/// <summary>Why nobody can sign in to an account.</summary>
public enum AccountLock
{
    /// <summary>It is open.</summary>
    None,

    /// <summary>Too many wrong passwords; it ends by itself, and who is signed in stays.</summary>
    WrongPasswords,

    /// <summary>An administrator locked it; every sign-in has ended.</summary>
    Administrator,
}
