using Memory64.Code.Operations;

namespace Memory64.Code.Values;

/// <summary>What is known of all locations at one place.</summary>
internal sealed class MachineState
{
    // What isn't in it is unknown.
    private readonly Dictionary<Location, AbstractValue> _known;

    /// <summary>Nothing is known.</summary>
    internal MachineState() => _known = [];

    private MachineState(MachineState other) => _known = new(other._known);

    /// <summary>What is known of a location.</summary>
    internal AbstractValue this[Location location]
    {
        get => _known.GetValueOrDefault(location, AbstractValue.Unknown);
        set
        {
            if (value == AbstractValue.Unknown)
            {
                _known.Remove(location);
            }
            else
            {
                _known[location] = value;
            }
        }
    }

    internal MachineState Copy() => new(this);

    /// <summary>Keeps only what is known on another way, too. Returns whether that was less.</summary>
    internal bool Join(MachineState other)
    {
        var changed = false;
        foreach (var (location, known) in _known)
        {
            var joined = known.Join(other[location]);
            if (joined != known)
            {
                changed = true;
                this[location] = joined;
            }
        }

        return changed;
    }
}
