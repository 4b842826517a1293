using Deventer4GlobalGoals.Cms.Tests.Contract.Hosts;

namespace Deventer4GlobalGoals.Web.Tests.Harness;

/// <summary>A fact that is skipped, saying why, where there is no PostgreSQL.</summary>
public sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute() => Skip = PostgresCluster.Missing;
}
