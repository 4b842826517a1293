using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Umbraco.Cms.Core.DeliveryApi;

namespace Deventer4GlobalGoals.Cms.Delivery.Output.Expansion;

/// <summary>The expansion of the present request; outside a request, one without options.</summary>
internal sealed partial class ExpansionAccessor(IHttpContextAccessor http, IApiPropertyRenderer renderer, ILogger<ExpansionAccessor> logger)
    : IOutputExpansionStrategyAccessor
{
    private const string Everything = "$all";

    public bool TryGetValue([NotNullWhen(true)] out IOutputExpansionStrategy? outputExpansionStrategy)
    {
        outputExpansionStrategy = http.HttpContext?.Items[typeof(RequestExpansion)] as IOutputExpansionStrategy
            ?? new RequestExpansion(renderer, null, null, CancellationToken.None);
        return true;
    }

    /// <summary>Reads the options of a request.</summary>
    /// <exception cref="DeliveryProblemException">An option can't be read. Umbraco logs that and then fails.</exception>
    public void Begin(HttpContext context) => context.Items[typeof(RequestExpansion)] = new RequestExpansion(
        renderer,
        Read(context, "expand", string.Empty),
        Read(context, "fields", Everything),
        context.RequestAborted);

    private PropertySelection Read(HttpContext context, string option, string otherwise)
    {
        try
        {
            return PropertySelection.Parse(context.Request.Query[option] is [{ } text, ..] ? text : otherwise);
        }
        catch (FormatException unreadable)
        {
            UnreadableOption(logger, option, unreadable.Message);
            throw new DeliveryProblemException(DeliveryProblem.Invalid(option, unreadable.Message));
        }
    }

    [LoggerMessage(LogLevel.Information, "The option '{Option}' of a Delivery API request can't be read: {Reason}")]
    private static partial void UnreadableOption(ILogger logger, string option, string reason);
}
