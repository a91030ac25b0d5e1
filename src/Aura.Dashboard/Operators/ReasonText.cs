using Aura.Engine.Rounds;

namespace Aura.Dashboard.Operators;

/// <summary>The words a person gives for a command: 10 to 500 characters that can be read and recorded.</summary>
internal static class ReasonText
{
    /// <summary>Null when the text is acceptable, otherwise what is wrong with it.</summary>
    public static string? FindFault(string? text)
    {
        string words = text?.Trim() ?? string.Empty;
        if (words.Length is < OperatorCommand.ShortestReason or > OperatorCommand.LongestReason)
            return $"A reason has {OperatorCommand.ShortestReason} to {OperatorCommand.LongestReason} characters; this one has {words.Length}.";
        // Half a surrogate pair has no canonical bytes; control characters forge lines in logs and printouts.
        for (int i = 0; i < words.Length; i++)
        {
            if (char.IsControl(words[i]))
                return "A reason is one line of text without control characters.";
            if (i + 1 < words.Length && char.IsSurrogatePair(words, i))
                i++;
            else if (char.IsSurrogate(words[i]))
                return "The reason holds half of a character.";
        }

        return null;
    }
}
