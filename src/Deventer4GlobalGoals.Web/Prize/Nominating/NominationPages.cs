using Deventer4GlobalGoals.Prize.Rules;
using Deventer4GlobalGoals.Web.Content.Community;
using Deventer4GlobalGoals.Web.Prize.Files;
using Deventer4GlobalGoals.Web.Prize.Records;
using Deventer4GlobalGoals.Web.Site;
using Deventer4GlobalGoals.Web.Site.Forms;

namespace Deventer4GlobalGoals.Web.Prize.Nominating;

/// <summary>The form, new or to go on with.</summary>
public sealed record NominationPage(EditionNow Edition, bool IsOpen, NominationForm Form, IEnumerable<string> Organisations, IReadOnlyDictionary<string, string> Problems)
{
    /// <summary>Null for a new one.</summary>
    public NominationNow? Now { get; init; }

    public NominationSide Side { get; init; }

    /// <summary>Where the form and its buttons lead.</summary>
    public required string Path { get; init; }

    public bool MayConfirm { get; init; }

    public bool MayAnswer { get; init; }

    public bool MayWithdraw { get; init; }

    /// <summary>What is kept with it.</summary>
    public IReadOnlyList<PrizeAttachmentRow> Files { get; init; } = [];

    /// <summary>What a file that was just refused was said to be.</summary>
    public string? Description { get; init; }
}

/// <summary>What a link leads to.</summary>
public sealed record FoundNomination(string Token, NominationLink Link, EditionNow Edition, NominationNow Now);

/// <summary>Makes the pages of nominating, with what may be done on them now.</summary>
public sealed class NominationPages(Editions editions, Nominations nominations, Attachments attachments, NominationLinks links, FormStamps stamps, OrganisationNames organisations, SiteView site)
{
    internal const string YoursView = "~/Views/Nomination/Yours.cshtml";

    /// <summary>Null when the link isn't one of ours, or leads to nothing any more.</summary>
    public async Task<FoundNomination?> FindAsync(string token, CancellationToken cancellation) =>
        links.Read(token) is { } link
        && await editions.FindAsync(link.Year, cancellation) is { State: not null } edition
        && await nominations.FindAsync(link.Nomination, link.Year, cancellation) is { } now
            ? new FoundNomination(token, link, edition, now)
            : null;

    public NominationPage New(EditionNow edition, NominationForm form, IReadOnlyDictionary<string, string> problems)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(form);
        form.Drawn = stamps.Make();
        return new NominationPage(edition, nominations.IsOpen(edition), form, organisations.All, problems) { Path = $"{NominationMails.Prefix(site.Culture)}/prijs/{edition.Year}/nomineren" };
    }

    /// <param name="found">By its link.</param>
    /// <param name="typed">What stands in the form when it was refused; null for what is saved.</param>
    /// <param name="problems">By field; an empty one is about all of it.</param>
    /// <param name="cancellation">Stops reading.</param>
    public async Task<NominationPage> YoursAsync(FoundNomination found, NominationForm? typed, IReadOnlyDictionary<string, string> problems, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(found);
        var (link, edition, now) = (found.Link, found.Edition, found.Now);
        return new(edition, nominations.May(PrizeAction.EditNomination, edition, now, link.Side), typed ?? NominationForm.Of(now.Row, now.Text), organisations.All, problems)
        {
            Now = now,
            Side = link.Side,
            Path = PathOf(found.Token),
            Files = await attachments.OfAsync(now.Row.Key, cancellation),
            MayConfirm = link.Side == NominationSide.Nominator && nominations.MayConfirm(edition, now),
            MayAnswer = link.Side == NominationSide.Nominee && nominations.May(PrizeAction.AnswerNomination, edition, now, link.Side),
            MayWithdraw = nominations.May(PrizeAction.WithdrawNomination, edition, now, link.Side),
        };
    }

    public string PathOf(string token) => NominationMails.Path(site.Culture, token);
}
