using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Deventer4GlobalGoals.Cms.Editors;
using Deventer4GlobalGoals.Cms.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Umbraco.Cms.Core.Composing;
using Umbraco.Cms.Core.Configuration.Models;
using Umbraco.Cms.Core.DependencyInjection;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Editors;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.Models.Validation;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.PropertyEditors.ValueConverters;
using Umbraco.Cms.Core.PublishedCache;
using Umbraco.Cms.Core.Serialization;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Strings;
using Umbraco.Extensions;
using DataType = Umbraco.Cms.Core.Models.DataType;

namespace Deventer4GlobalGoals.Cms.Tests.Editors;

/// <summary>
/// The real editors in Umbraco's real container, with a small world around them instead of a database. A property is
/// made of an editor alias and a configuration, and then validated, stored, edited, converted and delivered.
/// </summary>
public sealed class EditorFixture : IDisposable
{
    private readonly ServiceProvider _services;
    private readonly CultureInfo _desk = CultureInfo.CurrentUICulture;

    public EditorFixture()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("nl-NL");
        var loggers = NullLoggerFactory.Instance;
        var finder = new TypeFinder(
            NullLogger<TypeFinder>.Instance,
            new DefaultUmbracoAssemblyProvider(typeof(EditorsRegistration).Assembly, loggers, []),
            null);
        var services = new ServiceCollection();
        var builder = new UmbracoBuilder(services, new ConfigurationBuilder().Build(), new TypeLoader(finder, NullLogger<TypeLoader>.Instance));
        builder.AddConfiguration();
        builder.AddEditors();
        builder.PropertyValueConverters().Remove<MemberPickerValueConverter>().Remove<MemberGroupPickerValueConverter>();
        services.AddLogging();
        services.AddUnique<IConfigurationEditorJsonSerializer, JsonSerializer>();
        services.AddUnique<IJsonSerializer, JsonSerializer>();
        services.AddUnique<IShortStringHelper>(provider =>
            new DefaultShortStringHelper(provider.GetRequiredService<IOptions<RequestHandlerSettings>>()));
        World.AddTo(services);
        builder.Build();
        _services = services.BuildServiceProvider();
        World.Use(_services);
    }

    public EditorWorld World { get; } = new();

    public IServiceProvider Services => _services;

    public PropertyEditorCollection Editors => _services.GetRequiredService<PropertyEditorCollection>();

    public void Dispose()
    {
        CultureInfo.CurrentUICulture = _desk;
        _services.Dispose();
        Directory.Delete(World.MediaFolder, recursive: true);
    }

    /// <summary>A property "Naam van alias" of that editor; the configuration is JSON as it stands in the database.</summary>
    public PropertyType Property(string editorAlias, string configuration = "{}", string alias = "waarde", bool mandatory = false)
    {
        var serializer = _services.GetRequiredService<IConfigurationEditorJsonSerializer>();
        var editor = Editors[editorAlias];
        var dataType = new DataType(editor, serializer)
        {
            Id = World.DataTypes.Count + 1,
            Key = Guid.NewGuid(),
            ConfigurationData = serializer.Deserialize<Dictionary<string, object>>(configuration)!,
        };
        World.DataTypes[dataType.Id] = dataType;
        return new PropertyType(_services.GetRequiredService<IShortStringHelper>(), dataType, alias)
        {
            Key = Guid.NewGuid(),
            Name = "Naam van " + alias,
            Mandatory = mandatory,
            Variations = ContentVariation.Nothing,
        };
    }

    /// <summary>The messages that an editor of content would see.</summary>
    public string[] Refusals(PropertyType property, object? value) =>
        [.. Results(property, value).Select(result => result.ErrorMessage!)];

    public IReadOnlyList<ValidationResult> Results(PropertyType property, object? value)
    {
        var context = new PropertyValidationContext
        {
            Culture = null,
            Segment = null,
            CulturesBeingValidated = ["nl"],
            SegmentsBeingValidated = [],
        };
        return [.. _services.GetRequiredService<IPropertyValidationService>().ValidatePropertyValue(property, value, context)];
    }

    public object? Store(PropertyType property, object? value) =>
        ValueEditor(property).FromEditor(new ContentPropertyData(value, Configuration(property)), null);

    public object? Edit(PropertyType property, object? stored)
    {
        var edited = new Property(property);
        edited.SetValue(stored);
        return ValueEditor(property).ToEditor(edited);
    }

    public IDataValueEditor ValueEditor(PropertyType property) =>
        Editors[property.PropertyEditorAlias]!.GetValueEditor(Configuration(property));

    public object? Convert(PropertyType property, object? stored) => Element(property, stored).GetProperty(property.Alias)!.GetValue();

    public object? Deliver(PropertyType property, object? stored) =>
        Element(property, stored).GetProperty(property.Alias)!.GetDeliveryApiValue(expanding: false);

    public IPublishedPropertyType Published(PropertyType property) =>
        World.ElementType(property).GetPropertyType(property.Alias)!;

    public PublishedElement Element(PropertyType property, object? stored) => new(
        World.ElementType(property),
        Guid.NewGuid(),
        new Dictionary<string, object?> { [property.Alias] = stored },
        false,
        new VariationContext());

    private object? Configuration(PropertyType property) => World.DataTypes[property.DataTypeId].ConfigurationObject;
}
