namespace Deventer4GlobalGoals.Search.Tests.Relevance;

/// <summary>A question with the documents that answer it.</summary>
/// <param name="Kind">What the question is an example of.</param>
/// <param name="Query">What a visitor types.</param>
/// <param name="Grades">Per document 1 (touches it), 2 (useful) or 3 (what was looked for); what isn't here, isn't relevant.</param>
internal sealed record JudgedQuery(string Kind, string Query, IReadOnlyDictionary<string, int> Grades)
{
    /// <summary>How many answers count.</summary>
    public const int Depth = 10;

    /// <summary>
    /// All questions. They were judged by reading the content, not by looking at what an engine finds.
    /// </summary>
    public static IReadOnlyList<JudgedQuery> All { get; } =
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Specs", "relevance.nl.tsv")).Skip(1).Where(line => line.Length > 0).Select(line =>
        {
            var columns = line.Split('\t');
            return new JudgedQuery(columns[0], columns[1], columns[2].Split(' ').Select(grade => grade.Split(':')).ToDictionary(grade => grade[0], grade => grade[1][0] - '0'));
        }),
    ];

    /// <summary>Normalised discounted cumulative gain of the first ten: 1 when no better order exists, 0 when nothing relevant is among them.</summary>
    public double Ndcg(IEnumerable<string> found)
    {
        var best = Gain(Grades.Values.OrderDescending());
        return Gain(found.Distinct().Select(id => Grades.GetValueOrDefault(id))) / best;
    }

    /// <summary>Which part of the relevant documents, or of ten when there are more, is among the first ten.</summary>
    public double Recall(IEnumerable<string> found) =>
        (double)found.Distinct().Take(Depth).Count(Grades.ContainsKey) / Math.Min(Depth, Grades.Count);

    /// <summary>Järvelin and Kekäläinen 2002, with 2^grade - 1 as gain.</summary>
    private static double Gain(IEnumerable<int> grades) =>
        grades.Take(Depth).Select((grade, place) => (Math.Pow(2, grade) - 1) / Math.Log2(place + 2)).Sum();
}
