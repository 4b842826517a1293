using Deventer4GlobalGoals.Search.Index;
using Microsoft.Data.Sqlite;

namespace Deventer4GlobalGoals.Search.Tests.Index;

public sealed class RebuildTests : IDisposable
{
    private readonly TemporaryIndex index = new(Corpus.Documents);

    [Fact]
    public void The_old_index_answers_until_the_new_one_is_finished_and_progress_is_told()
    {
        var told = new List<RebuildProgress>();
        var answers = new List<string>();
        IEnumerable<SearchDocument> Documents()
        {
            for (var number = 0; number < 1200; number++)
            {
                if (number % 300 == 0)
                {
                    answers.Add(index.Ids("afvalscheiding"));
                }

                yield return new SearchDocument("new", "nl") { Title = "afvalscheiding" };
            }
        }

        index.Index.Rebuild(Documents(), new Recorded(told));
        Assert.Equal(["afval", "afval", "afval", "afval"], answers);
        Assert.Equal("new", index.Ids("afvalscheiding"));
        Assert.Equal([new(500, false), new(1000, false), new(1200, true)], told);
        Assert.Equal(1, index.Index.Documents);
        Assert.EndsWith("ExternalIndex.0003.sqlite", index.File, StringComparison.Ordinal);
    }

    [Fact]
    public void Changes_during_a_rebuild_are_in_both()
    {
        IEnumerable<SearchDocument> Documents()
        {
            index.Index.Apply([new IndexChange.Put(new SearchDocument("late", "nl") { Title = "nagekomen" }), new IndexChange.Remove("afval")], "7");
            Assert.Equal("late", index.Ids("nagekomen"));
            return Corpus.Documents;
        }

        index.Index.Rebuild(Deferred(Documents), checkpoint: "5");
        Assert.Equal("late", index.Ids("nagekomen"));
        Assert.Equal("", index.Ids("\"afvalscheiding\""));
        Assert.Equal("7", index.Index.Checkpoint);
    }

    [Fact]
    public void A_rebuild_that_fails_or_is_cancelled_leaves_the_old_index()
    {
        Assert.Throws<InvalidOperationException>(() => index.Index.Rebuild(Deferred(() => throw new InvalidOperationException())));
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Assert.Throws<OperationCanceledException>(() => index.Index.Rebuild([], cancellation: cancelled.Token));
        Assert.Equal("afval", index.Ids("afvalscheiding"));
        Assert.Single(Directory.GetFiles(index.Folder, "*building*").Append(index.File));
        index.Index.Rebuild([]);
        Assert.Equal("", index.Ids("afvalscheiding"));
    }

    [Fact]
    public void A_file_that_goes_bad_during_a_rebuild_does_not_spoil_it()
    {
        IEnumerable<SearchDocument> Documents()
        {
            using (var connection = new SqliteConnection($"Data Source={index.Folder}/ExternalIndex.0002.sqlite;Pooling=False"))
            {
                connection.Open();
                connection.Run("drop table posting");
            }

            Assert.Equal("", index.Ids("afval"));
            return Corpus.Documents;
        }

        index.Index.Rebuild(Deferred(Documents));
        Assert.Equal("afval", index.Ids("afvalscheiding"));
        Assert.Single(index.Replaced);
        index.Reopen();
        Assert.Equal("afval", index.Ids("afvalscheiding"));
    }

    [Fact]
    public async Task Searching_goes_on_while_documents_change_and_the_index_is_rebuilt()
    {
        // Every state of the index has exactly one document with this word, whichever file answers.
        SearchDocument Version(int number) => new("wissel", "nl") { Title = "wisselwoord", Body = new string('x', number) };
        index.Index.Apply([new IndexChange.Put(Version(0))]);
        using var stop = new CancellationTokenSource();
        var searching = Enumerable.Range(0, 3).Select(_ => Task.Run(() =>
        {
            var searches = 0;
            for (; !stop.IsCancellationRequested || searches == 0; searches++)
            {
                var response = index.Search("wisselwoord");
                Assert.Equal("wissel", Assert.Single(response.Hits).Id);
                Assert.Equal(1, response.Total);
            }

            return searches;
        })).ToArray();

        for (var round = 1; round <= 12; round++)
        {
            index.Index.Apply([new IndexChange.Put(Version(round))]);
            if (round % 4 == 0)
            {
                index.Index.Rebuild([.. Corpus.Documents, Version(round)]);
            }
        }

        await stop.CancelAsync();
        Assert.All(await Task.WhenAll(searching), searches => Assert.True(searches > 0));
        Assert.Equal(Corpus.Documents.Count + 1, index.Index.Documents);
    }

    public void Dispose() => index.Dispose();

    private static IEnumerable<SearchDocument> Deferred(Func<IEnumerable<SearchDocument>> documents)
    {
        foreach (var document in documents())
        {
            yield return document;
        }
    }

    private sealed class Recorded(List<RebuildProgress> told) : IProgress<RebuildProgress>
    {
        public void Report(RebuildProgress value) => told.Add(value);
    }
}
