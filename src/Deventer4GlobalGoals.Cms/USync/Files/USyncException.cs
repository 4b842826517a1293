namespace Deventer4GlobalGoals.Cms.USync.Files;

/// <summary>A file asks for something that can't be; says in which field.</summary>
public sealed class USyncException(string field, string message, Exception? inner = null)
    : Exception(message, inner)
{
    /// <summary>Path of element names, such as <c>Info/ContentType</c> or <c>Properties/summary[nl]</c>.</summary>
    public string Field { get; } = field;
}
