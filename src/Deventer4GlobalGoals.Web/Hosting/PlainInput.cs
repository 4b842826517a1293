using System.Text;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Deventer4GlobalGoals.Web.Hosting;

/// <summary>
/// Leaves U+0000 out of forms and queries before anything reads them: nobody types or sees it, PostgreSQL keeps no text with it, and the framework fails on a form with
/// <c>%00</c>. Bytes of a form that are no UTF-8 are read as browsers do, and stay visible. All else comes in as it was sent.
/// </summary>
public static class PlainInput
{
    private const string Nothing = "\0";
    private const string Escaped = "%00";

    public static IApplicationBuilder UsePlainInput(this IApplicationBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        var options = app.ApplicationServices.GetRequiredService<IOptions<FormOptions>>();
        return app.Use((http, next) =>
        {
            // Again, as long as there is one: what stood around it may be another now.
            while (http.Request.QueryString.Value is { } query && query.Contains(Escaped, StringComparison.Ordinal))
            {
                http.Request.QueryString = new QueryString(query.Replace(Escaped, string.Empty, StringComparison.Ordinal));
            }

            if (http.Request is { ContentType: not null, HasFormContentType: true })
            {
                http.Features.Set<IFormFeature>(new PlainForm(http.Request, options.Value));
            }

            return next(http);
        });
    }

    /// <summary>A form that is read when somebody asks for it, so that who asks may say before it how large it may be.</summary>
    private sealed class PlainForm(HttpRequest request, FormOptions options) : IFormFeature
    {
        private readonly FormFeature _inner = new(request, options);
        private Task<IFormCollection>? _reading;

        public bool HasFormContentType => _reading is not null || _inner.HasFormContentType;

        public IFormCollection? Form
        {
            get => _reading is { IsCompletedSuccessfully: true } read ? read.Result : null;
            set => _reading = value is null ? null : Task.FromResult(Plain(value));
        }

        public IFormCollection ReadForm() => ReadFormAsync(CancellationToken.None).GetAwaiter().GetResult();

        public Task<IFormCollection> ReadFormAsync(CancellationToken cancellationToken) => _reading ??= ReadAsync(cancellationToken);

        private async Task<IFormCollection> ReadAsync(CancellationToken cancellation) =>
            Plain(IsUrlEncoded() ? await FieldsAsync(cancellation) : await _inner.ReadFormAsync(cancellation));

        private bool IsUrlEncoded() => MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            && type.MediaType.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase);

        /// <summary>In UTF-8 whatever charset is named, as the standard of URLs says (https://url.spec.whatwg.org/#urlencoded-parsing).</summary>
        /// <exception cref="InvalidDataException">There are more fields, or longer ones, than the options allow.</exception>
        private async Task<IFormCollection> FieldsAsync(CancellationToken cancellation)
        {
            using var reader = new StreamReader(request.Body, Encoding.UTF8, detectEncodingFromByteOrderMarks: false, leaveOpen: true);
            var sent = await reader.ReadToEndAsync(cancellation);
            var fields = new KeyValueAccumulator();
            foreach (var field in new QueryStringEnumerable(sent))
            {
                var (name, value) = (field.DecodeName().ToString(), field.DecodeValue().ToString());
                if (name.Length > options.KeyLengthLimit || value.Length > options.ValueLengthLimit || fields.ValueCount >= options.ValueCountLimit)
                {
                    throw new InvalidDataException("A form has too many fields, or one that is too long.");
                }

                fields.Append(name, value);
            }

            return new FormCollection(fields.GetResults());
        }

        private static IFormCollection Plain(IFormCollection form)
        {
            if (!form.Any(field => IsBroken(field.Key) || field.Value.Any(IsBroken)))
            {
                return form;
            }

            var fields = new KeyValueAccumulator();
            foreach (var (name, values) in form)
            {
                foreach (var value in values)
                {
                    fields.Append(Without(name), Without(value ?? string.Empty));
                }
            }

            return new FormCollection(fields.GetResults(), form.Files);
        }

        private static bool IsBroken(string? text) => text?.Contains(Nothing, StringComparison.Ordinal) == true;

        private static string Without(string text) => text.Replace(Nothing, string.Empty, StringComparison.Ordinal);
    }
}
