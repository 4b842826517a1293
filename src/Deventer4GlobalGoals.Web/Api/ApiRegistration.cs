using Deventer4GlobalGoals.Web.Api.Answers;
using Deventer4GlobalGoals.Web.Api.Catalogue;
using Deventer4GlobalGoals.Web.Api.Collections;
using Deventer4GlobalGoals.Web.Api.OpenApi;
using Deventer4GlobalGoals.Web.Api.Requests;
using Microsoft.OpenApi;

namespace Deventer4GlobalGoals.Web.Api;

/// <summary>The open data's one door: <c>/api/v1</c>, by the NL API Design Rules.</summary>
public static class ApiRegistration
{
    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        services.AddOptions<OpenDataOptions>().BindConfiguration(OpenDataOptions.Section).ValidateDataAnnotations().ValidateOnStart();

        // Also what other features answer here: the framework's own encoder leaves < and > as they are.
        services.ConfigureHttpJsonOptions(options => options.SerializerOptions.Encoder = ApiJson.Options.Encoder);
        services.AddSingleton<ApiAnswers>();
        services.AddSingleton<ApiDocument>();
        services.AddScoped<ApiView>();
        services.AddScoped<ApiContact>();
        services.AddOpenApi(ApiDocument.Group, options =>
        {
            options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_0;
            options.ShouldInclude = description => description.GroupName == ApiDocument.Group && description.HttpMethod != HttpMethods.Head;
            options.CreateSchemaReferenceId = ApiSchemas.NameOf;
            options.AddOperationTransformer<ApiOperations>();
            options.AddSchemaTransformer<ApiSchemas>();
        });
        return services;
    }

    /// <summary>The rules for all that is below <c>/api</c>. Put it behind the site's own error pages.</summary>
    public static IApplicationBuilder UseApi(this IApplicationBuilder app) => app.UseMiddleware<ApiGuard>();

    public static IEndpointRouteBuilder MapApi(this IEndpointRouteBuilder endpoints)
    {
        var api = endpoints.MapGroup(ApiVersion.Base).WithGroupName(ApiDocument.Group);
        api.MapCollection(new GoalCollection());
        api.MapCollection(new TargetCollection());
        api.MapCollection(new PracticeCollection());
        api.MapCollection(new OrganisationCollection());
        api.MapCollection(new MeetingCollection());
        api.MapCollection(new PrizeEditionCollection());
        api.MapCoverage();
        api.MapCatalogue();
        api.MapRead($"/{ApiDocument.Path}", (HttpContext http, ApiDocument document, ApiContact contact) =>
            document.SendAsync(http, contact)).ExcludeFromDescription();
        api.MapRead($"/{LinkedData.ContextPath}", (HttpContext http) =>
            new ApiBody(LinkedData.Context(), ApiFormat.JsonLd.ContentType).SendAsync(http)).ExcludeFromDescription();
        return endpoints;
    }
}
