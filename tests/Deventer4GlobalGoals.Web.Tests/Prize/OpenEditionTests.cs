using Deventer4GlobalGoals.Prize.Editions;
using Deventer4GlobalGoals.Web.Tests.Harness;

namespace Deventer4GlobalGoals.Web.Tests.Prize;

/// <summary>Pages that are kept lead to the form of nominating as long as it is open, and no longer.</summary>
public class OpenEditionTests(PrizeSite site) : IClassFixture<PrizeSite>
{
    [Fact]
    public async Task Pages_lead_to_the_form_from_the_request_after_it_opened_and_no_longer_once_it_is_over()
    {
        await AssertLinksAsync(false);
        await site.OpenAsync(2031);
        await AssertLinksAsync(true);
        await site.MoveToAsync(PrizeSite.Autumn.AddMonths(1));
        await site.StepAsync(2031, Phase.Screening);
        await AssertLinksAsync(false);
    }

    // Twice: the second answer is a kept one.
    private async Task AssertLinksAsync(bool expected)
    {
        foreach (var (page, form) in new[] { ("/praktijkvoorbeelden/circulair-bouwen-bij-vdr-bouwgroep", "/prijs/2031/nomineren?practice="), ("/prijs", "/prijs/2031/nomineren\"") })
        {
            for (var round = 0; round < 2; round++)
            {
                Assert.Equal(expected, (await site.Own.TextAsync(page)).Contains(form, StringComparison.Ordinal));
            }
        }
    }
}
