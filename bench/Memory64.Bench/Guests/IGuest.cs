namespace Memory64.Bench.Guests;

/// <summary>An instance of a guest, with the memory that it works on.</summary>
public interface IGuest : IGuestMemory, IDisposable
{
    /// <summary>The instance, where it lives in this process; else <see langword="null"/>.</summary>
    GuestInstance? Here => null;
}
