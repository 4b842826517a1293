using Deventer4GlobalGoals.Cms.Delivery;
using Deventer4GlobalGoals.Cms.Hosting;
using Deventer4GlobalGoals.Cms.Rendering;
using Deventer4GlobalGoals.Cms.Routing;

var builder = WebApplication.CreateBuilder(args);
builder.AddCms();

var app = builder.Build();
await app.StartCmsAsync();
app.UseUmbracoContent();
app.MapDelivery();
app.MapUmbracoContent();
await app.RunAsync();
