using Deventer4GlobalGoals.Web.Prize.Desk;
using Deventer4GlobalGoals.Web.Prize.Nominating;

namespace Deventer4GlobalGoals.Web.Tests.Prize;

/// <summary>Which nominations look like one, and why.</summary>
public sealed class DuplicatesTests
{
    private static readonly Guid Known = new("0c1d8f8e-5d43-4d52-9d0e-0c9a51f5b001");

    [Theory]
    [InlineData("De Kantine B.V.", "kantine", DuplicateReason.Name)]
    [InlineData("Stichting Café Één", "Cafe Een", DuplicateReason.Name)]
    [InlineData("Duurzame Bakkerij Bussink", "Duurzame Bakkerij Busink", DuplicateReason.SimilarName)]
    [InlineData("Voorbeeldbedrijf De Kantine", "Voorbeeldbedrijf De Haven", null)]
    [InlineData("Bries", "Bries II", null)]
    [InlineData("De Haven", "De Kantine", null)]
    [InlineData("", "", null)]
    public void Names_are_the_same_or_alike_or_neither(string one, string other, DuplicateReason? reason) =>
        Assert.Equal(reason is { } found ? [found] : [], Reasons(Make(one), Make(other)));

    [Fact]
    public void Directory_address_and_practice_each_say_so_and_together()
    {
        var one = Make("De Haven", text => text with { OrganisationKey = Known, Practice = Known }, "kees@haven.example");
        Assert.Equal([DuplicateReason.Directory], Reasons(one, Make("Iets anders", text => text with { OrganisationKey = Known })));
        Assert.Equal([DuplicateReason.Practice], Reasons(one, Make("Iets anders", text => text with { Practice = Known })));
        Assert.Equal([DuplicateReason.Address], Reasons(one, Make("Iets anders", nominee: " KEES@haven.example")));
        Assert.Equal([DuplicateReason.Address], Reasons(one, Make("Iets anders", text => text with { IsOwn = true }, nominator: "kees@haven.example")));
        Assert.Equal(
            [DuplicateReason.Directory, DuplicateReason.Name, DuplicateReason.Practice],
            Reasons(one, Make("De Haven B.V.", text => text with { OrganisationKey = Known, Practice = Known })));
    }

    [Theory]
    [InlineData(NominationState.HandedIn, NominationState.HandedIn, 1)]
    [InlineData(NominationState.Unconfirmed, NominationState.Admitted, 1)]
    [InlineData(NominationState.HandedIn, NominationState.Draft, 0)]
    [InlineData(NominationState.HandedIn, NominationState.Merged, 0)]
    [InlineData(NominationState.Merged, NominationState.HandedIn, 0)]
    [InlineData(NominationState.Withdrawn, NominationState.HandedIn, 0)]
    public void Only_what_is_in_the_running_is_proposed(NominationState one, NominationState other, int found) =>
        Assert.Equal(found, Reasons(Make("De Haven", state: one), Make("De Haven", state: other)).Count);

    private static IReadOnlyList<DuplicateReason> Reasons(NominationNow one, NominationNow other) => [.. new Duplicates([one, other]).Of(one).SelectMany(found => found.Reasons)];

    private static NominationNow Make(
        string organisation, Func<NominationText, NominationText>? change = null, string? nominee = null, string nominator = "nora@voorbeeld.nl", NominationState state = NominationState.HandedIn)
    {
        var row = new NominationRow { Key = Guid.NewGuid(), Pseudonym = "n-1", State = state, NominatorName = "Nora", NominatorEmail = nominator, NomineeEmail = nominee, Culture = "nl" };
        var text = new NominationText { Organisation = organisation };
        return new NominationNow(row, change?.Invoke(text) ?? text, []);
    }
}
