using System.Reflection;
using System.Runtime.CompilerServices;
using Memory64.Bench.Guests;
using Memory64.Bench.Guests.V8;
using Memory64.Bench.Harness.Cases;
using Memory64.Code;
using Memory64.Code.Printed;
using Memory64.Wasmtime;

namespace Memory64.Bench.Harness.Loops;

/// <summary>Finds the machine code of the loops that cases time. A guest is compiled once for an engine and its settings.</summary>
public sealed class LoopReader
{
    private readonly Dictionary<
        (WasmtimeLibrary Engine, Guest Guest, EngineConfiguration Settings),
        CompiledModule
    > _modules = [];

    private readonly Dictionary<(string Program, Guest Guest), PrintedModule> _printed = [];

    private readonly Dictionary<MethodInfo, CompiledFunction> _methods = [];

    /// <summary>The loop of a case; <see langword="null"/> where the case's work is not one loop.</summary>
    /// <param name="description">The case.</param>
    /// <param name="engine">An engine that accepts the case's settings; a native control doesn't touch it.</param>
    /// <exception cref="CodeException">Its code can't be read, or has no loop.</exception>
    public FoundLoop? Find(CaseDescription description, Func<WasmtimeLibrary> engine) =>
        Find(description, guest => ModuleOf(engine(), guest, description.Settings));

    /// <summary>The loop of a case in V8; <see langword="null"/> where the case's work is not one loop.</summary>
    /// <param name="description">The case.</param>
    /// <param name="program">Absolute path of Node.js; a native control doesn't touch it.</param>
    /// <exception cref="CodeException">Its code can't be read, or has no loop.</exception>
    /// <exception cref="GuestEngineException">V8 doesn't print it.</exception>
    public FoundLoop? FindInV8(CaseDescription description, string program)
    {
        var found = Find(description, guest => PrintedOf(program, guest));
        return found is null || description.Guest is null
            ? found
            : found with
            {
                Operations = found.Operations * UnrolledBy(found.Code, description.Loop!),
            };
    }

    private FoundLoop? Find(CaseDescription description, Func<Guest, ICompiledCode> compile)
    {
        if (description.Loop is not { } loop)
        {
            return null;
        }

        if (description.Guest is not { } guest)
        {
            return Found(loop, MethodOf(loop.Native.Method));
        }

        return Found(loop, compile(guest).Function(loop.Function));
    }

    private static FoundLoop Found(TimedLoop loop, CompiledFunction function) =>
        new(function.Name, function.Architecture, loop.Operations, Choose(function));

    // V8 unrolls short loops. C# doesn't, and its loop has as many accesses.
    private int UnrolledBy(CodeLoop code, TimedLoop loop)
    {
        var once = Accesses(Choose(MethodOf(loop.Native.Method)));
        var all = Accesses(code);
        return once > 0 && all > once && all % once == 0 ? all / once : 1;
    }

    private static int Accesses(CodeLoop code) =>
        code.Count(InstructionKind.Load) + code.Count(InstructionKind.Store);

    // Of several innermost loops the one with the most accesses, then the longest, makes the operations; a head or a tail doesn't.
    private static CodeLoop Choose(CompiledFunction function) =>
        function
            .Loops.OrderByDescending(Accesses)
            .ThenByDescending(loop => loop.Instructions.Count)
            .FirstOrDefault()
        ?? throw new CodeException($"The code of {function.Name} has no loop.");

    private CompiledModule ModuleOf(
        WasmtimeLibrary engine,
        Guest guest,
        EngineConfiguration settings
    )
    {
        if (!_modules.TryGetValue((engine, guest, settings), out var module))
        {
            using var compiled = new CompiledGuest(guest, settings, engine);
            module = CompiledModule.Read(compiled.Module.Serialize(), guest.Wasm);
            _modules.Add((engine, guest, settings), module);
        }

        return module;
    }

    private PrintedModule PrintedOf(string program, Guest guest)
    {
        if (!_printed.TryGetValue((program, guest), out var module))
        {
            module = PrintedModule.Read(V8Printer.Print(program, guest), guest.Wasm);
            _printed.Add((program, guest), module);
        }

        return module;
    }

    private CompiledFunction MethodOf(MethodInfo method)
    {
        if (!_methods.TryGetValue(method, out var function))
        {
            RuntimeHelpers.PrepareMethod(method.MethodHandle);
            function = CompiledFunction.Native(
                method.Name,
                method.MethodHandle.GetFunctionPointer()
            );
            _methods.Add(method, function);
        }

        return function;
    }
}
