using Aura.Dashboard.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Aura.Dashboard.Storage;

/// <summary>The one context: identity beside the ledger, so that one file is one installation.</summary>
internal sealed class AuraDbContext(DbContextOptions<AuraDbContext> options) : IdentityDbContext<AuraUser>(options);
