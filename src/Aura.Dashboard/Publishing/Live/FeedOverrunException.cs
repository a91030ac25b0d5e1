namespace Aura.Dashboard.Publishing.Live;

/// <summary>
/// A reader of events fell so far behind that events would have been lost. Its stream ends instead: a stream with a
/// hole looks exactly like one without.
/// </summary>
internal sealed class FeedOverrunException(int buffer)
    : Exception($"The reader is more than {buffer} events behind; its stream ends, because it would have a hole.");
