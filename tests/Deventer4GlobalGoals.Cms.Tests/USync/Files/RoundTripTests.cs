using System.Xml.Linq;
using Deventer4GlobalGoals.Cms.USync.ContentTypes;
using Deventer4GlobalGoals.Cms.USync.Contents;
using Deventer4GlobalGoals.Cms.USync.DataTypes;
using Deventer4GlobalGoals.Cms.USync.DictionaryItems;
using Deventer4GlobalGoals.Cms.USync.Domains;
using Deventer4GlobalGoals.Cms.USync.Files;
using Deventer4GlobalGoals.Cms.USync.Languages;
using Deventer4GlobalGoals.Cms.USync.RelationTypes;
using Deventer4GlobalGoals.Cms.USync.Templates;

namespace Deventer4GlobalGoals.Cms.Tests.USync.Files;

public class RoundTripTests
{
    private static readonly Dictionary<string, Func<XElement, (string File, XElement Root)>> Kinds = new()
    {
        ["Language"] = Copy<LanguageFile>,
        ["DataType"] = Copy<DataTypeFile>,
        ["Template"] = Copy<TemplateFile>,
        ["ContentType"] = Copy<TypeFile>,
        ["MediaType"] = Copy<TypeFile>,
        ["MemberType"] = Copy<TypeFile>,
        ["RelationType"] = Copy<RelationTypeFile>,
        ["Dictionary"] = Copy<DictionaryFile>,
        ["Content"] = Copy<ContentFile>,
        ["Media"] = Copy<ContentFile>,
        ["Domain"] = Copy<DomainFile>,
    };

    public static TheoryData<string> Schema => Files("Content", "Dictionary", "Media");

    public static TheoryData<string> Everything => Files();

    [Theory]
    [MemberData(nameof(Schema))]
    public void A_schema_file_is_written_as_it_was_read_byte_for_byte(string file)
    {
        var path = Path.Combine(Repository.Site, file);

        var (name, root) = Copy(XElement.Load(path));

        Assert.Equal(File.ReadAllText(path), System.Text.Encoding.UTF8.GetString(USyncDisk.ToBytes(root)));
        Assert.Equal(Path.GetFileNameWithoutExtension(file), name);
    }

    [Theory]
    [MemberData(nameof(Everything))]
    public void Every_file_of_the_site_says_the_same_after_reading_and_writing(string file)
    {
        var root = Repository.Load(Repository.Site, file);

        Assert.Empty(USyncDiff.Fields(root, Copy(root).Root));
    }

    [Theory]
    [InlineData("de", "aa81aa81")]
    [InlineData("hu-HU", "69c5e60d")]
    [InlineData("/", "cdcab783")]
    public void Keys_of_languages_and_domains_follow_from_their_names_as_uSync_does_it(string alias, string digits) =>
        Assert.Equal(new Guid($"{digits}-0000-0000-0000-000000000000"), USyncNames.AliasKey(alias));

    [Theory]
    [InlineData("Korte tekst", "KorteTekst")]
    [InlineData("[Block List] Awards", "BlockListAwards")]
    [InlineData("ask - Mail", "askMail")]
    public void A_data_type_is_written_to_a_file_named_after_its_words(string name, string file) =>
        Assert.Equal(file, USyncNames.Pascal(name));

    private static (string File, XElement Root) Copy(XElement root) => Kinds[root.Name.LocalName](root);

    private static (string File, XElement Root) Copy<TFile>(XElement root)
        where TFile : class, IUSyncFile<TFile>
    {
        var file = TFile.Read(root);
        return (file.FileName, file.Write());
    }

    private static TheoryData<string> Files(params string[] except) =>
    [
        .. USyncFolder.Read(Repository.Site).Documents
            .Where(document => !except.Contains(document.Folder))
            .Select(document => document.File),
    ];
}
