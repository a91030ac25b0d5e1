using System.Runtime.InteropServices;
using Aura.Engine.Canon;

namespace Aura.Engine.MasterLogic.Measures;

/// <summary>What an asset gained between two neighbouring prices.</summary>
/// <param name="Before">The round of the earlier price.</param>
/// <param name="Round">The round of the later price.</param>
/// <param name="Percent">The simple return, 100 · (later − earlier) / earlier, in percent.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct RoundReturn(RoundNumber Before, RoundNumber Round, double Percent);
