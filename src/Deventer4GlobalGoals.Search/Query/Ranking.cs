namespace Deventer4GlobalGoals.Search.Query;

/// <summary>
/// The numbers of the ranking. A word's share is BM25 over the four tiers together: the times it stands in a tier, weighed
/// and divided by how long the tier is, are added up over the tiers and its forms, then saturated and multiplied by how rare
/// the word is. The shares of the words are added up, and the sum is raised a little for a main role and for being fresh.
/// </summary>
internal static class Ranking
{
    // BM25: how soon more of the same word stops counting.
    private const float Saturation = 1.2f;

    // How much a word in each tier weighs against one in the body.
    private static readonly float[] TierWeights = [5f, 2f, 3f, 1f];

    // BM25: how much a long tier is held against its words, 0 to 1.
    private static readonly float[] LengthShare = [0.3f, 0.5f, 0.3f, 0.75f];

    /// <summary>What a form of a word counts against the word itself, in the same place.</summary>
    public const float Exact = 1f;

    public const float SameStem = 0.8f;

    public const float StartsSo = 0.6f;

    public const float InCompound = 0.5f;

    public const float PartsOfCompound = 0.45f;

    public const float SynonymOf = 0.4f;

    /// <summary>A main role for a goal or another value that was asked raises a document by this share.</summary>
    private const float MainRole = 0.25f;

    /// <summary>A document of today is raised by this share, one of <see cref="HalfLife"/> days ago by half of it, and so on.</summary>
    private const float Fresh = 0.1f;

    private const float HalfLife = 730;

    // By age in days; what is older is not raised.
    private static readonly float[] Freshness = [.. Enumerable.Range(0, 20 * 365).Select(age => Fresh * MathF.Pow(2, -age / HalfLife))];

    public static float InTier(int tier, int times, int length, float averageLength)
    {
        var share = LengthShare[tier];
        return TierWeights[tier] * times / (1 - share + (share * length / averageLength));
    }

    public static float TierWeight(int tier) => TierWeights[tier];

    /// <param name="weight">The word's weight in one document, over its forms and tiers.</param>
    /// <param name="documents">How many documents there are.</param>
    /// <param name="with">How many of them have the word in some form.</param>
    public static float OfWord(float weight, int documents, int with) => Rarity(documents, with) * weight * (Saturation + 1) / (weight + Saturation);

    public static float Rarity(int documents, int with) => MathF.Log(1 + (Math.Max(documents - with, 0) + 0.5f) / (with + 0.5f));

    /// <param name="words">What its words score together; nothing where no words were asked.</param>
    /// <param name="isMain">Whether it has a main role for something that was asked.</param>
    /// <param name="age">Its age in days, or null without a date.</param>
    public static float OfDocument(float words, bool isMain, int? age)
    {
        var freshness = age < Freshness.Length ? Freshness[Math.Max(age.Value, 0)] : 0;
        var score = (words > 0 ? words : 1) * (1 + freshness) * (isMain ? 1 + MainRole : 1);

        // Sums of the same shares in another order differ in their last digits; these must not decide.
        return MathF.Round(score, 4);
    }
}
