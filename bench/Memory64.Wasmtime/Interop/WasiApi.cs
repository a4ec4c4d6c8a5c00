namespace Memory64.Wasmtime.Interop;

/// <summary>
/// The functions of one loaded libwasmtime for WASI preview 1, absent where it was built without. Signatures: Wasmtime's
/// <c>crates/c-api/include/wasi.h</c>, the same from 24 to 50 but for <c>wasi_config_preopen_dir</c>.
/// </summary>
internal sealed unsafe class WasiApi
{
    // wasi_dir_perms_flags and wasi_file_perms_flags: bit 0 lets the guest list and read, bit 1 change. There is no bit 2.
    private const nuint Read = 1;
    private const nuint ReadWrite = 3;
    private const nuint Unknown = 4;

    private readonly delegate* unmanaged[Cdecl]<
        void*,
        byte*,
        byte*,
        nuint,
        nuint,
        byte> _preopenDirectory;

    // How many words of permissions it takes, negative until that was measured; stores of several threads may ask at once.
    private volatile int _permissionWords = -1;

    public WasiApi(NativeApi api)
    {
        ConfigNew = (delegate* unmanaged[Cdecl]<void*>)api.Required("wasi_config_new");
        ConfigDelete = (delegate* unmanaged[Cdecl]<void*, void>)api.Required("wasi_config_delete");
        ConfigSetArguments = (delegate* unmanaged[Cdecl]<void*, nuint, byte**, byte>)
            api.Required("wasi_config_set_argv");
        ConfigSetEnvironment = (delegate* unmanaged[Cdecl]<void*, nuint, byte**, byte**, byte>)
            api.Required("wasi_config_set_env");
        ConfigSetInputFile = (delegate* unmanaged[Cdecl]<void*, byte*, byte>)
            api.Required("wasi_config_set_stdin_file");
        ConfigSetInputBytes = (delegate* unmanaged[Cdecl]<void*, Vector*, void>)
            api.Required("wasi_config_set_stdin_bytes");
        ConfigSetOutputFile = (delegate* unmanaged[Cdecl]<void*, byte*, byte>)
            api.Required("wasi_config_set_stdout_file");
        ConfigSetErrorFile = (delegate* unmanaged[Cdecl]<void*, byte*, byte>)
            api.Required("wasi_config_set_stderr_file");
        ByteVectorNew = (delegate* unmanaged[Cdecl]<Vector*, nuint, byte*, void>)
            api.Required("wasm_byte_vec_new");
        ContextSet = (delegate* unmanaged[Cdecl]<void*, void*, void*>)
            api.Required("wasmtime_context_set_wasi");
        LinkerDefine = (delegate* unmanaged[Cdecl]<void*, void*>)
            api.Required("wasmtime_linker_define_wasi");
        _preopenDirectory = (delegate* unmanaged[Cdecl]<void*, byte*, byte*, nuint, nuint, byte>)
            api.Required("wasi_config_preopen_dir");
    }

    public delegate* unmanaged[Cdecl]<void*> ConfigNew { get; }
    public delegate* unmanaged[Cdecl]<void*, void> ConfigDelete { get; }
    public delegate* unmanaged[Cdecl]<void*, nuint, byte**, byte> ConfigSetArguments { get; }
    public delegate* unmanaged[Cdecl]<
        void*,
        nuint,
        byte**,
        byte**,
        byte> ConfigSetEnvironment { get; }
    public delegate* unmanaged[Cdecl]<void*, byte*, byte> ConfigSetInputFile { get; }
    public delegate* unmanaged[Cdecl]<void*, Vector*, void> ConfigSetInputBytes { get; }
    public delegate* unmanaged[Cdecl]<void*, byte*, byte> ConfigSetOutputFile { get; }
    public delegate* unmanaged[Cdecl]<void*, byte*, byte> ConfigSetErrorFile { get; }
    public delegate* unmanaged[Cdecl]<Vector*, nuint, byte*, void> ByteVectorNew { get; }
    public delegate* unmanaged[Cdecl]<void*, void*, void*> ContextSet { get; }
    public delegate* unmanaged[Cdecl]<void*, void*> LinkerDefine { get; }

    /// <summary>
    /// <c>wasi_config_preopen_dir</c>: two paths up to 26; from 27 to 47 two words of permissions more; from 48 on, in their place,
    /// one flag, whether the guest may change what lies there. The C calling convention lets a callee ignore what it doesn't take.
    /// </summary>
    /// <returns>0 where the directory can't be opened.</returns>
    public byte PreopenDirectory(void* config, byte* hostPath, byte* guestPath, bool readOnly)
    {
        if (_permissionWords < 0)
        {
            if (!CanOpen(hostPath, guestPath, Read))
            {
                return 0;
            }

            _permissionWords = CanOpen(hostPath, guestPath, Unknown) ? 0 : 2;
        }

        var permissions = readOnly ? Read : ReadWrite;
        return _permissionWords > 0
            ? _preopenDirectory(config, hostPath, guestPath, permissions, permissions)
            : _preopenDirectory(config, hostPath, guestPath, readOnly ? 0u : 1u, 0);
    }

    // No symbol that every build has came with the flag, and permission to read, taken for a flag, would let the guest change all. But
    // those that take permissions refuse one that they don't know, and the others never see the second word.
    private bool CanOpen(byte* hostPath, byte* guestPath, nuint filePermissions)
    {
        var config = ConfigNew();
        var opened = _preopenDirectory(config, hostPath, guestPath, Read, filePermissions);
        ConfigDelete(config);
        return opened != 0;
    }
}
