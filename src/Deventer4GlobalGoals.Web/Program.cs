using Deventer4GlobalGoals.Cms.Delivery;
using Deventer4GlobalGoals.Cms.Hosting;
using Deventer4GlobalGoals.Cms.Media;
using Deventer4GlobalGoals.Cms.Rendering;
using Deventer4GlobalGoals.Cms.Routing;
using Deventer4GlobalGoals.Cms.USync;
using Deventer4GlobalGoals.Web.Accounts;
using Deventer4GlobalGoals.Web.Api;
using Deventer4GlobalGoals.Web.Desk;
using Deventer4GlobalGoals.Web.Hosting;
using Deventer4GlobalGoals.Web.Hosting.Kept;
using Deventer4GlobalGoals.Web.Hosting.Pdf;
using Deventer4GlobalGoals.Web.Mail;
using Deventer4GlobalGoals.Web.Prize;
using Deventer4GlobalGoals.Web.Site;
using Deventer4GlobalGoals.Web.Suggesting;

var verb = Tools.Verb(args);
if (Tools.Answer(args, Console.In, Console.Out, Console.Error) is { } answer)
{
    return answer;
}

var builder = WebApplication.CreateBuilder(ContentRoot.Options(verb is null ? args : []));
builder.AddShippedSettings();

// What a tool answers goes to the output, and nothing else.
builder.Logging.AddConsole(console => console.LogToStandardErrorThreshold = verb is null ? LogLevel.None : LogLevel.Trace);
builder.AddCms();
builder.AddAccounts();
builder.Services.AddMail();
builder.Services.AddDesk();
builder.Services.AddPrize();
builder.Services.AddUSync();
builder.Services.AddSite();
builder.Services.AddApi();
builder.Services.AddSecurityHeaders();
builder.Services.AddSiteFiles();
builder.Services.AddHealth();
builder.Services.AddPdf();
builder.Services.AddKeptAnswers();

var app = builder.Build();
await app.StartCmsAsync();
await app.StartAccountsAsync();
if (verb is not null)
{
    return await Tools.RunAsync(verb, args[1..], app, CancellationToken.None);
}

await FirstBoot.FillAsync(app.Services, CancellationToken.None);
app.ReadCommunity();
app.UseKeptAnswers();
app.UseSecurityHeaders();
app.UseSiteErrors();
app.UsePlainInput();
app.UseApi();
app.UseSiteFiles();
app.UseMedia();

// Left out, the framework would put both in front of the kept answers, which need neither.
app.UseAuthentication();
app.UseAuthorization();
app.UseUmbracoContent();
app.UsePermissions();
app.UsePrize();
app.MapHealth();
app.MapSite();
app.MapApi();
app.MapDelivery();
app.MapGoalSuggestions();
app.MapUmbracoContent();
await app.RunAsync();
return 0;

/// <summary>The entry point, named so that tests can host it.</summary>
public partial class Program;
