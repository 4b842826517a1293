using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Deventer4GlobalGoals.Benchmarks.People;

/// <summary>What is in the database of a site, read past the site: what counts is what would be there after a crash.</summary>
internal sealed class SiteFile(string folder)
{
    /// <summary>Rows of text; an empty text for nothing.</summary>
    public IReadOnlyList<string[]> Read(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "site.db")};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string[]>();
        while (reader.Read())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(column => Convert.ToString(reader.GetValue(column), CultureInfo.InvariantCulture) ?? string.Empty)]);
        }

        return rows;
    }

    public long Count(string sql) => long.Parse(Read(sql)[0][0], CultureInfo.InvariantCulture);
}
