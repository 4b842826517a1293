using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json.Nodes;
using Deventer4GlobalGoals.Goals;
using Deventer4GlobalGoals.Web.Content;
using Deventer4GlobalGoals.Web.Desk.Fields;
using Deventer4GlobalGoals.Web.Desk.Items;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Strings;

namespace Deventer4GlobalGoals.Web.Desk.Checks;

/// <summary>Reads a page as the rules look at it: as it stands on the desk, in one language.</summary>
public sealed class CheckedPages(
    ItemForm form, FieldControls controls, PageNames names, LinkTargets targets, IMediaService media, IMarkdownToHtmlConverter markdown, TimeProvider time)
{
    private const string PictureText = "altText";
    private static readonly string[] Aftermath = ["report", "material", "attendance"];

    /// <summary>What is wrong with a page in this language; what is the same in every language belongs to the default one.</summary>
    public IReadOnlyList<Finding> Find(IContent item, string culture) => PageRules.Find(Read(item, culture));

    public CheckedPage Read(IContent item, string culture)
    {
        ArgumentNullException.ThrowIfNull(item);
        var fields = form.Groups(item.ContentType.Key, culture == SitePage.DefaultCulture).SelectMany(group => group.Fields).ToList();
        var found = new Contents();
        foreach (var field in fields)
        {
            Add(field, field.Alias, form.EditorValue(item, field, culture), found);
        }

        return new CheckedPage
        {
            Culture = culture,
            Type = item.ContentType.Alias,
            IsOnline = ItemStates.Of(item, culture) is ItemState.Published or ItemState.Changed,
            IsWithoutDutch = ItemStates.Of(item, SitePage.DefaultCulture) == ItemState.Absent,
            Texts = found.Texts,
            Links = found.Links,
            Pictures = found.Pictures,
            ContributionsField = found.ContributionsField,
            Contributions = found.Contributions,
            Starts = culture == SitePage.DefaultCulture ? Moment(fields, item, culture) : null,
            HasAftermath = fields.Any(field => Aftermath.Contains(field.Alias) && !IsEmpty(form.EditorValue(item, field, culture))),
            Now = DeventerTime.Now(time),
            Leads = targets.Leads,
            Targets = found.Targets,
            HasAddress = found.HasAddress || found.Texts.Exists(text => text.Body.QuerySelectorAll("a[href]").Any(link => targets.IsOfSite(link.GetAttribute("href")!))),
        };
    }

    /// <param name="spec">The property, or a part of a block.</param>
    /// <param name="field">The property of the page in which it stands.</param>
    /// <param name="value">As its editor gives it.</param>
    /// <param name="found">What was found so far.</param>
    private void Add(FieldSpec spec, string field, JsonNode? value, Contents found)
    {
        switch (spec.EditorAlias)
        {
            case Constants.PropertyEditors.Aliases.MarkdownEditor:
                found.Add(field, markdown.ToHtml(value.AsText()));
                break;
            case Constants.PropertyEditors.Aliases.RichText:
                found.Add(field, (value?["markup"]).AsText());
                break;
            case Constants.PropertyEditors.Aliases.TextArea:
            case Constants.PropertyEditors.Aliases.TextBox when spec.Varies:
                found.Add(field, value.AsText() is { Length: > 0 } text ? $"<p>{HtmlEncoder.Default.Encode(text)}</p>" : string.Empty);
                break;
            case Constants.PropertyEditors.Aliases.MultiUrlPicker:
                found.Links.AddRange((value as JsonArray ?? []).OfType<JsonObject>().Select(link => Link(field, link, found)));
                break;
            case Constants.PropertyEditors.Aliases.MultiNodeTreePicker or Constants.PropertyEditors.Aliases.ContentPicker:
                found.Targets.UnionWith(Picked(value));
                found.Links.AddRange(Picked(value).Where(key => !targets.Exists(key)).Select(key => new CheckedLink(field, names.Name(key), names.Name(key), Leads: false)));
                break;
            case Constants.PropertyEditors.Aliases.MediaPicker3:
                found.Pictures.AddRange((value as JsonArray ?? []).Select(item => Picture(field, (item?["mediaKey"]).AsText(), found)).OfType<CheckedPicture>());
                break;
            case Constants.PropertyEditors.Aliases.BlockList:
                AddBlocks(field, value, found);
                break;
            case "D4GG.Contributions":
                found.ContributionsField = field;
                found.Contributions = ContributionJson.TryParse(value?.ToJsonString(), out var contributions, out _) ? contributions : [];
                break;
        }
    }

    private void AddBlocks(string field, JsonNode? value, Contents found)
    {
        foreach (var block in (value?["contentData"] as JsonArray ?? []).OfType<JsonObject>())
        {
            if (!Guid.TryParse(block["contentTypeKey"].AsText(), CultureInfo.InvariantCulture, out var type))
            {
                continue;
            }

            var values = (block["values"] as JsonArray ?? []).OfType<JsonObject>().ToLookup(part => part["alias"].AsText(), part => part["value"], StringComparer.Ordinal);
            foreach (var part in controls.Specs(type).SelectMany(group => group.Fields))
            {
                Add(part, field, values[part.Alias].FirstOrDefault(), found);
            }
        }
    }

    private CheckedLink Link(string field, JsonObject link, Contents found)
    {
        var (address, key) = (link["url"].AsText(), link["unique"].AsText());
        if (Guid.TryParse(key, CultureInfo.InvariantCulture, out var target))
        {
            found.Targets.Add(target);
        }
        else
        {
            found.HasAddress |= targets.IsOfSite(address);
        }

        var leads = link["type"].AsText() switch
        {
            "document" => Guid.TryParse(key, CultureInfo.InvariantCulture, out var page) && targets.Leads(page),
            "media" => Guid.TryParse(key, CultureInfo.InvariantCulture, out var file) && media.GetById(file) is { Trashed: false },
            _ => targets.Leads(address),
        };
        return new CheckedLink(field, link["name"].AsText().Trim(), address.Length > 0 ? address : link["name"].AsText(), leads);
    }

    /// <summary>Null for a file that wants no description.</summary>
    private CheckedPicture? Picture(string field, string mediaKey, Contents found)
    {
        if (!Guid.TryParse(mediaKey, CultureInfo.InvariantCulture, out var key))
        {
            return null;
        }

        found.Targets.Add(key);
        return media.GetById(key) is { } item && item.HasProperty(PictureText)
            ? new CheckedPicture(field, item.Name ?? string.Empty, item.GetValue<string>(PictureText) ?? string.Empty)
            : null;
    }

    private DateTimeOffset? Moment(List<FieldSpec> fields, IContent item, string culture)
    {
        var start = fields.Find(field => field is { Alias: "start", EditorAlias: Constants.PropertyEditors.Aliases.DateTimeWithTimeZone });
        return start is not null && DateTimeOffset.TryParse((form.EditorValue(item, start, culture)?["date"]).AsText(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? DeventerTime.In(moment)
            : null;
    }

    private static IEnumerable<Guid> Picked(JsonNode? value) =>
        (value is JsonArray list ? list.Select(item => (item?["unique"]).AsText()) : value.AsTexts())
            .Select(text => Guid.TryParse(text, CultureInfo.InvariantCulture, out var key) ? key : Guid.Empty).Where(key => key != Guid.Empty);

    private static bool IsEmpty(JsonNode? value) => value switch
    {
        null => true,
        JsonArray list => list.Count == 0,
        JsonObject => (value["markup"]).AsText().Length == 0,
        _ => string.IsNullOrWhiteSpace(value.AsText()),
    };

    /// <summary>What was found while reading.</summary>
    private sealed class Contents
    {
        public List<CheckedText> Texts { get; } = [];

        public List<CheckedLink> Links { get; } = [];

        public List<CheckedPicture> Pictures { get; } = [];

        public HashSet<Guid> Targets { get; } = [];

        public bool HasAddress { get; set; }

        public string? ContributionsField { get; set; }

        public IReadOnlyList<Contribution> Contributions { get; set; } = [];

        public void Add(string field, string html)
        {
            if (!string.IsNullOrWhiteSpace(html))
            {
                Texts.Add(new CheckedText(field, html));
            }
        }
    }
}
