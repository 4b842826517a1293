using System.Net;
using Deventer4GlobalGoals.Web.Prize.Audience;
using Deventer4GlobalGoals.Web.Site.Forms;
using Deventer4GlobalGoals.Web.Tests.Harness;
using Microsoft.AspNetCore.DataProtection;

namespace Deventer4GlobalGoals.Web.Tests.Prize;

/// <summary>What counts as one mailbox and as one network, and what a link carries.</summary>
public sealed class VoterHashTests
{
    private static readonly VoterHash Hash = new(new byte[VoterHash.KeyLength]);

    [Theory]
    [InlineData("nora@voorbeeld.nl", " Nora@Voorbeeld.NL ", true)]
    [InlineData("nora@voorbeeld.nl", "nora+tweede@voorbeeld.nl", true)]
    [InlineData("nora@voorbeeld.nl", "nora@voorbeeld.com", false)]
    [InlineData("no.ra@voorbeeld.nl", "nora@voorbeeld.nl", false)]
    [InlineData("+a@voorbeeld.nl", "+b@voorbeeld.nl", false)]
    public void One_mailbox_has_one_hash(string one, string other, bool isSame) => Assert.Equal(isSame, Hash.OfMail(one) == Hash.OfMail(other));

    [Theory]
    [InlineData("192.0.2.1", "192.0.2.250", true)]
    [InlineData("192.0.2.1", "::ffff:192.0.2.7", true)]
    [InlineData("192.0.2.1", "192.0.3.1", false)]
    [InlineData("2001:db8:1::1", "2001:db8:1:ffff::2", true)]
    [InlineData("2001:db8:1::1", "2001:db8:2::1", false)]
    public void A_network_is_more_than_one_address(string one, string other, bool isSame) =>
        Assert.Equal(isSame, Hash.OfNetwork(IPAddress.Parse(one)) == Hash.OfNetwork(IPAddress.Parse(other)));

    [Fact]
    public void Another_edition_has_other_hashes_and_a_hash_says_nothing()
    {
        var other = new byte[VoterHash.KeyLength];
        other[0] = 1;
        Assert.NotEqual(Hash.OfMail("nora@voorbeeld.nl"), new VoterHash(other).OfMail("nora@voorbeeld.nl"));
        Assert.Matches("^[0-9a-f]{64}$", Hash.OfMail("nora@voorbeeld.nl"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(40)]
    public void A_link_comes_back_as_it_was_made_and_no_letter_of_it_can_be_another(int categories)
    {
        var links = new VoteLinks(new SealedTexts(new EphemeralDataProtectionProvider(), new MovedClock()));
        var choices = Enumerable.Range(1, categories).ToDictionary(one => $"categorie-{one}", one => $"n-{one:x16}");
        var link = new VoteLink(2031, Hash.OfMail("nora@voorbeeld.nl"), DateTimeOffset.FromUnixTimeSeconds(1_950_000_000), choices);
        var token = links.Make(link);
        var back = links.Read(token)!;
        Assert.Equal((link.Year, link.Voter, link.At), (back.Year, back.Voter, back.At));
        Assert.Equal(choices.OrderBy(one => one.Key), back.Choices.OrderBy(one => one.Key));
        for (var place = 0; place < token.Length - 2; place += 7)
        {
            Assert.Null(links.Read(token[..place] + (token[place] == 'A' ? 'B' : 'A') + token[(place + 1)..]));
        }

        Assert.All(new[] { null, string.Empty, "x", new string('A', 10_000) }, text => Assert.Null(links.Read(text)));
    }
}
