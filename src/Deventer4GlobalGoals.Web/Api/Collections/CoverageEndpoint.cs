using System.Text.Json;
using Deventer4GlobalGoals.Goals;
using Deventer4GlobalGoals.Web.Api.Answers;
using Deventer4GlobalGoals.Web.Api.OpenApi;
using Deventer4GlobalGoals.Web.Api.Requests;
using Deventer4GlobalGoals.Web.Api.Resources;
using Deventer4GlobalGoals.Web.Content.Community;

namespace Deventer4GlobalGoals.Web.Api.Collections;

/// <summary>Goals against sectors, with counts. As CSV it has a line per goal and sector.</summary>
internal static class CoverageEndpoint
{
    public const string Path = "coverage-matrix";

    private static readonly ApiFormat[] Forms = [ApiFormat.Json, ApiFormat.Csv];
    private static readonly ApiParameter[] Parameters = [ApiParameter.Year, ApiParameter.Format(Forms)];

    private static readonly CsvColumn<(CoverageRow Row, CoverageCell Cell)>[] Columns =
    [
        new("goal", line => line.Row.Goal),
        new("name", line => line.Row.Name),
        new("sector", line => line.Cell.Sector),
        new("practices", line => line.Cell.Practices),
        new("organisations", line => line.Cell.Organisations),
    ];

    public static void MapCoverage(this IEndpointRouteBuilder api) => api
        .MapRead($"/{Path}", (HttpContext http, ApiView view) => AnswerAsync(http, view))
        .Describe<CoverageResource>(new ApiDescription("get-coverage-matrix", Path, "Goals against sectors, with counts")
        {
            Parameters = Parameters,
            Forms = Forms,
            HasLanguages = true,
        });

    private static Task AnswerAsync(HttpContext http, ApiView view)
    {
        var request = ApiRequest.Read(http.Request.Query, Parameters);
        var form = ApiFormat.Choose(http.Request, request.Format, Forms);
        var resource = Make(view, request.Year);
        var body = form == ApiFormat.Csv
            ? new ApiBody(CsvTable.Write(Columns, resource.Goals.SelectMany(row => row.Cells, (row, cell) => (row, cell))), form.ContentType)
            {
                FileName = $"{Path}.csv",
            }
            : new ApiBody(JsonSerializer.SerializeToUtf8Bytes(resource, ApiJson.Options), form.ContentType);
        return (body with { Language = view.Language }).SendAsync(http);
    }

    private static CoverageResource Make(ApiView view, int? year)
    {
        var matrix = CoverageMatrix.Count(view.Community.Items.Values, year);
        return new CoverageResource
        {
            Sectors = matrix.Sectors,
            Goals = [.. GoalCatalogue.Default.Goals.Select(goal => new CoverageRow
            {
                Goal = goal.Number,
                Name = goal.Name(view.Language),
                Counts = Parts.Counts(matrix.Goal(goal.Number)),
                Cells = [.. matrix.Sectors.Select((sector, place) => new CoverageCell
                {
                    Sector = sector,
                    Practices = matrix.Cell(goal.Number, place).Practices,
                    Organisations = matrix.Cell(goal.Number, place).Organisations,
                })],
            })],
            Links = new ResourceLinks { Self = view.Link(year is null ? Path : FormattableString.Invariant($"{Path}?year={year}")) },
        };
    }
}
