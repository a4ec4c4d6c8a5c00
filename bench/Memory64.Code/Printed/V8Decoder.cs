using Iced.Intel;
using Memory64.Code.Arm64;
using Memory64.Code.Flow;
using Memory64.Code.Operations;
using Memory64.Code.X64;

namespace Memory64.Code.Printed;

/// <summary>What V8's code has of its own: the instance's register, and calls that don't come back, because they throw a trap.</summary>
internal sealed class V8Decoder : IDecoder
{
    private readonly IDecoder _plain;
    private readonly HashSet<ulong> _traps;

    /// <summary>Decodes a function.</summary>
    /// <param name="architecture">What it is for.</param>
    /// <param name="code">It.</param>
    /// <param name="entry">Where it begins.</param>
    internal V8Decoder(CodeArchitecture architecture, CodeBytes code, ulong entry)
    {
        _plain = Decoders.Of(architecture, code);
        // kWasmImplicitArgRegister of V8's src/wasm/wasm-linkage.h.
        FirstArgument = (
            architecture == CodeArchitecture.X64
                ? X64Registers.Of(Register.RSI)
                : Arm64Registers.Of("x7")
        )!.Value;
        _traps = TrapsIn(CodeReach.From(entry, _plain));
    }

    /// <inheritdoc/>
    public Location FirstArgument { get; }

    /// <inheritdoc/>
    public Location StackPointer => _plain.StackPointer;

    /// <inheritdoc/>
    public Operation? Decode(ulong address) =>
        _plain.Decode(address) is not { } operation ? null
        : operation is { Kind: OperationKind.Call, Target: { } target } && _traps.Contains(target)
            ? operation with
            {
                Kind = OperationKind.Trap,
            }
        : operation;

    // A trap is thrown by a call of a stub. What stands behind it isn't its continuation: another branch leads there, or it is padding.
    private static HashSet<ulong> TrapsIn(IReadOnlyList<Operation> operations)
    {
        var targets = operations
            .Where(operation => operation.Kind is OperationKind.Branch or OperationKind.Jump)
            .Select(operation => operation.Target)
            .ToHashSet();
        var last = operations.LastOrDefault(operation => operation.Kind != OperationKind.Nothing);
        return
        [
            .. operations
                .Where(operation => operation is { Kind: OperationKind.Call, Target: not null })
                .GroupBy(call => call.Target!.Value)
                .Where(calls => calls.All(call => call == last || targets.Contains(call.End)))
                .Select(calls => calls.Key),
        ];
    }
}
