using System.Globalization;
using System.Runtime.InteropServices;

namespace Deventer4GlobalGoals.Cms.Media.Vips;

/// <summary>libvips could not do what was asked, because of the picture or of the request.</summary>
internal sealed class VipsException(string message) : Exception(message);

/// <summary>One call of libvips: name the operation, give its arguments, run it.</summary>
internal sealed class VipsOperation : IDisposable
{
    private nint _operation;

    public VipsOperation(string name)
    {
        _operation = VipsNative.OperationNew(name);
        if (_operation == 0)
        {
            throw Failure(name);
        }
    }

    public VipsOperation With(string argument, string value)
    {
        if (VipsNative.SetArgument(_operation, argument, value) != 0)
        {
            throw Failure(argument);
        }

        return this;
    }

    public VipsOperation With(string argument, int value) => With(argument, value.ToString(CultureInfo.InvariantCulture));

    public VipsOperation With(string argument, VipsImage image)
    {
        var value = default(VipsNative.Value);
        VipsNative.ValueInit(ref value, VipsNative.ImageType());
        VipsNative.ValueSetObject(ref value, image.DangerousGetHandle());
        VipsNative.ObjectSet(_operation, argument, ref value);
        VipsNative.ValueUnset(ref value);
        GC.KeepAlive(image);
        return this;
    }

    /// <exception cref="VipsException">It failed; nothing was kept.</exception>
    public VipsOperation Run()
    {
        var built = VipsNative.OperationBuild(_operation);
        if (built == 0)
        {
            var failure = Failure("run");
            VipsNative.UnrefOutputs(_operation);
            throw failure;
        }

        VipsNative.ObjectUnref(_operation);
        _operation = built;
        return this;
    }

    /// <summary>Runs, and gives the picture that came out.</summary>
    public VipsImage Image()
    {
        Run();
        var value = default(VipsNative.Value);
        VipsNative.ValueInit(ref value, VipsNative.ImageType());
        VipsNative.ObjectGet(_operation, "out", ref value);
        var image = new VipsImage(VipsNative.ValueDupObject(ref value));
        VipsNative.ValueUnset(ref value);
        VipsNative.UnrefOutputs(_operation);
        return image;
    }

    public void Dispose()
    {
        if (_operation != 0)
        {
            VipsNative.ObjectUnref(_operation);
            _operation = 0;
        }
    }

    internal static VipsException Failure(string what)
    {
        var text = Marshal.PtrToStringUTF8(VipsNative.ErrorBuffer())?.Trim();
        VipsNative.ErrorClear();
        return new VipsException(string.IsNullOrEmpty(text) ? what : $"{what}: {text.ReplaceLineEndings(" ")}");
    }
}
