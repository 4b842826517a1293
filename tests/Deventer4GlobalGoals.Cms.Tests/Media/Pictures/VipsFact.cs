using Deventer4GlobalGoals.Cms.Media.Vips;

namespace Deventer4GlobalGoals.Cms.Tests.Media.Pictures;

/// <summary>A test that needs libvips, and says so where there is none.</summary>
public sealed class VipsFactAttribute : FactAttribute
{
    public VipsFactAttribute() => Skip = Vips.Missing;
}

/// <inheritdoc cref="VipsFactAttribute"/>
public sealed class VipsTheoryAttribute : TheoryAttribute
{
    public VipsTheoryAttribute() => Skip = Vips.Missing;
}

internal static class Vips
{
    public static string? Missing { get; } = VipsLibrary.TryStart(AppContext.BaseDirectory, out _) ? null : "libvips is not installed.";
}
