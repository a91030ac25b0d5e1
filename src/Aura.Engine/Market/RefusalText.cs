namespace Aura.Engine.Market;

/// <summary>A vendor's sentence as lower-case words, so that spelling, marks and emphasis do not matter.</summary>
internal sealed class RefusalText
{
    // Longer than any refusal; the work on a hostile sentence stays small.
    private const int LongestText = 2_000;

    private readonly string _padded;

    public RefusalText(string text)
    {
        string plain = string.Create(Math.Min(text.Length, LongestText), text, (target, source) =>
        {
            for (int i = 0; i < target.Length; i++)
                target[i] = char.IsLetterOrDigit(source[i]) || source[i] is '_' ? char.ToLowerInvariant(source[i]) : ' ';
        });
        Words = plain.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        _padded = $" {string.Join(' ', Words)} ";
    }

    /// <summary>The words in order.</summary>
    public string[] Words { get; }

    /// <summary>The first window of time that the sentence names: a limit is stated before what a plan would lift.</summary>
    public RefusalWindow Window
    {
        get
        {
            for (int i = 0; i < Words.Length; i++)
                if (WindowAt(i) is var window and not RefusalWindow.None)
                    return window;

            return RefusalWindow.None;
        }
    }

    /// <summary>Whether one of the phrases occurs as whole words.</summary>
    public bool Says(params ReadOnlySpan<string> phrases)
    {
        foreach (string phrase in phrases)
            if (Says(phrase))
                return true;

        return false;
    }

    private bool Says(string phrase)
    {
        int at = 0;
        while ((at = _padded.IndexOf(phrase, at + 1, StringComparison.Ordinal)) > 0)
            if (_padded[at - 1] is ' ' && _padded[at + phrase.Length] is ' ')
                return true;

        return false;
    }

    private RefusalWindow WindowAt(int i) => Words[i] switch
    {
        "second" or "seconds" or "sec" => RefusalWindow.Second,
        "minute" or "minutes" or "min" => RefusalWindow.Minute,
        "hour" or "hours" or "hourly" => i > 0 && Words[i - 1] is "24" ? RefusalWindow.Day : RefusalWindow.Hour,
        // "End of day" names a kind of data.
        "day" or "days" => i > 0 && Words[i - 1] is "of" ? RefusalWindow.None : RefusalWindow.Day,
        "daily" or "today" or "tomorrow" or "midnight" or "week" or "weekly" or "month" or "monthly" => RefusalWindow.Day,
        _ => RefusalWindow.None,
    };
}
