using Deventer4GlobalGoals.Cms.USync.ContentTypes;
using Deventer4GlobalGoals.Cms.USync.Contents;
using Deventer4GlobalGoals.Cms.USync.DataTypes;
using Deventer4GlobalGoals.Cms.USync.DictionaryItems;
using Deventer4GlobalGoals.Cms.USync.Domains;
using Deventer4GlobalGoals.Cms.USync.Languages;
using Deventer4GlobalGoals.Cms.USync.RelationTypes;
using Deventer4GlobalGoals.Cms.USync.Templates;
using Microsoft.Extensions.DependencyInjection;
using Umbraco.Cms.Core.Services;

namespace Deventer4GlobalGoals.Cms.USync;

/// <summary>The kinds of item that are read and written, in the order in which they are imported.</summary>
public sealed record USyncKinds(IReadOnlyList<IUSyncSerializer> InOrder)
{
    public IUSyncSerializer? Find(string element) => InOrder.FirstOrDefault(kind => kind.Element == element);

    /// <summary>A kind without its service is left out: its files are then ignored, not dropped.</summary>
    public static USyncKinds From(IServiceProvider services)
    {
        var kinds = new List<IUSyncSerializer>();
        Add<LanguageSerializer, ILanguageService>(services, kinds);
        Add<DataTypeSerializer, IDataTypeService>(services, kinds);
        Add<TemplateSerializer, ITemplateService>(services, kinds);
        Add<MediaTypeSerializer, IMediaTypeService>(services, kinds);
        Add<MemberTypeSerializer, IMemberTypeService>(services, kinds);
        Add<ContentTypeSerializer, IContentTypeService>(services, kinds);
        Add<RelationTypeSerializer, IRelationService>(services, kinds);
        Add<DictionarySerializer, IDictionaryItemService>(services, kinds);
        Add<MediaSerializer, IMediaService>(services, kinds);
        Add<ContentSerializer, IContentService>(services, kinds);
        Add<DomainSerializer, IDomainService>(services, kinds);
        return new USyncKinds(kinds);
    }

    private static void Add<TSerializer, TService>(IServiceProvider services, List<IUSyncSerializer> kinds)
        where TSerializer : IUSyncSerializer
        where TService : class
    {
        if (services.GetService<TService>() is not null)
        {
            kinds.Add(ActivatorUtilities.CreateInstance<TSerializer>(services));
        }
    }
}
