namespace Aura.Dashboard.Queries;

/// <summary>The database has no room: what was to be recorded is not, and therefore did not happen.</summary>
internal sealed class NotRecordedException(Exception cause)
    : IOException("Not recorded, not done: the database has no room.", cause);
