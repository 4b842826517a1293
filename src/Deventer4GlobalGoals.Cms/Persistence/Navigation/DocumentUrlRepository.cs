using Deventer4GlobalGoals.Cms.Persistence.Languages;
using Deventer4GlobalGoals.Cms.Scoping;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace Deventer4GlobalGoals.Cms.Persistence.Navigation;

/// <summary>A document's part of the URL in one language.</summary>
public sealed class DocumentUrlRow
{
    public int Id { get; set; }

    public Guid DocumentKey { get; set; }

    public int? LanguageId { get; set; }

    public required string UrlSegment { get; set; }

    public bool IsDraft { get; set; }

    public bool IsPrimary { get; set; }
}

internal sealed class DocumentUrlConfiguration : IEntityTypeConfiguration<DocumentUrlRow>
{
    public void Configure(EntityTypeBuilder<DocumentUrlRow> builder)
    {
        builder.ToTable("DocumentUrl");
        builder.HasIndex(row => row.DocumentKey);
        builder.HasOne<LanguageRow>().WithMany().HasForeignKey(row => row.LanguageId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Nodes.NodeRow>().WithMany().HasForeignKey(row => row.DocumentKey).HasPrincipalKey(node => node.Key).OnDelete(DeleteBehavior.Cascade);
    }
}

/// <inheritdoc cref="IDocumentUrlRepository"/>
public sealed class DocumentUrlRepository(EfScopeProvider scopes) : IDocumentUrlRepository
{
    public IEnumerable<PublishedDocumentUrlSegment> GetAll() => [.. scopes.Db.Set<DocumentUrlRow>().AsNoTracking().Select(row => new PublishedDocumentUrlSegment
    {
        DocumentKey = row.DocumentKey,
        NullableLanguageId = row.LanguageId,
        UrlSegment = row.UrlSegment,
        IsDraft = row.IsDraft,
        IsPrimary = row.IsPrimary,
    })];

    /// <summary>Replaces the segments of the documents named, where they differ.</summary>
    public void Save(IEnumerable<PublishedDocumentUrlSegment> publishedDocumentUrlSegments)
    {
        var db = scopes.Db;
        foreach (var batch in publishedDocumentUrlSegments.GroupBy(segment => segment.DocumentKey).Chunk(200))
        {
            Guid[] keys = [.. batch.Select(document => document.Key)];
            var known = db.Set<DocumentUrlRow>().Where(row => keys.Contains(row.DocumentKey)).ToLookup(row => row.DocumentKey);
            foreach (var document in batch)
            {
                Replace(db, document, [.. known[document.Key]]);
            }

            db.SaveChanges();
            db.ChangeTracker.Clear();
        }
    }

    public void DeleteByDocumentKey(IEnumerable<Guid> select)
    {
        Guid[] keys = [.. select];
        scopes.Db.Set<DocumentUrlRow>().Where(row => keys.Contains(row.DocumentKey)).ExecuteDelete();
    }

    private static void Replace(CmsDb db, IEnumerable<PublishedDocumentUrlSegment> wanted, List<DocumentUrlRow> known)
    {
        foreach (var segment in wanted)
        {
            var same = known.Find(row => row.LanguageId == segment.NullableLanguageId && row.IsDraft == segment.IsDraft
                && row.IsPrimary == segment.IsPrimary && row.UrlSegment == segment.UrlSegment);
            if (same is not null)
            {
                known.Remove(same);
                continue;
            }

            db.Add(new DocumentUrlRow
            {
                DocumentKey = segment.DocumentKey,
                LanguageId = segment.NullableLanguageId,
                UrlSegment = segment.UrlSegment,
                IsDraft = segment.IsDraft,
                IsPrimary = segment.IsPrimary,
            });
        }

        db.RemoveRange(known);
    }
}
