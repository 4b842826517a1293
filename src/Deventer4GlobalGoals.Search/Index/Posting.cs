namespace Deventer4GlobalGoals.Search.Index;

/// <summary>
/// A row number of the table of postings says where a term stands and how often: document, tier, and times (1 to 8, more
/// counts as 8). So one reading of a term gives all that ranking needs, without positions and without a second table.
/// </summary>
internal static class Posting
{
    public const int MostTimes = 8;

    private const int RowsPerDocument = DocumentTerms.Tiers * MostTimes;

    public static long Row(int document, int tier, int times) => First(document) + (tier * MostTimes) + Math.Min(times, MostTimes) - 1;

    public static long First(int document) => (long)document * RowsPerDocument;

    public static long Last(int document) => First(document) + RowsPerDocument - 1;

    public static int Document(long row) => (int)(row / RowsPerDocument);

    public static int Tier(long row) => (int)(row % RowsPerDocument) / MostTimes;

    public static int Times(long row) => (int)(row % MostTimes) + 1;

    /// <param name="partition">The number of the culture and language in which the term stands.</param>
    /// <param name="term">A folded word.</param>
    public static string Term(int partition, string term) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{partition}_{term}");
}
