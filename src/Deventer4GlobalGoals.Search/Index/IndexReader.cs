using Deventer4GlobalGoals.Search.Query;
using Microsoft.Data.Sqlite;

namespace Deventer4GlobalGoals.Search.Index;

/// <summary>One search's connection to an index file, with its prepared commands and its scratch memory. Used by one search at a time.</summary>
internal sealed class IndexReader : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly PostingCache _cache;
    private readonly RowReader _postings;
    private readonly RowReader _newest;
    private readonly RowReader _phrases;
    private readonly SqliteCommand _texts;
    private readonly Stack<Hits> _idle = new();

    public IndexReader(SqliteConnection connection, Columns columns, PostingCache cache)
    {
        _connection = connection;
        Columns = columns;
        _cache = cache;
        _postings = new RowReader(connection, "select rowid from posting where posting match ?1");
        _newest = new RowReader(connection, "select rowid from posting where posting match ?1 order by rowid desc limit ?2");
        _phrases = new RowReader(connection, "select rowid from phrase where phrase match ?1");
        _texts = _connection.Prepared("select id, culture, title, summary, tags, body, stored from document where number = $number", ("$number", 0));
    }

    public Columns Columns { get; }

    /// <summary>Adds to the list the posting rows of any of the terms; a row that has several comes once.</summary>
    public void PostingsOfAny(int partition, IEnumerable<string> terms, List<long> rows) =>
        _cache.Read(string.Join(" OR ", terms.Select(term => Quoted(Posting.Term(partition, term)))), rows, _postings);

    /// <summary>Adds to the list the posting rows of a term, those of the latest documents first, and no more than so many.</summary>
    public void NewestPostings(int partition, string term, int most, List<long> rows) =>
        _newest.Read(Quoted(Posting.Term(partition, term)), rows, most);

    /// <summary>Adds to the list the posting rows of all terms that start so; a row that has several comes once.</summary>
    public void PostingsStarting(int partition, string start, List<long> rows) =>
        _cache.Read(Quoted(Posting.Term(partition, start)) + "*", rows, _postings);

    /// <summary>Adds to the list the documents in which these words stand next to each other in one tier.</summary>
    public void Phrase(IEnumerable<string> words, List<long> documents) => _phrases.Read(Quoted(string.Join(' ', words)), documents);

    public StoredText Text(int document)
    {
        _texts.Parameters[0].Value = document;
        using var reader = _texts.ExecuteReader();
        return reader.Read()
            ? new StoredText(reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetString(4), reader.GetString(5), reader.GetString(6))
            : throw new InvalidOperationException($"The index has no text of document {document}.");
    }

    /// <returns>The number of a document, or 0.</returns>
    public int Find(string id, string culture) =>
        (int)_connection.Number("select number from document where id = $id and culture = $culture collate nocase", ("$id", id), ("$culture", culture));

    public List<StoredDocument> Stored()
    {
        var stored = new List<StoredDocument>();
        using var command = _connection.Prepared("select id, culture, stored from document");
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            stored.Add(new StoredDocument(reader.GetString(0), reader.GetString(1), reader.GetString(2)));
        }

        return stored;
    }

    public Hits Rent()
    {
        var hits = _idle.TryPop(out var used) ? used : new Hits();
        hits.Reset(Columns.Count);
        return hits;
    }

    public void Return(Hits hits) => _idle.Push(hits);

    public void Dispose()
    {
        _postings.Dispose();
        _newest.Dispose();
        _phrases.Dispose();
        _texts.Dispose();
        _connection.Dispose();
    }

    // Terms have letters, digits and dots only; quoting keeps FTS5 from reading anything into them.
    private static string Quoted(string text) => "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}

/// <summary>The texts of a document as they came in.</summary>
internal sealed record StoredText(string Id, string Culture, string Title, string Summary, string Tags, string Body, string Stored);
