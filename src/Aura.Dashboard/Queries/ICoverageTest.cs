using Aura.Engine.MasterLogic.Measures;

namespace Aura.Dashboard.Queries;

/// <summary>Says whether a value at risk that was backtested holds.</summary>
internal interface ICoverageTest
{
    /// <summary>What the counts say at 5 % significance.</summary>
    Coverage Of(VarBacktest backtest);
}
