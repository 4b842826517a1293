using Microsoft.Playwright;

namespace Deventer4GlobalGoals.Web.Tests.Browser;

/// <summary>What a form shows that was refused, in a real browser: focus on why, a way to each field, and at each field what is wrong with it.</summary>
[Collection(OneScreenSite.Name)]
public sealed class RefusedFormTests(ScreenSite site)
{
    /// <summary>What the alert's links lead to that can't be found, has no message of its own, or isn't tied to it.</summary>
    private const string Untied = """
        () => [...document.querySelectorAll('#fouten a')].map(link => link.hash.slice(1)).filter(id => {
            const field = document.getElementById(id);
            const message = document.getElementById(`${id}-f`);
            return !field || !message || !(field.getAttribute('aria-describedby') ?? '').split(' ').includes(message.id)
                || (field.matches('input, textarea, select') && field.getAttribute('aria-invalid') !== 'true');
        })
        """;

    public static TheoryData<string> Names => new(RefusedForms.All.Keys);

    [BrowserTheory]
    [MemberData(nameof(Names))]
    public async Task A_refused_form_takes_one_to_what_is_wrong_and_says_it_by_the_field(string name)
    {
        var refused = RefusedForms.All[name];
        var visit = refused.IsChairs ? site.Chair : site.VisitorOf(refused.Route);
        var page = visit.Page;
        await page.SetViewportSizeAsync(1280, 900);
        await page.GotoAsync(site.AddressOf(refused.Route));
        var form = page.Locator(refused.Form).First;
        await form.EvaluateAsync("form => { form.noValidate = true; form.closest('details')?.setAttribute('open', ''); }");
        foreach (var (field, value) in refused.Typed)
        {
            await FillAsync(form.Locator(field).First, value);
        }

        var answer = await page.RunAndWaitForResponseAsync(
            () => form.EvaluateAsync("(form, value) => form.requestSubmit([...form.elements].find(one => one.type === 'submit' && (!value || one.value === value)))", refused.Button),
            response => response.Request.Method == "POST" && response.Request.IsNavigationRequest);
        await page.Locator("#fouten").WaitForAsync();
        Assert.Equal(refused.Status, answer.Status);
        Assert.Equal("fouten", await page.EvaluateAsync<string>("() => document.activeElement.id"));
        Assert.Empty(await page.EvaluateAsync<string[]>(Untied));
        var links = await page.Locator("#fouten a").EvaluateAllAsync<string[]>("links => links.map(link => link.hash.slice(1))");
        Assert.True(refused.Wrong.Length == 0 ? links.Length == 0 : links.Contains(refused.Wrong), string.Join(' ', links));
        foreach (var width in new[] { 320, 1280 })
        {
            await page.SetViewportSizeAsync(width, 900);
            await Look.AtAsync(visit, width, "geweigerd-" + name.Replace(' ', '-'));
        }
    }

    private static async Task FillAsync(ILocator field, string value)
    {
        switch (await field.GetAttributeAsync("type"))
        {
            case "checkbox" or "radio":
                await field.SetCheckedAsync(value == "on");
                break;
            case "hidden":
                await field.EvaluateAsync("(field, value) => field.value = value", value);
                break;
            default:
                await field.FillAsync(value);
                break;
        }
    }
}
