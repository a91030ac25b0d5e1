using System.Net;
using System.Net.Http.Headers;
using Aura.Dashboard.Queries;
using Aura.Dashboard.Verbs;
using Aura.Engine.Audit;
using Aura.Engine.Rounds.Verification;
using Aura.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Aura.Dashboard.Tests.Api;

/// <summary>What leaves the host, and that it verifies without it.</summary>
public sealed class BundleEndpointTests : IAsyncLifetime
{
    private readonly RoundDriver _rounds = RoundDriver.Start(host => host.With("Market:Scenario", "extreme-gold"));
    private ApiCaller _operator = null!;
    private ApiCaller _officer = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _operator = await ApiCaller.SignInAsync(_rounds.Host);
        _officer = await ApiCaller.SignInAsync(_rounds.Host, "compliance@aura.demo");
    }

    public ValueTask DisposeAsync()
    {
        _operator.Dispose();
        _officer.Dispose();
        _rounds.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_bundle_of_a_day_with_a_trip_and_a_reset_verifies_and_a_changed_digit_names_its_round()
    {
        await PlayAsync();

        byte[] bundle = await ExportAsync(1, 9);

        var result = Verify(bundle);
        Assert.Null(result.Failure);
        Assert.Equal(VerificationVerdict.SignerNotConfirmed, result.Verdict);
        Assert.StartsWith("9 rounds, 2 commands and 2 notices were decided again", result.Proved[1], StringComparison.Ordinal);
        Assert.Equal(VerificationVerdict.Verified, Verify(bundle, result.SignedBy).Verdict);

        var price = (await _officer.ReadAsync("rounds/5"))["assets"]!.AsArray()[0]!["price"]!.ToString();
        byte[] changed = BundleEdit.Replace(bundle, BundleNames.Documents, $"\"price\":\"{price}\"", $"\"price\":\"{Other(price)}\"");
        Assert.StartsWith("round 5 ", Verify(changed).Failure?.Record, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(3, 3)]
    [InlineData(2, 6)]
    [InlineData(9, 9)]
    public async Task Any_range_verifies(int from, int to)
    {
        await PlayAsync();

        var result = Verify(await ExportAsync(from, to));

        Assert.Null(result.Failure);
        Assert.StartsWith($"{to - from + 1} round", result.Proved[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bundle_says_in_plain_words_what_it_is_what_it_proves_and_what_not()
    {
        await PlayAsync();
        byte[] bundle = await ExportAsync(2, 6);

        string readme = System.Text.Encoding.UTF8.GetString(BundleEdit.Read(bundle, BundleNames.Readme));

        Assert.Contains("EVIDENCE OF ROUNDS 2 TO 6", readme, StringComparison.Ordinal);
        Assert.Contains("DEMO KEYS", readme, StringComparison.Ordinal);
        Assert.Contains("Simulated", readme, StringComparison.Ordinal);
        Assert.Contains("WHAT IT CANNOT PROVE", readme, StringComparison.Ordinal);
        Assert.Contains(Verify(bundle).SignedBy!, readme, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_command_line_says_the_same_as_the_engine()
    {
        await PlayAsync();
        byte[] bundle = await ExportAsync(1, 9);
        string key = Verify(bundle).SignedBy!;
        string file = Path.Combine(_rounds.Host.Folder, "bundle.zip");
        await File.WriteAllBytesAsync(file, bundle, Cancelled);

        Assert.Equal((0, "VERIFIED"), await RunAsync(file, "--key", key));
        Assert.Equal((0, "SELF-CONSISTENT, SIGNER NOT CONFIRMED"), await RunAsync(file));
        Assert.Equal((1, "FAILED"), await RunAsync(file, "--key", new string('0', 64)));
        Assert.Equal(2, (await RunAsync(file + ".missing")).Code);
        Assert.Equal(2, (await RunAsync("--key", key)).Code);
        Assert.Equal(2, (await RunAsync()).Code);
    }

    [Fact]
    public async Task While_a_bundle_is_made_nobody_else_on_the_machine_reads_it()
    {
        var made = new ModeOfTarget();
        using var rounds = RoundDriver.Start(host => host.Replacing(services => services.AddSingleton<IEvidenceExport>(made)));
        await rounds.RunAsync();
        using var client = rounds.Host.CreateClient();
        client.DefaultRequestHeaders.Authorization =
            new AuthenticationHeaderValue("Bearer", await rounds.Host.TokenAsync("compliance@aura.demo"));

        await client.GetByteArrayAsync(new Uri("/api/v1/evidence/bundle?fromRound=1&toRound=1", UriKind.Relative), Cancelled);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, made.Mode);
    }

    [Theory]
    [InlineData("operator@aura.demo", HttpStatusCode.Forbidden)]
    [InlineData("admin@aura.demo", HttpStatusCode.Forbidden)]
    [InlineData("compliance@aura.demo", HttpStatusCode.OK)]
    [InlineData("auditor@aura.demo", HttpStatusCode.OK)]
    public async Task Compliance_and_auditors_export_and_nobody_else(string email, HttpStatusCode expected)
    {
        await _rounds.RunAsync();
        using var client = await ClientAsync(email);

        using var response = await client.GetAsync(new Uri("/api/v1/evidence/bundle?fromRound=1&toRound=1", UriKind.Relative), Cancelled);

        Assert.Equal(expected, response.StatusCode);
    }

    [Theory]
    [InlineData("", "fromRound toRound")]
    [InlineData("?fromRound=0&toRound=2", "fromRound")]
    [InlineData("?fromRound=1&toRound=3", "toRound")]
    [InlineData("?fromRound=2&toRound=1", "toRound")]
    [InlineData("?fromRound=one&toRound=2", "fromRound")]
    public async Task A_bad_range_is_refused_by_name(string query, string fields)
    {
        await _rounds.RunAsync(2);

        var answer = await _officer.GetAsync($"evidence/bundle{query}");

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(fields, string.Join(' ', answer.Fields));
    }

    [Fact]
    public async Task Proofs_of_an_entry_and_of_an_earlier_size_hold()
    {
        await PlayAsync();
        using var client = await ClientAsync("auditor@aura.demo");
        var entry = (await _officer.ReadAsync("ledger?limit=1&after=3")).AsArray()[0]!;

        var inclusion = InclusionProof.Parse(await client.GetByteArrayAsync(new Uri("/api/v1/ledger/proof?sequence=4", UriKind.Relative), Cancelled));
        var earlier = ConsistencyProof.Parse(await client.GetByteArrayAsync(new Uri("/api/v1/ledger/consistency?size=4", UriKind.Relative), Cancelled));

        Assert.True(inclusion.Proves(Convert.FromBase64String((string)entry["bytes"]!)));
        Assert.True(Checkpoint.Parse(inclusion.Checkpoint.Text).Size >= 4);
        var tree = _rounds.Host.Get<Queries.ILedgerTree>();
        var root = await tree.RootAsync(4, Cancelled);
        Assert.Equal(await tree.SizeAsync(Cancelled), Checkpoint.Parse(earlier.Checkpoint.Text).Size);
        Assert.True(earlier.Proves(root));
        Assert.Equal(HttpStatusCode.BadRequest, (await _officer.GetAsync("ledger/proof?sequence=0")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await _officer.GetAsync("ledger/consistency?size=99")).Status);
    }

    private static string Other(string price) => (price[0] == '9' ? '8' : '9') + price[1..];

    private static VerificationResult Verify(byte[] bundle, string? key = null) =>
        ((VerificationStep.Finished)BundleVerification.Run(new MemoryStream(bundle), key).Last()).Result;

    private static async Task<(int Code, string Verdict)> RunAsync(params string[] arguments)
    {
        await using var output = new StringWriter();
        await using var errors = new StringWriter();
        int code = await CommandLine.RunVerbAsync(["verify", .. arguments], AuraDashboardBuilder.Verbs, output, errors);
        return (code, output.ToString().Split(Environment.NewLine)[0]);
    }

    private async Task<HttpClient> ClientAsync(string email)
    {
        var client = _rounds.Host.CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await _rounds.Host.TokenAsync(email));
        return client;
    }

    private async Task<byte[]> ExportAsync(int from, int to)
    {
        using var client = await ClientAsync("compliance@aura.demo");
        using var response = await client.GetAsync(
            new Uri($"/api/v1/evidence/bundle?fromRound={from}&toRound={to}", UriKind.Relative), Cancelled);
        Assert.Equal((HttpStatusCode.OK, "application/zip"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        Assert.Equal($"aura-evidence-{from}-{to}.zip", response.Content.Headers.ContentDisposition?.FileName);
        return await response.Content.ReadAsByteArrayAsync(Cancelled);
    }

    // Nine rounds in which GOLD opens by itself, a person trips MSFT and resets GOLD.
    private async Task PlayAsync()
    {
        await _rounds.RunAsync(5);
        await _operator.TripAsync("MSFT", Command.Valid());
        _rounds.Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(HttpStatusCode.OK, (await _operator.ResetAsync("GOLD", Command.Valid(2))).Status);
        await _rounds.RunAsync(4);
    }

    private sealed class ModeOfTarget : IEvidenceExport
    {
        public UnixFileMode? Mode { get; private set; }

        public Task WriteAsync(BundleRange range, string actorId, Stream target, CancellationToken cancellationToken)
        {
            if (!OperatingSystem.IsWindows())
                Mode = File.GetUnixFileMode(((FileStream)target).SafeFileHandle);
            return Task.CompletedTask;
        }
    }
}
