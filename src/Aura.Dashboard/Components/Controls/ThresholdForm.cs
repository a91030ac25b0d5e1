using System.Globalization;
using Aura.Engine.Breaker;
using Aura.Engine.Canon;
using Aura.Engine.Rounds;
using Aura.Engine.Rounds.Thresholds;

namespace Aura.Dashboard.Components.Controls;

/// <summary>The thresholds as somebody types them, by the keys of their faults, and what is wrong with them.</summary>
internal sealed class ThresholdForm
{
    private readonly RuleSet _rules;
    private readonly Dictionary<string, string> _typed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _faults = new(StringComparer.Ordinal);

    public ThresholdForm(RuleSet rules)
    {
        _rules = rules;
        var now = ThresholdSet.Of(rules);
        _typed["elevatedAbovePercent"] = DecimalText.Of(now.ElevatedAbovePercent);
        _typed["highAbovePercent"] = DecimalText.Of(now.HighAbovePercent);
        _typed["extremeAbovePercent"] = DecimalText.Of(now.ExtremeAbovePercent);
        _typed["cleanUpToPercent"] = DecimalText.Of(now.CleanUpToPercent);
        _typed["systemOpensAtScore"] = DecimalText.Of(now.SystemOpensAtScore);
        _typed["noDecisionRounds"] = now.NoDecisionRounds.ToString(CultureInfo.InvariantCulture);
        foreach (var cause in now.Causes)
        {
            _typed[Key(cause, "mode")] = $"{cause.Mode}";
            if (cause is not { EnterAbove: { } enter, LeaveAt: { } leave })
                continue;
            _typed[Key(cause, "enterAbove")] = DecimalText.Of(enter);
            _typed[Key(cause, "leaveAt")] = DecimalText.Of(leave);
        }
    }

    /// <summary>What is typed for a key.</summary>
    public string this[string key]
    {
        get => _typed[key];
        set => _typed[key] = value;
    }

    /// <summary>What is wrong, in the order of the form; empty before the first reading.</summary>
    public IReadOnlyCollection<string> Faults => _faults.Values;

    public static string Key(CauseRule cause, string member) => $"causes.{cause.Cause}.{member}";

    public bool IsWrong(string key) => _faults.ContainsKey(key);

    /// <summary>The thresholds; null when something is wrong.</summary>
    public ThresholdSet? Read()
    {
        _faults.Clear();
        var causes = _rules.Breaker.CausesInForce.Select(rule => rule with
        {
            Mode = Enum.Parse<CauseMode>(this[Key(rule, "mode")]),
            EnterAbove = rule.EnterAbove is null ? null : Number(Key(rule, "enterAbove")),
            LeaveAt = rule.LeaveAt is null ? null : Number(Key(rule, "leaveAt")),
        });
        var asked = new ThresholdSet(
            Number("elevatedAbovePercent"), Number("highAbovePercent"), Number("extremeAbovePercent"),
            Number("systemOpensAtScore"), Number("cleanUpToPercent"), Whole("noDecisionRounds"), [.. causes]);
        if (_faults.Count > 0)
            return null;

        foreach (var fault in asked.Faults(_rules))
            _faults[fault.Key] = fault.Reason;
        return _faults.Count > 0 ? null : asked;
    }

    private decimal Number(string key)
    {
        if (decimal.TryParse(this[key].Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number))
            return number;
        _faults[key] = T("'{0}' is '{1}': accepted is a number with a point, as in 7.5.", key, this[key]);
        return default;
    }

    private int Whole(string key)
    {
        if (int.TryParse(this[key].Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out int number))
            return number;
        _faults[key] = T("'{0}' is '{1}': accepted is a whole number.", key, this[key]);
        return default;
    }
}
