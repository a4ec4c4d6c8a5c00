namespace Memory64.Bench.Guests.V8;

/// <summary>What the worker can be asked for; <c>worker.js</c> has the same numbers.</summary>
internal enum V8Operation
{
    /// <summary>Takes bytes of a module, which follow; answers with its number.</summary>
    Module = 1,

    /// <summary>Instantiates a module; answers with the instance's number.</summary>
    Instance = 2,

    /// <summary>Takes bytes of a name, which follows; answers with the function's number in its instance.</summary>
    Function = 3,

    /// <summary>Takes a function's number, how often, and up to three arguments; answers with the last result and what all calls took.</summary>
    Call = 4,

    /// <summary>Takes address and bytes, which follow the answer.</summary>
    Read = 5,

    /// <summary>Takes address and bytes, which follow.</summary>
    Write = 6,

    /// <summary>Takes address, bytes, offset in a file and bytes of its path, which follows.</summary>
    Load = 7,

    /// <summary>Answers with the bytes of an instance's memory.</summary>
    Size = 8,

    /// <summary>Forgets an instance, and collects what is no longer used.</summary>
    Drop = 9,

    /// <summary>Takes address and bytes; see <see cref="IRemoteMemory.WriteAddresses"/>.</summary>
    Addresses = 10,

    /// <summary>Takes how often; instantiates a module and keeps nothing. Answers with what all took.</summary>
    Create = 11,

    /// <summary>
    /// Takes a function's number, how often, and how many arguments and results; type and bits of each argument follow, 64 bits each, and
    /// the type of each result. Answers with the bits of the results as text, and what all calls took.
    /// </summary>
    CallValues = 12,
}
