using System.Globalization;
using System.Text;
using Deventer4GlobalGoals.Cms.Tests.Contract.Hosts;
using Xunit.Abstractions;

namespace Deventer4GlobalGoals.Search.Tests.Relevance;

/// <summary>How well the engine ranks the site's own content, beside two others that search the same texts in the same run.</summary>
public sealed class RelevanceFigureTests(ITestOutputHelper output)
{
    /// <summary>How much better ours should be than each of the others, in nDCG.</summary>
    private const double Lead = 0.15;

    [Fact]
    public void The_judgements_name_documents_that_exist_and_cover_every_kind_of_question()
    {
        var documents = SiteContent.Documents.Select(document => document.Id).ToHashSet(StringComparer.Ordinal);
        Assert.InRange(JudgedQuery.All.Count, 120, int.MaxValue);
        Assert.All(JudgedQuery.All, query => Assert.All(query.Grades, grade => Assert.True(documents.Contains(grade.Key) && grade.Value is >= 1 and <= 3, query.Query + ": " + grade)));
        Assert.Equal(JudgedQuery.All.Count, JudgedQuery.All.DistinctBy(query => query.Query).Count());
        Assert.Equal(
            ["code", "een woord", "engels", "plaats", "samenstelling", "spelfout", "twee woorden", "verbogen", "vraag"],
            JudgedQuery.All.Select(query => query.Kind).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_best_order_scores_one_and_an_empty_answer_nothing()
    {
        var query = new JudgedQuery("een woord", "x", new Dictionary<string, int> { ["a"] = 3, ["b"] = 1 });
        Assert.Equal(1, query.Ndcg(["a", "b", "c"]), 12);
        Assert.Equal(0, query.Ndcg([]));
        Assert.InRange(query.Ndcg(["b", "a"]), 0.70, 0.72);
        Assert.Equal(0.5, query.Recall(["a", "c", "a"]));
    }

    [PostgresFact]
    public void Ours_ranks_the_sites_content_better_than_plain_FTS5_and_than_PostgreSQL()
    {
        using var postgres = new PostgresDutch(SiteContent.Documents);
        Compare(postgres);
    }

    /// <summary>What is left of the comparison where there is no PostgreSQL.</summary>
    [Fact]
    public void Ours_ranks_the_sites_content_better_than_plain_FTS5() => Compare();

    private void Compare(params IBaseline[] more)
    {
        using var index = new TemporaryIndex(SiteContent.Documents);
        using var plain = new PlainFts(SiteContent.Documents);
        IBaseline[] engines = [new Ours(index), plain, .. more];
        var scores = engines.Select(engine => JudgedQuery.All.Select(query => Score.Of(query, engine.Search(query.Query))).ToList()).ToList();
        output.WriteLine(Table(engines, scores));
        foreach (var others in scores.Skip(1))
        {
            Assert.InRange(scores[0].Average(score => score.Ndcg) - others.Average(score => score.Ndcg), Lead, 1);
        }
    }

    private static string Table(IBaseline[] engines, IReadOnlyList<List<Score>> scores)
    {
        var table = new StringBuilder().AppendLine();
        table.AppendLine("| question | how many | " + string.Join(" | ", engines.SelectMany(engine => new[] { engine.Name + " nDCG@10", "recall@10" })) + " |");
        table.AppendLine("|---|---:|" + string.Concat(Enumerable.Repeat("---:|", 2 * engines.Length)));
        foreach (var kind in JudgedQuery.All.Select(query => query.Kind).Distinct().Append(null))
        {
            var rows = scores.Select(list => list.Where(score => kind is null || score.Query.Kind == kind).ToList()).ToList();
            var cells = rows.SelectMany(list => new[] { list.Average(score => score.Ndcg), list.Average(score => score.Recall) });
            table.AppendLine(CultureInfo.InvariantCulture, $"| {kind ?? "all"} | {rows[0].Count} | {string.Join(" | ", cells.Select(cell => cell.ToString("0.000", CultureInfo.InvariantCulture)))} |");
        }

        table.AppendLine().AppendLine("Lowest of ours:");
        foreach (var score in scores[0].OrderBy(score => score.Ndcg).Take(15))
        {
            table.AppendLine(CultureInfo.InvariantCulture, $"{score.Ndcg:0.00} {score.Query.Query}");
        }

        return table.ToString();
    }

    private sealed record Score(JudgedQuery Query, double Ndcg, double Recall)
    {
        public static Score Of(JudgedQuery query, IReadOnlyList<string> found) => new(query, query.Ndcg(found), query.Recall(found));
    }

    private sealed class Ours(TemporaryIndex index) : IBaseline
    {
        public string Name => "ours";

        public IReadOnlyList<string> Search(string query) => [.. index.Search(query).Hits.Select(hit => hit.Id).Take(JudgedQuery.Depth)];
    }
}

/// <summary>A fact that is skipped, saying why, where there is no PostgreSQL.</summary>
internal sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute() => Skip = PostgresCluster.Missing;
}
