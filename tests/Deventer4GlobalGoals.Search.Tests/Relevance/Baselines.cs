using System.Globalization;
using Deventer4GlobalGoals.Cms.Tests.Contract.Hosts;
using Deventer4GlobalGoals.Search.Index;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Deventer4GlobalGoals.Search.Tests.Relevance;

/// <summary>
/// Another way to search the same texts. Each gets the question's words: documents with all of them, and when there are none, with any of
/// them. That is kinder than what either does by itself, so that what is compared is ranking and language, not strictness.
/// </summary>
internal interface IBaseline
{
    string Name { get; }

    IReadOnlyList<string> Search(string query);
}

/// <summary>FTS5 as it comes: the tokenizer unicode61 and bm25 without weights.</summary>
internal sealed class PlainFts : IBaseline, IDisposable
{
    private readonly SqliteConnection _connection = new("Data Source=:memory:");

    public PlainFts(IEnumerable<SearchDocument> documents)
    {
        _connection.Open();
        using var create = _connection.CreateCommand();
        create.CommandText = "CREATE VIRTUAL TABLE texts USING fts5(id UNINDEXED, title, summary, tags, body, tokenize = unicode61)";
        create.ExecuteNonQuery();
        foreach (var document in documents)
        {
            using var insert = _connection.CreateCommand();
            insert.CommandText = "INSERT INTO texts VALUES ($id, $title, $summary, $tags, $body)";
            insert.Parameters.AddWithValue("$id", document.Id);
            insert.Parameters.AddWithValue("$title", document.Title);
            insert.Parameters.AddWithValue("$summary", document.Summary);
            insert.Parameters.AddWithValue("$tags", BaselineText.Tags(document));
            insert.Parameters.AddWithValue("$body", document.Body);
            insert.ExecuteNonQuery();
        }
    }

    public string Name => "FTS5 unicode61";

    public IReadOnlyList<string> Search(string query) => Match(query, " ") is { Count: > 0 } all ? all : Match(query, " OR ");

    public void Dispose() => _connection.Dispose();

    private List<string> Match(string query, string between)
    {
        using var select = _connection.CreateCommand();
        select.CommandText = "SELECT id FROM texts WHERE texts MATCH $query ORDER BY rank, id LIMIT 10";
        select.Parameters.AddWithValue("$query", string.Join(between, BaselineText.Words(query).Select(word => $"\"{word}\"")));
        using var rows = select.ExecuteReader();
        var found = new List<string>();
        while (rows.Read())
        {
            found.Add(rows.GetString(0));
        }

        return found;
    }
}

/// <summary>PostgreSQL with its configuration "dutch", and weights A to D for title, summary, tags and body.</summary>
internal sealed class PostgresDutch : IBaseline, IDisposable
{
    private readonly NpgsqlConnection _connection = new(PostgresCluster.Instance.NewDatabase() + ";Pooling=false");

    public PostgresDutch(IEnumerable<SearchDocument> documents)
    {
        _connection.Open();
        Execute("CREATE TABLE texts (id text PRIMARY KEY, words tsvector)");
        foreach (var document in documents)
        {
            Execute(
                """
                INSERT INTO texts VALUES ($1, setweight(to_tsvector('dutch', $2), 'A') || setweight(to_tsvector('dutch', $3), 'B')
                    || setweight(to_tsvector('dutch', $4), 'C') || setweight(to_tsvector('dutch', $5), 'D'))
                """,
                document.Id,
                document.Title,
                document.Summary,
                BaselineText.Tags(document),
                document.Body);
        }
    }

    public string Name => "PostgreSQL dutch";

    public IReadOnlyList<string> Search(string query) => Match(query, all: true) is { Count: > 0 } found ? found : Match(query, all: false);

    public void Dispose() => _connection.Dispose();

    private List<string> Match(string query, bool all)
    {
        using var select = _connection.CreateCommand();
        select.CommandText =
            """
            SELECT id
            FROM texts, (SELECT CASE WHEN $2 THEN words ELSE replace(words::text, '&', '|')::tsquery END AS query FROM plainto_tsquery('dutch', $1) words) asked
            WHERE words @@ query
            ORDER BY ts_rank(words, query) DESC, id
            LIMIT 10
            """;
        select.Parameters.Add(new NpgsqlParameter { Value = query });
        select.Parameters.Add(new NpgsqlParameter { Value = all });
        using var rows = select.ExecuteReader();
        var found = new List<string>();
        while (rows.Read())
        {
            found.Add(rows.GetString(0));
        }

        return found;
    }

    private void Execute(string sql, params string[] values)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddRange(values.Select(value => new NpgsqlParameter { Value = value }).ToArray());
        command.ExecuteNonQuery();
    }
}

internal static class BaselineText
{
    /// <summary>The tags, and the codes of goals and targets, which our engine has as fields.</summary>
    public static string Tags(SearchDocument document) => string.Join(", ", document.Tags.Concat(Codes(document)));

    public static IEnumerable<string> Words(string query) => query
        .Split([' ', '?', '"', ','], StringSplitOptions.RemoveEmptyEntries)
        .Select(word => word.ToLower(CultureInfo.InvariantCulture));

    private static IEnumerable<string> Codes(SearchDocument document) => new[] { "doel", "subdoel" }
        .SelectMany(field => document.Fields.TryGetValue(field, out var values) ? values : [])
        .Select(code => "doel " + code);
}
