using System.Runtime.InteropServices;

namespace Deventer4GlobalGoals.Cms.Media.Vips;

/// <summary>
/// What is used of libvips (https://www.libvips.org/API/current/). Only functions with a fixed number of arguments: calling a variadic
/// one needs another calling convention on some processors.
/// </summary>
internal static partial class VipsNative
{
    public const string Library = "vips";

    /// <summary>Four inks, in VipsInterpretation.</summary>
    public const int Cmyk = 15;

    /// <summary>Flags of <see cref="ModuleOpen"/>.</summary>
    public const int BindLazily = 1;

    /// <inheritdoc cref="BindLazily"/>
    public const int BindLocally = 2;

    [LibraryImport(Library, EntryPoint = "vips_init", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Init(string name);

    [LibraryImport(Library, EntryPoint = "vips_version")]
    public static partial int Version(int part);

    [LibraryImport(Library, EntryPoint = "vips_cache_set_max")]
    public static partial void CacheSetMax(int operations);

    [LibraryImport(Library, EntryPoint = "vips_concurrency_set")]
    public static partial void ConcurrencySet(int threads);

    [LibraryImport(Library, EntryPoint = "vips_operation_block_set", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void OperationBlockSet(string className, int blocked);

    [LibraryImport(Library, EntryPoint = "vips_foreign_find_load", StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint FindLoad(string file);

    [LibraryImport(Library, EntryPoint = "vips_operation_new", StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint OperationNew(string name);

    [LibraryImport(Library, EntryPoint = "vips_object_set_argument_from_string", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int SetArgument(nint operation, string name, string value);

    [LibraryImport(Library, EntryPoint = "vips_cache_operation_build")]
    public static partial nint OperationBuild(nint operation);

    [LibraryImport(Library, EntryPoint = "vips_object_unref_outputs")]
    public static partial void UnrefOutputs(nint operation);

    [LibraryImport(Library, EntryPoint = "vips_image_get_type")]
    public static partial nuint ImageType();

    [LibraryImport(Library, EntryPoint = "vips_image_get_width")]
    public static partial int ImageWidth(nint image);

    [LibraryImport(Library, EntryPoint = "vips_image_get_height")]
    public static partial int ImageHeight(nint image);

    [LibraryImport(Library, EntryPoint = "vips_image_get_orientation")]
    public static partial int ImageOrientation(nint image);

    [LibraryImport(Library, EntryPoint = "vips_image_get_typeof", StringMarshalling = StringMarshalling.Utf8)]
    public static partial nuint ImageTypeOf(nint image, string name);

    [LibraryImport(Library, EntryPoint = "vips_image_get_interpretation")]
    public static partial int ImageInterpretation(nint image);

    [LibraryImport(Library, EntryPoint = "vips_image_hasalpha")]
    public static partial int ImageHasAlpha(nint image);

    [LibraryImport(Library, EntryPoint = "vips_error_buffer")]
    public static partial nint ErrorBuffer();

    [LibraryImport(Library, EntryPoint = "vips_error_clear")]
    public static partial void ErrorClear();

    [LibraryImport(Library, EntryPoint = "g_module_open", StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint ModuleOpen(string file, int flags);

    [LibraryImport(Library, EntryPoint = "g_value_init")]
    public static partial nint ValueInit(ref Value value, nuint type);

    [LibraryImport(Library, EntryPoint = "g_value_unset")]
    public static partial void ValueUnset(ref Value value);

    [LibraryImport(Library, EntryPoint = "g_value_set_object")]
    public static partial void ValueSetObject(ref Value value, nint instance);

    [LibraryImport(Library, EntryPoint = "g_value_dup_object")]
    public static partial nint ValueDupObject(ref Value value);

    [LibraryImport(Library, EntryPoint = "g_object_get_property", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void ObjectGet(nint instance, string name, ref Value value);

    [LibraryImport(Library, EntryPoint = "g_object_set_property", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void ObjectSet(nint instance, string name, ref Value value);

    [LibraryImport(Library, EntryPoint = "g_object_unref")]
    public static partial void ObjectUnref(nint instance);

    /// <summary>GLib's GValue: a type and two words.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct Value
    {
        public nuint Type;
        public ulong First;
        public ulong Second;
    }
}

/// <summary>A picture in libvips: a header, and pixels that are made when something asks for them.</summary>
internal sealed class VipsImage() : SafeHandle(0, ownsHandle: true)
{
    public VipsImage(nint image)
        : this() => SetHandle(image);

    public override bool IsInvalid => handle == 0;

    public int Width => VipsNative.ImageWidth(handle);

    public int Height => VipsNative.ImageHeight(handle);

    /// <summary>Whether its numbers are colours only by way of a profile: its own, or for print.</summary>
    public bool NeedsProfile => VipsNative.ImageTypeOf(handle, "icc-profile-data") != 0 || VipsNative.ImageInterpretation(handle) == VipsNative.Cmyk;

    public bool HasAlpha => VipsNative.ImageHasAlpha(handle) != 0;

    /// <summary>Whether the picture is stored on its side (Exif orientations 5 to 8).</summary>
    public bool IsTurned => VipsNative.ImageOrientation(handle) is >= 5 and <= 8;

    protected override bool ReleaseHandle()
    {
        VipsNative.ObjectUnref(handle);
        return true;
    }
}
