using Aura.Dashboard.Configuration;
using Aura.Dashboard.Storage.Postgres;
using Npgsql;

namespace Aura.Dashboard.Tests.Storage.Postgres;

public sealed class PostgresDatabaseTests
{
    [Theory]
    [InlineData("Host=db;Database=aura", "-c synchronous_commit=on")]
    [InlineData("Host=db;Database=aura;Options=-c work_mem=8MB", "-c work_mem=8MB -c synchronous_commit=on")]
    [InlineData("Host=db;Database=aura;Options=-c synchronous_commit=remote_apply", "-c synchronous_commit=remote_apply")]
    public void A_commit_is_on_the_disk_before_it_is_answered(string connectionString, string options) =>
        Assert.Equal(options, Parts(connectionString).Options);

    [Fact]
    public void Sessions_can_be_told_apart_on_the_server()
    {
        Assert.Equal("AuraDashboard", Parts("Host=db;Database=aura").ApplicationName);
        Assert.Equal("east", Parts("Host=db;Database=aura;Application Name=east").ApplicationName);
    }

    private static NpgsqlConnectionStringBuilder Parts(string connectionString) =>
        new(PostgresDatabase.Locate(new StorageOptions { ConnectionString = connectionString }).ConnectionString);
}
