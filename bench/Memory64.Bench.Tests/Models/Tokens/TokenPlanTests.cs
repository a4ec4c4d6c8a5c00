using Memory64.Models.Gguf;
using Memory64.Models.Llama;
using Memory64.Models.Shapes;
using Memory64.Models.Tokens;
using Xunit;

namespace Memory64.Bench.Tests.Models.Tokens;

public sealed class TokenPlanTests
{
    private const ulong Page = 1 << 16;

    public static TheoryData<string> Orders => [.. TestModels.Orders.Keys];

    [Theory]
    [MemberData(nameof(Orders))]
    public void A_small_file_takes_its_own_pages_in_any_order(string order) =>
        CheckRoom(TestModels.Small, TestModels.Orders[order]);

    // 256 layers of which hardly two tensors lie side by side.
    [Fact]
    public void A_file_without_order_takes_its_own_pages()
    {
        var shape = new ModelShape("deep", 256, 512, 256, 4, 2, 64);

        CheckRoom(shape, TestModels.Shuffled(TestModels.Floats(shape), seed: 1));
    }

    // Shards that were joined: of some layers the rest lies gigabytes behind their beginning. 16.08 GB must fit into 16 GiB.
    [Fact]
    public void Layers_in_two_places_take_no_more_than_others()
    {
        var shape = ModelShapes.Llama8B;
        List<Tensor> tensors =
        [
            .. TensorPlan
                .Of(shape)
                .Select(tensor =>
                    tensor.Rows == 1 ? tensor : tensor with { Type = TensorType.F16 }
                ),
        ];
        bool IsLate(Tensor tensor) =>
            tensor.Name.Split('.') is ["blk", "7" or "15" or "23", "ffn_up" or "ffn_down", ..];

        var bytes = CheckRoom(
            shape,
            [.. tensors.Where(tensor => !IsLate(tensor)), .. tensors.Where(IsLate)]
        );

        Assert.InRange(bytes, 16_060_000_000UL, 16_100_000_000UL);
    }

    // What lies between what a memory holds takes no room there.
    [Fact]
    public void What_is_of_other_layers_takes_no_room()
    {
        var shape = new ModelShape("deep", 256, 512, 64, 4, 2, 64);
        var tensors = TestModels.Floats(shape);
        var model = Of(
            shape,
            [.. tensors.OrderBy(tensor => tensor.Name[^10..], StringComparer.Ordinal)]
        );

        var plan = TokenPlan.Of(model, context: 1, ..1);

        var own = TensorPlan.BytesOf(model.Layers[0].Tensors.Select(placed => placed.Tensor));
        var most = own + model.Embedding.Tensor.Bytes + (10 * 2 * Page);
        Assert.InRange(plan.MemoryBytes - plan.OwnBytes, own, most);
    }

    // As many bytes as tensors have, and of pages at most the file's.
    private static ulong CheckRoom(ModelShape shape, IReadOnlyList<Tensor> tensors)
    {
        var model = Of(shape, tensors);
        var plan = TokenPlan.Of(model, context: 1);
        var bytes = plan.MemoryBytes - plan.OwnBytes;

        Assert.InRange(bytes, model.TensorBytes, model.File.Bytes);
        Assert.All(
            plan.Segments,
            segment => Assert.Equal((0UL, 0UL), (segment.Offset % Page, segment.Address % Page))
        );
        return bytes;
    }

    private static LlamaModel Of(ModelShape shape, IReadOnlyList<Tensor> tensors)
    {
        var head = new GgufHead([], tensors);
        return LlamaModel.Of(
            new()
            {
                Path = "model.gguf",
                Bytes = head.FileBytes,
                Sha256 = "",
                Alignment = GgufFormat.DefaultAlignment,
                Metadata = ModelMetadata.Of(shape).ToDictionary(StringComparer.Ordinal),
                Tensors = head.Tensors.ToDictionary(
                    placed => placed.Tensor.Name,
                    StringComparer.Ordinal
                ),
            }
        );
    }
}
