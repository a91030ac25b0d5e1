namespace Aura.Dashboard.Verbs;

/// <summary>
/// Tells a verb from settings. Settings begin with a dash or contain '=', as in <c>--urls</c> or <c>Market:Seed=7</c>;
/// a first argument that is a bare word is a verb, so a misspelt one ends with the usage and never starts a server.
/// </summary>
internal static class CommandLine
{
    private const int NotUnderstood = 2;

    public static bool IsVerb(string[] args) =>
        args is ["--help" or "-h" or "-?", ..]
        || (args is [{ Length: > 0 } first, ..]
            && first[0] is not ('-' or '/') && !first.Contains('=', StringComparison.Ordinal));

    public static Task<int> RunVerbAsync(string[] args, IReadOnlyList<IVerb> verbs) =>
        RunVerbAsync(args, verbs, Console.Out, Console.Error);

    public static async Task<int> RunVerbAsync(
        string[] args, IReadOnlyList<IVerb> verbs, TextWriter output, TextWriter errors)
    {
        if (args is ["help" or "--help" or "-h" or "-?", ..])
        {
            await output.WriteLineAsync(Usage(verbs));
            return 0;
        }

        if (verbs.FirstOrDefault(verb => string.Equals(verb.Name, args[0], StringComparison.Ordinal)) is { } known)
            return await known.RunAsync(args[1..], output, errors);

        await errors.WriteLineAsync($"'{args[0]}' is not a verb.{Environment.NewLine}{Usage(verbs)}");
        return NotUnderstood;
    }

    private static string Usage(IReadOnlyList<IVerb> verbs) => string.Join(
        Environment.NewLine,
        [
            "Usage:",
            "  Aura.Dashboard [--Section:Key=value ...]   starts the dashboard",
            .. verbs.Select(verb => $"  Aura.Dashboard {verb.Name} {verb.Usage}"),
            "  Aura.Dashboard help                        prints this",
        ]);
}
