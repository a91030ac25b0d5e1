using System.Net;
using System.Net.Http.Json;
using Aura.Dashboard.Configuration;
using Aura.Dashboard.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Aura.Dashboard.Tests.Identity;

/// <summary>The account of the verb trips and does nothing else; nobody signs in to it.</summary>
public sealed class TripAccountTests : IDisposable
{
    private const string Credential = "correct-horse-battery-staple";

    private readonly string _folder = Directory.CreateTempSubdirectory("aura-").FullName;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_start_keeps_the_hash_of_the_credential_and_no_password()
    {
        using var host = Host().Started();

        var account = await host.FindAsync(TripAccount.Email);
        string? kept = await host.WithUsersAsync(users => users.GetAuthenticationTokenAsync(account, "Aura", "TripCredential"));
        Assert.Null(account.PasswordHash);
        Assert.DoesNotContain(Credential, kept, StringComparison.Ordinal);
        Assert.True(Guid.TryParse(account.Id, out _));
        Assert.Equal([AuraRoles.Operator], await host.WithUsersAsync(users => users.GetRolesAsync(account)));
    }

    [Fact]
    public async Task The_next_start_may_bring_another_credential_and_a_start_without_one_changes_nothing()
    {
        string id;
        using (var first = Host().Started())
            id = (await first.FindAsync(TripAccount.Email)).Id;
        using (var second = Host("another-credential-of-28-signs").Started())
            Assert.Equal(id, (await second.FindAsync(TripAccount.Email)).Id);
        using var third = Host(null).Started();

        var account = await third.FindAsync(TripAccount.Email);
        string? kept = await third.WithUsersAsync(users => users.GetAuthenticationTokenAsync(account, "Aura", "TripCredential"));
        var hasher = new PasswordHasher<AuraUser>();
        Assert.Equal(PasswordVerificationResult.Failed, hasher.VerifyHashedPassword(account, kept!, Credential));
        Assert.NotEqual(
            PasswordVerificationResult.Failed, hasher.VerifyHashedPassword(account, kept!, "another-credential-of-28-signs"));
    }

    [Fact]
    public void A_credential_that_is_too_short_stops_the_host_and_is_not_repeated()
    {
        using var host = Host("nineteen-characters");

        var refused = Assert.Throws<AuraSettingsException>(host.Started);

        Assert.StartsWith(
            "AURA_TRIP_CREDENTIAL has 19 characters; accepted are 20 or more", Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.DoesNotContain("nineteen", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_gets_a_token_with_the_credential_and_nobody_uses_its_attempts_up()
    {
        using var host = Host().Started();
        using var client = host.CreateClient();
        for (int i = 0; i < 6; i++)
        {
            using var answer = await client.PostAsJsonAsync(
                "/api/v1/token", new { email = TripAccount.Email.ToUpperInvariant(), password = Credential }, Cancelled);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }

        var account = await host.FindAsync(TripAccount.Email);
        Assert.Equal((0, null), (account.AccessFailedCount, account.LockoutEnd));
    }

    [Fact]
    public async Task The_list_of_people_marks_it_and_changes_neither_its_roles_nor_takes_its_address()
    {
        using var host = Host().Started();
        await using var scope = host.Services.CreateAsyncScope();
        var admin = await scope.ServiceProvider.GetRequiredService<SignInManager<AuraUser>>()
            .CreateUserPrincipalAsync(await host.FindAsync("admin@aura.demo"));
        var roster = host.Get<AccountRoster>();

        var listed = await roster.ListAsync(admin, Cancelled);
        var service = Assert.Single(listed!, account => account.IsService);
        Assert.Equal(TripAccount.Email, service.Email);
        Assert.Equal(
            ["The verb trip needs the role Operator and no other. To shut it out, lock the account."],
            await roster.ChangeRolesAsync(admin, service.Id, [AuraRoles.Administrator], Cancelled));
        Assert.Equal(
            ["'Trip-Verb@aura.invalid' belongs to the verb trip and to no person."],
            await roster.CreateAsync(admin, "Trip-Verb@aura.invalid", "A-password-for-it-1", [AuraRoles.Operator], Cancelled));
        Assert.Empty(await roster.LockAsync(admin, service.Id, Cancelled));
    }

    [Fact]
    public void The_first_administrator_is_a_person()
    {
        using var host = new AuraHost(_folder) { Environment = "Production" }
            .With("AURA_ADMIN_EMAIL", TripAccount.Email).With("AURA_ADMIN_PASSWORD", "First-Login-42");

        var refused = Assert.Throws<AuraSettingsException>(host.Started);

        Assert.Contains("this one belongs to the verb trip", Assert.Single(refused.Errors), StringComparison.Ordinal);
    }

    private AuraHost Host(string? credential = Credential) =>
        credential is null ? new AuraHost(_folder) : new AuraHost(_folder).With(TripAccount.CredentialKey, credential);
}
