using Memory64.Bench.Benchmarks.Weights;
using Memory64.Bench.Benchmarks.Weights.Runners;
using Memory64.Bench.Benchmarks.Weights.Sources;
using Memory64.Bench.Guests;
using Memory64.Bench.Harness.Measured;
using Memory64.Bench.Tests.Harness.Running;
using Xunit;

namespace Memory64.Bench.Tests.Benchmarks.Weights;

public sealed class TokenRoomTests
{
    private static readonly ModelSource Whole = ModelSource.Named("13B", Inputs.None);
    private static readonly ModelSource Repeated = ModelSource.Named(
        "70B_of_8_layers",
        Inputs.None
    );

    [Fact]
    public void What_is_mapped_takes_the_room_of_its_file()
    {
        var room = new TokenRoom(Repeated, WeightMemory.memory64Multi, Maps: true);

        Assert.Equal(Repeated.FileBytes + Whole.OwnBytes, room.ResidentBytes);
        Assert.Equal(Repeated.AddressBytes + Whole.OwnBytes, room.AccessibleBytes);
        Assert.Equal(Whole.OwnBytes, room.KeptBytes);
    }

    // A layer that stands for ten is copied ten times.
    [Fact]
    public void What_is_copied_takes_the_room_of_its_addresses_beside_the_file()
    {
        var room = new TokenRoom(Repeated, WeightMemory.memory64Multi, Maps: false);
        var bytes = Repeated.FileBytes + Repeated.AddressBytes + Whole.OwnBytes;

        Assert.True(Repeated.AddressBytes > 8 * Repeated.FileBytes);
        Assert.Equal((bytes, bytes), (room.ResidentBytes, room.AccessibleBytes));
        Assert.Equal(Repeated.AddressBytes + Whole.OwnBytes, room.KeptBytes);
    }

    [Fact]
    public void What_is_in_huge_pages_lies_beside_the_file_in_small_ones()
    {
        var room = new TokenRoom(Whole, WeightMemory.memory64HugePages, Maps: true);

        Assert.Equal((2 * Whole.FileBytes) + Whole.OwnBytes, room.ResidentBytes);
    }

    // 512 positions of 40 layers, with 5120 keys and as many values of 4 bytes: 800 MiB.
    [Theory]
    [InlineData(WeightMemory.llamaCpp, true, 1)]
    [InlineData(WeightMemory.llamaCpp, false, 2)]
    [InlineData(WeightMemory.llamaCppRepacked, true, 2)]
    [InlineData(WeightMemory.llamaCppRepacked, false, 3)]
    public void Llama_cpp_has_keys_and_values_and_what_it_repacks_once_more(
        WeightMemory memory,
        bool maps,
        int files
    )
    {
        var room = new TokenRoom(Whole, memory, maps);
        var bytes = ((ulong)files * Whole.FileBytes) + ByteSize.MiB(800).Bytes + Whole.OwnBytes;

        Assert.Equal((bytes, bytes), (room.ResidentBytes, room.AccessibleBytes));
    }

    [Fact]
    public void A_case_declares_it()
    {
        var declared = Plans
            .Case("ModelWeights.Token(Memory=native, Model=70B_of_8_layers)")
            .Description;
        var room = new TokenRoom(Repeated, WeightMemory.native, !OperatingSystem.IsWindows());

        Assert.Equal(
            (room.ResidentBytes, room.AccessibleBytes, room.KeptBytes),
            (declared.ResidentBytes, declared.AccessibleBytes, declared.KeptBytes)
        );
    }
}
