using System.Diagnostics;
using System.Globalization;
using Aura.Dashboard.Configuration;
using Aura.Dashboard.Identity;
using Aura.Dashboard.Operators;
using Aura.Dashboard.Queries;
using Aura.Engine.Breaker;
using Aura.Engine.Canon;
using Aura.Engine.Rounds;

namespace Aura.Dashboard.Verbs;

/// <summary>
/// Trips a breaker while no page answers, or beside one that does. It opens the database that the settings name, proves
/// its right by a credential of its own and leaves the same entry in the ledger as a person at a page.
/// </summary>
/// <param name="addLedger">Adds the database, the accounts and what trips.</param>
/// <param name="credential">Reads the credential; a test has one of its own.</param>
internal sealed class TripVerb(Func<WebApplicationBuilder, WebApplicationBuilder> addLedger, Func<string?> credential) : IVerb
{
    private const int NotDone = 1;
    private const int NotUnderstood = 2;
    private const int NoCredential = 3;
    private const int WrongCredential = 4;
    private const int NoDatabase = 5;

    public string Name => "trip";

    public string Usage =>
        "--scope SYSTEM [--reason-code Investigation] --reason \"…\" [--Section:Key=value ...]   trips a breaker with "
        + $"{TripAccount.CredentialKey} from the environment; 0 when it is tripped, 1 when not, 2 arguments, 3 no credential, "
        + "4 a wrong one, 5 no database";

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, TextWriter errors)
    {
        if (TripArguments.Read(arguments, out var faults) is not { } told)
        {
            foreach (string fault in faults)
                await errors.WriteLineAsync($"{Name}: {fault}");
            return NotUnderstood;
        }

        if (credential() is not { Length: > 0 } given)
        {
            await errors.WriteLineAsync(
                $"{TripAccount.CredentialKey} is not set here; accepted is the credential that the dashboard was started with.");
            return NoCredential;
        }

        var builder = SettingsRoot.CreateBuilder([.. told.Settings]);
        builder.Logging.ClearProviders();
        await using var app = addLedger(builder).Build();
        try
        {
            app.ValidateSettings();
        }
        catch (AuraSettingsException refused)
        {
            await errors.WriteLineAsync(refused.Message);
            return NotUnderstood;
        }

        var (code, said) = await RunAsync(app, told, given);
        await (code == 0 ? output : errors).WriteLineAsync(said);
        return code;
    }

    private static async Task<(int Code, string Said)> RunAsync(WebApplication app, TripArguments told, string given)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        try
        {
            if (await services.GetRequiredService<IDatabaseVersion>().FindGapAsync(CancellationToken.None) is { } gap)
                return (NoDatabase, $"{gap} Start the dashboard on it once, or name another by Storage:ConnectionString.");

            return await services.GetRequiredService<TripCredential>().CheckAsync(given) switch
            {
                TripCredentialCheck.Accepted accepted => Say(
                    await services.GetRequiredService<OutOfBandTrip>().RunAsync(
                        accepted.Actor, told.Scope, told.Code, told.Reason, CancellationToken.None)),
                TripCredentialCheck.NotSetUp => (NoCredential,
                    $"This database knows no credential; start the dashboard once with {TripAccount.CredentialKey} in its environment."),
                TripCredentialCheck.Wrong => (WrongCredential,
                    $"{TripAccount.CredentialKey} is not the credential that the dashboard was started with last."),
                TripCredentialCheck.Paused paused => (WrongCredential,
                    $"Too many wrong credentials: none is looked at before {InstantText.Of(paused.Until)}."),
                TripCredentialCheck.ShutByAdministrator => (WrongCredential,
                    $"An administrator locked the account {TripAccount.Email}."),
                _ => throw new UnreachableException(),
            };
        }
        catch (NotRecordedException)
        {
            return (NotDone, "Not recorded, not done: the database has no room.");
        }
    }

    private static (int Code, string Said) Say(OutOfBandResult result) => result switch
    {
        OutOfBandResult.Answered { Answer: { Status: CommandStatus.NoOp, Transition: { } standing } } => (0,
            $"{standing.Scope} was {standing.To} already, since {InstantText.Of(standing.At)} {Version(standing)}; nothing changed."),
        OutOfBandResult.Answered { Answer: { Transition: { } made } answer } => (0,
            $"{made.Scope}: {made.From} → {made.To} {Version(made)} at {InstantText.Of(made.At)}, command {answer.CommandId}."),
        OutOfBandResult.Answered { Answer: var refused } => (NotDone, $"Refused and recorded: {refused.Reason}"),
        OutOfBandResult.UnknownScope unknown => (NotUnderstood,
            $"trip: there is no such breaker; accepted are {string.Join(", ", unknown.Known)}."),
        OutOfBandResult.NoRules => (NoDatabase,
            "The ledger of this database names no rules yet: start the dashboard on it once."),
        OutOfBandResult.LedgerBusy => (NotDone, "Others wrote to the ledger at every attempt; nothing was done. Try again."),
        _ => throw new UnreachableException(),
    };

    private static string Version(Transition transition) =>
        string.Create(CultureInfo.InvariantCulture, $"(version {transition.Version})");
}
