using Umbraco.Cms.Core.Models;

namespace Deventer4GlobalGoals.Cms.Persistence.Contents;

/// <summary>What is written with a document or media item, in the same transaction: its references, its tags.</summary>
public interface IContentSaveStep
{
    /// <param name="content">What was saved; it has its ids, its properties still say what changed.</param>
    /// <param name="state">The state in which it came: publishing, unpublishing, or as it was. Media are never published.</param>
    void Saved(IContentBase content, PublishedState state);
}
