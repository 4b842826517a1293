namespace Deventer4GlobalGoals.Cms.Delivery.Querying;

/// <summary>What a client sent, fit for one line of a log.</summary>
internal static class LogText
{
    /// <summary>Characters that are kept; no option that means something is longer.</summary>
    private const int Longest = 200;

    public static string Of(string value) =>
        new([.. value.Take(Longest).Select(character => char.IsControl(character) ? ' ' : character)]);
}
