using System.Reflection;
using System.Runtime.InteropServices;

namespace Deventer4GlobalGoals.Cms.Media.Vips;

/// <summary>
/// Finds and starts libvips: the system's, else the one that npm's <c>sharp</c> brings along in <c>node_modules</c>.
/// Both carry GLib's functions, as dependencies or within.
/// </summary>
internal static class VipsLibrary
{
    /// <summary>The kinds of pictures that may be read. SVG, PDF and the like stay shut: they can draw in other files.</summary>
    private static readonly string[] Readable =
        ["VipsForeignLoadJpeg", "VipsForeignLoadPng", "VipsForeignLoadWebp", "VipsForeignLoadNsgif", "VipsForeignLoadHeif"];

    private static readonly string[] SystemNames = ["libvips.so.42", "libvips.42.dylib", "libvips-42.dll", "vips"];

    private static readonly Lock Starting = new();
    private static nint _library;
    private static string? _version;

    /// <summary>Starts libvips once per process.</summary>
    /// <param name="folder">Where <c>node_modules</c> is looked for.</param>
    /// <param name="version">"8.14.1".</param>
    /// <returns>False when there is no libvips that works.</returns>
    public static bool TryStart(string folder, out string? version)
    {
        lock (Starting)
        {
            if (_version is null && TryLoad(folder, out _library))
            {
                NativeLibrary.SetDllImportResolver(typeof(VipsLibrary).Assembly, Resolve);
                _version = Initialise();
            }

            version = _version;
            return version is not null;
        }
    }

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? path) => name == VipsNative.Library ? _library : 0;

    private static bool TryLoad(string folder, out nint library)
    {
        foreach (var candidate in SystemNames.Concat(FromNpm(folder)))
        {
            if (!NativeLibrary.TryLoad(candidate, out library))
            {
                continue;
            }

            // Without GLib's functions in reach it is not one that can be called here.
            if (NativeLibrary.TryGetExport(library, "vips_operation_block_set", out _) && NativeLibrary.TryGetExport(library, "g_object_get_property", out _))
            {
                return true;
            }

            NativeLibrary.Free(library);
        }

        library = 0;
        return false;
    }

    private static IEnumerable<string> FromNpm(string folder)
    {
        var packages = Path.Combine(folder, "node_modules", "@img");
        return Directory.Exists(packages)
            ? Directory.EnumerateFiles(packages, "libvips-cpp*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            : [];
    }

    private static string? Initialise()
    {
        // Warnings about odd files would go to the console by themselves.
        SetEnvironment("VIPS_WARNING", "0");

        // Modules are looked for below this folder, and there are none: Debian's bring in readers that must not run here, and, in
        // sight of all other libraries, a second SQLite that the first one then calls into.
        SetEnvironment("VIPSHOME", Path.Combine(AppContext.BaseDirectory, "no-modules"));
        if (VipsNative.Init("Deventer4GlobalGoals") != 0)
        {
            return null;
        }

        OpenHeif();

        // Kept operations would hold files open and memory in use; requests are what runs in parallel, not one picture.
        VipsNative.CacheSetMax(0);
        VipsNative.ConcurrencySet(1);
        VipsNative.OperationBlockSet("VipsForeignLoad", 1);
        foreach (var reader in Readable)
        {
            VipsNative.OperationBlockSet(reader, 0);
        }

        return $"{VipsNative.Version(0)}.{VipsNative.Version(1)}.{VipsNative.Version(2)}";
    }

    /// <summary>Debian keeps AVIF in a module beside the library; others have it inside. Opened so that only libvips sees it.</summary>
    private static void OpenHeif()
    {
        const string Maps = "/proc/self/maps";
        if (!OperatingSystem.IsLinux() || !File.Exists(Maps) || !NativeLibrary.TryGetExport(_library, "g_module_open", out _))
        {
            return;
        }

        var line = File.ReadLines(Maps).FirstOrDefault(line => line.Contains("/libvips.so.42", StringComparison.Ordinal));
        if (line is not null)
        {
            var folder = Path.GetDirectoryName(line[line.IndexOf('/', StringComparison.Ordinal)..])!;
            var module = Path.Combine(folder, $"vips-modules-{VipsNative.Version(0)}.{VipsNative.Version(1)}", "vips-heif.so");
            if (File.Exists(module))
            {
                VipsNative.ModuleOpen(module, VipsNative.BindLazily | VipsNative.BindLocally);
            }
        }
    }

    /// <summary>.NET keeps its own copy of the environment on Unix, which libraries don't see.</summary>
    private static void SetEnvironment(string name, string value)
    {
        if (OperatingSystem.IsWindows())
        {
            Environment.SetEnvironmentVariable(name, value);
        }
        else
        {
            _ = Unix.SetEnvironment(name, value, 1);
        }
    }
}

internal static partial class Unix
{
    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int SetEnvironment(string name, string value, int overwrite);
}
