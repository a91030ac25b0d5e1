using System.Text;
using System.Text.Json;

namespace Aura.Engine.Tests.Market.Fuzzing;

/// <summary>
/// Bodies that are almost right: a kept body with one to four changes to its tree, and sometimes one to its bytes. The
/// same seed and number give the same bytes.
/// </summary>
internal sealed class FuzzedBody(int seed)
{
    private const int MostChanges = 4;
    private const int DeepestNesting = 64;
    private const int ByteChangeOneIn = 5;
    private const int AbyssOneIn = 2_000;

    private static readonly string[] Leaves =
    [
        "0", "-0", "0.0", "-1", "1", "1e309", "-1e309", "1e-309", "1E5", "NaN", "Infinity", "-Infinity", "null", "true",
        "1000000000000", "1000000000001", "79228162514264337593543950335", "79228162514264337593543950336",
        "0.0000000000000000000000000001", "0.00000000000000000000000000001", "12345678901234567890123456789", "00012", "+5",
        ".5", "5.", "1_000", "0x1F", "402,15", "1.234.567,8", "9223372036854775807", "253402300799", "253402300800",
        "\"\"", "\" \"", "\"0\"", "\"0.00000001\"", "\"-5\"", "\"1e5\"", "\"NaN\"", "\"402,15\"", "\"1,402.15\"", "\"+402.15\"",
        "\"12345678901234567890123456789\"", "\"\\ud800\"", "\"\\u0000\"", "\"٤٠٢\"", "\"XAU\"", "\"XAU/USD\"", "\"MSFT\"",
        "\"GLD\"", "\"USD\"", "\"EUR\"", "\"UTC\"", "\"US/Eastern\"", "\"ok\"", "\"no_data\"", "\"XAUUSD\"", "\"2025-06-05\"",
        "\"2025-06-05 18:59:00\"", "\"0001-01-01 00:00:00\"", "\"9999-12-31 23:59:59\"", "\"2025-02-30 10:00:00\"",
        "\"2025-06-05T18:59:59Z\"", "\"Too many requests\"", "1749149999", "1749153600", "429", "401",
    ];

    private static readonly byte[][] Splices =
    [
        [0xEF, 0xBB, 0xBF], [0xC3, 0x28], [0xFF], [0x00], [0xED, 0xA0, 0x80], "\""u8.ToArray(), "}"u8.ToArray(), ","u8.ToArray(),
        "\\u00"u8.ToArray(), "/**/"u8.ToArray(), "{}"u8.ToArray(), " "u8.ToArray(), "9"u8.ToArray(), "-"u8.ToArray(),
    ];

    private static readonly IReadOnlyList<byte[]> Kept = [.. OwnBody.Names.Select(OwnBody.Read)];

    private static readonly IReadOnlyList<FuzzValue> Trees = [.. Kept.SelectMany(TreeOf)];

    private static readonly IReadOnlyList<string> Names =
    [
        .. Trees.SelectMany(tree => tree.All()).SelectMany(value => value.Members).Select(member => member.Name)
            .Distinct(StringComparer.Ordinal),
        "", "__proto__", "\\u0063", "9999-12-31 12:00:00", "9999-12-31 23:59:59", "0001-01-01 00:00:00", "2025-06-05 18:00:00",
    ];

    /// <summary>The body of a number.</summary>
    public byte[] At(int number)
    {
        var random = new Random(unchecked((seed * 397) ^ number));
        var root = Trees[random.Next(Trees.Count)].Clone();
        for (int changes = random.Next(MostChanges) + 1; changes > 0; changes--)
            Change(root, random);

        var text = new StringBuilder();
        root.Write(text);
        byte[] body = Encoding.UTF8.GetBytes(text.ToString());
        return random.Next(ByteChangeOneIn) == 0 ? Damaged(body, random) : body;
    }

    private static IEnumerable<FuzzValue> TreeOf(byte[] body)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(body);
        }
        catch (JsonException)
        {
            yield break;
        }

        using (document)
            yield return FuzzValue.Of(document.RootElement);
    }

    private static void Change(FuzzValue root, Random random)
    {
        var values = root.All().ToList();
        var value = values[random.Next(values.Count)];
        switch (random.Next(9))
        {
            case 0:
                value.Become(FuzzValue.Leaf(Any(Leaves, random)));
                break;
            case 1:
                Swap(value, values[random.Next(values.Count)]);
                break;
            case 2:
                EditMembers(value, random, (members, i) => members.RemoveAt(i));
                break;
            case 3:
                EditMembers(value, random, (members, i) => members.Insert(random.Next(members.Count), members[i]));
                break;
            case 4:
                EditMembers(value, random, (members, i) => members[i] = (Any(Names, random), members[i].Value));
                break;
            case 5:
                value.Become(Retyped(value));
                break;
            case 6:
                value.Become(Deep(value.Clone(), random));
                break;
            case 7:
                value.Become(Part(Trees[random.Next(Trees.Count)], random));
                break;
            default:
                EditMembers(value, random, (members, i) => members.Add((Any(Names, random), FuzzValue.Leaf(Any(Leaves, random)))));
                break;
        }
    }

    // A value inside the other would hold itself; copies cannot.
    private static void Swap(FuzzValue one, FuzzValue other)
    {
        var (first, second) = (one.Clone(), other.Clone());
        one.Become(second);
        if (!one.All().Contains(other))
            other.Become(first);
    }

    private static void EditMembers(
        FuzzValue value, Random random, Action<List<(string Name, FuzzValue Value)>, int> edit)
    {
        if (value.Members.Count > 0)
            edit(value.Members, random.Next(value.Members.Count));
    }

    private static FuzzValue Retyped(FuzzValue value) => value switch
    {
        { Kind: FuzzKind.Leaf, Text: ['"', .., '"'] text } => FuzzValue.Leaf(text[1..^1]),
        { Kind: FuzzKind.Leaf } => FuzzValue.Leaf($"\"{value.Text}\""),
        _ => FuzzValue.Leaf("[]"),
    };

    private static FuzzValue Deep(FuzzValue value, Random random)
    {
        // Deeper nesting than a tree may recurse into is one leaf of text.
        if (random.Next(AbyssOneIn) == 0)
            return FuzzValue.Leaf(new string('[', 10_000) + "1" + new string(']', 10_000));

        for (int depth = random.Next(DeepestNesting); depth >= 0; depth--)
            value = value.Nested(random.Next(2) == 0 ? FuzzKind.List : FuzzKind.Object);
        return value;
    }

    private static FuzzValue Part(FuzzValue tree, Random random)
    {
        var parts = tree.All().ToList();
        return parts[random.Next(parts.Count)].Clone();
    }

    private static byte[] Damaged(byte[] body, Random random)
    {
        int at = random.Next(body.Length + 1);
        return random.Next(3) switch
        {
            0 => body[..at],
            1 => [.. body[..at], .. Any(Splices, random), .. body[at..]],
            _ => [.. body.Select((value, i) => i == at ? (byte)random.Next(256) : value)],
        };
    }

    private static T Any<T>(IReadOnlyList<T> choices, Random random) => choices[random.Next(choices.Count)];
}
