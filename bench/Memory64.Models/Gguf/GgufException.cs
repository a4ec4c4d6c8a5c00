namespace Memory64.Models.Gguf;

/// <summary>A model file can't be used; the message is one line that names the file, what is wrong, and what to do where that can be said.</summary>
public sealed class GgufException(string path, string what, Exception? inner = null)
    : Exception($"{path}: {what}", inner);
