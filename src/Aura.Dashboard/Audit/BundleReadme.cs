using System.Globalization;
using System.Text;
using Aura.Dashboard.Queries;
using Aura.Engine.Audit;
using Aura.Engine.Canon;
using Aura.Engine.Market;
using Aura.Engine.Rounds.Verification;

namespace Aura.Dashboard.Audit;

/// <summary>What a bundle says about itself to somebody who is no engineer.</summary>
internal static class BundleReadme
{
    public static byte[] Of(BundleRange range, BundleManifest manifest, NoteKey key, MarketMode mode) =>
        Encoding.UTF8.GetBytes(string.Create(
            CultureInfo.InvariantCulture,
            $"""
            EVIDENCE OF ROUNDS {range.From} TO {range.To}

            Ledger        {manifest.Origin}
            Entries       {manifest.FirstSequence} to {manifest.LastSequence}
            Exported      {InstantText.Of(manifest.ExportedAt)} (UTC) by the account {manifest.ExportedBy}
            Market        {mode}{(mode is MarketMode.Live ? "" : ": these are not real market prices as they were traded")}
            Signed with   {key.Fingerprint}
            {(manifest.DemoKeys ? "Node keys     DEMO KEYS: derived from a number that is in the settings; anybody could sign as a node\n" : "")}
            WHAT THIS IS
            This archive holds everything that AuraDashboard knew, decided and recorded in these rounds: what each data
            vendor answered, what each node of the oracle network signed, the rules in force, every price, score and
            decision, every command that a person gave and what became of it, and the state of every circuit breaker.

            HOW TO CHECK IT
            Nothing needs to be believed. Open verify.html (from the dashboard, or from whoever gave you a copy of it) in
            any current browser, also without a network, and drop this archive on it. Or, where the program is
            installed:  dotnet Aura.Dashboard.dll verify <this file> --key <fingerprint>
            Both decide every round and every command again and compare the result with what was recorded, to the
            last bit. Ask for the fingerprint of the key on a way that is not this archive: in writing, or by telephone.

            WHAT A GOOD RESULT PROVES
            - No entry between the first and the last is missing, added, reordered or altered since the last signed
              checkpoint in here was made.
            - Every decision follows from the recorded evidence by the recorded rules.
            - Whoever holds the key of the fingerprint above signed exactly this.

            WHAT IT CANNOT PROVE
            - Whoever holds the signing key, all node keys and the database can write another history and sign it. What
              stands against that is a checkpoint that somebody else kept: compare one from an earlier export, or from a
              witness, with those in the folder "checkpoints".
            - That vendors told the truth. It proves what they answered and who says so.
            - Whose hands an account was in. Accounts appear as opaque identifiers.

            THE FILES
            manifest.json      the list of all files with their SHA-256; manifest.note is the signature over it
            entries.jsonl      the ledger: one entry a line, each naming the hash of the one before
            documents.jsonl    the evidence and the outcome of each entry, in the same order
            bodies.jsonl       what the vendors answered, each once
            rulesets.jsonl     the rules in force
            state.json         the state before the first entry
            checkpoints/       signed statements of how long the ledger was and what its root was (C2SP tlog-checkpoint)
            consistency/       proofs that each checkpoint extends the one before it (C2SP tlog-witness)
            *.tlog-proof       proofs that the first and the last entry are in the ledger (C2SP tlog-proof)

            """).ReplaceLineEndings("\n"));
}
