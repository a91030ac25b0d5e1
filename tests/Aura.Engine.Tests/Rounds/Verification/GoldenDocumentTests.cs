using System.Text;
using Aura.Engine.Audit;
using Aura.Engine.Canon;
using Aura.Engine.Publishing;
using Aura.Engine.Rounds;
using Aura.Engine.Rounds.Verification;
using Aura.Testing;
using Xunit;

namespace Aura.Engine.Tests.Rounds.Verification;

/// <summary>
/// The frozen formats. These files were written when version 1 was frozen and are never written again: whoever has to
/// change one to make this test pass breaks every bundle that auditors keep.
/// </summary>
public sealed class GoldenDocumentTests
{
    private static readonly string Folder = Repository.PathOf("tests", "Aura.Engine.Tests", "Golden", "1");

    private static readonly Dictionary<string, Func<byte[], byte[]>> Readers = new(StringComparer.Ordinal)
    {
        ["answer"] = bytes => CommandAnswer.Parse(bytes).ToBytes(),
        ["bundle"] = bytes => BundleManifest.Parse(bytes).ToBytes(),
        ["command"] = bytes => CommandEvidence.Parse(bytes).ToBytes(),
        ["entry"] = bytes => LedgerEntry.Parse(bytes).ToBytes(),
        ["evidence"] = bytes => RoundEvidence.Parse(bytes).ToBytes(),
        ["notice"] = bytes => NoticeEvidence.Parse(bytes).ToBytes(),
        ["report"] = bytes => RoundReport.Parse(bytes).ToBytes(),
        ["ruleset"] = bytes => RuleSet.Parse(bytes).ToBytes(),
        ["state"] = bytes => EngineState.Parse(bytes).ToBytes(),
    };

    public static TheoryData<string> Documents =>
        [.. Directory.EnumerateFiles(Folder, "*.json").Select(Path.GetFileName).OfType<string>().Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Documents))]
    public void A_document_of_version_1_is_read_and_written_to_the_same_bytes_for_ever(string file)
    {
        byte[] frozen = File.ReadAllBytes(Path.Combine(Folder, file));
        string name = file.Split('-', '.')[0];

        Assert.Equal(frozen, Readers[name](frozen));
        Assert.Equal(frozen, CanonicalJson.Canonicalize(frozen));
        Assert.Contains($"\"schema\":\"aura.{name}/1\"", Encoding.UTF8.GetString(frozen), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_kind_of_document_and_of_notice_has_a_frozen_file()
    {
        var files = Documents.Select(row => row.Data).ToList();

        Assert.Equal(Readers.Keys.Order(StringComparer.Ordinal), files.Select(file => file.Split('-', '.')[0]).Distinct());
        Assert.Equal(
            typeof(Notice).GetNestedTypes().Where(type => type.BaseType == typeof(Notice)).Select(type => Kebab(type.Name)).Order(StringComparer.Ordinal),
            files.Where(file => file.StartsWith("notice-", StringComparison.Ordinal)).Select(file => file["notice-".Length..^".json".Length]));
    }

    [Fact]
    public void A_bundle_of_version_1_is_verified_for_ever()
    {
        byte[] bundle = File.ReadAllBytes(Path.Combine(Folder, "bundle.zip"));

        var result = ((VerificationStep.Finished)BundleVerification.Run(
            new MemoryStream(bundle), new LedgerKey(1).Public.Fingerprint.Hex).Last()).Result;

        Assert.Null(result.Failure);
        Assert.Equal(VerificationVerdict.Verified, result.Verdict);
    }

    [Theory]
    [InlineData("aura.report/2")]
    [InlineData("aura.entry/1")]
    [InlineData("report/1")]
    public void A_later_version_or_another_document_is_refused_by_name(string schema)
    {
        string frozen = File.ReadAllText(Path.Combine(Folder, "report.json"));

        var refused = Assert.Throws<FormatException>(() => RoundReport.Parse(
            Encoding.UTF8.GetBytes(frozen.Replace("aura.report/1", schema, StringComparison.Ordinal))));

        Assert.Contains($"'{schema}'", refused.Message, StringComparison.Ordinal);
        Assert.Contains("'aura.report/1'", refused.Message, StringComparison.Ordinal);
    }

    private static string Kebab(string name) => string.Concat(name.Select((c, i) =>
        char.IsUpper(c) ? (i == 0 ? "" : "-") + char.ToLowerInvariant(c) : c.ToString()));
}
