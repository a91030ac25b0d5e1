using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Aura.KillPoints;

/// <summary>The two sides of a commit: everything is written but not yet durable, and durable but not yet answered.</summary>
internal sealed class KillingTransactions(KillPoint point) : DbTransactionInterceptor
{
    public override async ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result,
        CancellationToken cancellationToken = default)
    {
        if (KillingStore.IsCommitting)
            await point.PassAsync(KillPoint.BeforeCommit);
        return result;
    }

    public override async Task TransactionCommittedAsync(
        DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (KillingStore.IsCommitting)
            await point.PassAsync(KillPoint.AfterCommit);
    }
}
