using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Deventer4GlobalGoals.Web.Tests.Browser;

/// <summary>
/// axe-core in a page and in its frames, put there once however often one looks. The package for Playwright puts it there for each look, sends
/// everything that is right too, and opens a second page to sum up.
/// </summary>
internal static class Axe
{
    private const string Run = """
        async () => (await axe.run(document, { resultTypes: ['violations'] })).violations.flatMap(violation => violation.nodes.map(node =>
            `${violation.id}: ${node.html} ${[...node.any, ...node.all, ...node.none].map(check => check.message).join(' ')}`))
        """;

    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <summary>A line per element that breaks a rule.</summary>
    public static async Task<IReadOnlyList<string>> ViolationsAsync(IPage page)
    {
        foreach (var frame in page.Frames)
        {
            if (!await frame.EvaluateAsync<bool>("() => 'axe' in window"))
            {
                await frame.EvaluateAsync(Script);
            }
        }

        return await page.EvaluateAsync<string[]>(Run);
    }
}
