using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Memory64.Models.Gguf;

namespace Memory64.Models.Tokens;

/// <summary>
/// The control of <c>guest/src/model.c</c>: the same token in C#, in a memory of the same <see cref="TokenPlan"/>, and the same bits.
/// One thread; no product and sum is fused.
/// </summary>
/// <param name="memory">Where address 0 of the plan lies; all of it is accessible and holds the file.</param>
/// <param name="plan">What lies where; without a bridge.</param>
public sealed unsafe class NativeToken(byte* memory, TokenPlan plan)
{
    private readonly ModelEntry* _model = (ModelEntry*)(memory + TokenPlan.ModelAt);

    /// <summary>Sets the state to the weights of a token.</summary>
    public void Embed(ulong token)
    {
        var embedding = _model->Embedding;
        var row = memory + embedding.At + (token * embedding.RowBytes);
        var state = Floats(_model->State);
        for (var i = 0UL; i < _model->Width; i++)
        {
            state[i] = NativeQuantization.Weight((TensorType)embedding.Type, row, i);
        }
    }

    /// <summary>Sends the state through a layer.</summary>
    /// <param name="index">From 0.</param>
    /// <param name="position">From 0, less than the plan's context.</param>
    public void Layer(int index, ulong position)
    {
        var layer = (LayerEntry*)(memory + plan.LayerAt(index));
        Attention(layer, position);
        FeedForward(layer);
    }

    /// <summary>Makes logits of the state, and returns the token with the largest, the first of equal ones.</summary>
    public ulong Output()
    {
        Normalize(_model->OutputNorm);
        Prepare(_model->Normed, _model->Output);
        Multiply(_model->Output, _model->Normed, _model->Logits);
        var logits = Floats(_model->Logits);
        var best = 0UL;
        for (var i = 1UL; i < _model->Output.Rows; i++)
        {
            best = logits[i] > logits[best] ? i : best;
        }

        return best;
    }

    private void Attention(LayerEntry* layer, ulong position)
    {
        Normalize(layer->AttentionNorm);
        Prepare(_model->Normed, layer->Query, layer->Key, layer->Value);
        Multiply(layer->Query, _model->Normed, _model->Query);
        Multiply(layer->Key, _model->Normed, _model->Key);
        Multiply(layer->Value, _model->Normed, _model->Value);
        Rotate(_model->Query, _model->Heads, position);
        Rotate(_model->Key, _model->KeyValueHeads, position);
        AttendAll(layer, position);
        Prepare(_model->Attended, layer->AttentionOutput);
        Multiply(layer->AttentionOutput, _model->Attended, _model->Normed);
        AddToState();
    }

    private void FeedForward(LayerEntry* layer)
    {
        Normalize(layer->FeedForwardNorm);
        Prepare(_model->Normed, layer->Gate, layer->Up);
        Multiply(layer->Gate, _model->Normed, _model->Gate);
        Multiply(layer->Up, _model->Normed, _model->Up);
        var gate = Floats(_model->Gate);
        var up = Floats(_model->Up);
        for (var i = 0UL; i < _model->FeedForwardWidth; i++)
        {
            gate[i] = gate[i] / (1 + Exponential(-gate[i])) * up[i];
        }

        Prepare(_model->Gate, layer->Down);
        Multiply(layer->Down, _model->Gate, _model->Normed);
        AddToState();
    }

    // RMSNorm: squares as floats, their sum as a double.
    private void Normalize(in TensorEntry weights)
    {
        var state = Floats(_model->State);
        var normed = Floats(_model->Normed);
        var w = Floats(weights.At);
        var sum = 0.0;
        for (var i = 0UL; i < _model->Width; i++)
        {
            sum += state[i] * state[i];
        }

        var epsilon = BitConverter.UInt32BitsToSingle((uint)_model->Epsilon);
        var scale = 1 / MathF.Sqrt((float)(sum / _model->Width) + epsilon);
        for (var i = 0UL; i < _model->Width; i++)
        {
            normed[i] = state[i] * scale * w[i];
        }
    }

    // Makes a vector ready for the matrices that it will be multiplied with.
    private void Prepare(ulong vector, params ReadOnlySpan<TensorEntry> matrices)
    {
        var (needsK, needsZero) = (false, false);
        foreach (ref readonly var matrix in matrices)
        {
            needsK |= matrix.Type >= (ulong)TensorType.Q4_K;
            needsZero |= matrix.Type is (ulong)TensorType.Q4_0 or (ulong)TensorType.Q8_0;
        }

        if (needsK)
        {
            NativeQuantization.ToK(
                Floats(vector),
                matrices[0].Columns,
                (KBlock*)(memory + _model->QuantizedK)
            );
        }

        if (needsZero)
        {
            NativeQuantization.ToZero(
                Floats(vector),
                matrices[0].Columns,
                (ZeroBlock*)(memory + _model->QuantizedZ)
            );
        }
    }

    private void Multiply(in TensorEntry matrix, ulong vector, ulong result)
    {
        var type = (TensorType)matrix.Type;
        var from = type switch
        {
            TensorType.F32 or TensorType.F16 => vector,
            TensorType.Q4_0 or TensorType.Q8_0 => _model->QuantizedZ,
            _ => _model->QuantizedK,
        };
        var row = memory + matrix.At;
        var output = Floats(result);
        for (var i = 0UL; i < matrix.Rows; i++, row += matrix.RowBytes)
        {
            output[i] = NativeProducts.Of(type, row, memory + from, matrix.Columns);
        }
    }

    private void AddToState()
    {
        var state = Floats(_model->State);
        var added = Floats(_model->Normed);
        for (var i = 0UL; i < _model->Width; i++)
        {
            state[i] += added[i];
        }
    }

    // Turns each pair of numbers side by side by the angle of its position.
    private void Rotate(ulong vector, ulong heads, ulong position)
    {
        var pairs = _model->HeadSize / 2;
        var angles = Floats(_model->Ropes) + (position * _model->HeadSize);
        var pair = Floats(vector);
        for (var head = 0UL; head < heads; head++)
        {
            for (var i = 0UL; i < pairs; i++, pair += 2)
            {
                var (cosine, sine) = (angles[2 * i], angles[(2 * i) + 1]);
                var (x, y) = (pair[0], pair[1]);
                pair[0] = (x * cosine) - (y * sine);
                pair[1] = (x * sine) + (y * cosine);
            }
        }
    }

    private void AttendAll(LayerEntry* layer, ulong position)
    {
        var size = _model->HeadSize;
        var cached = _model->Context * size;
        var bytes = size * sizeof(float);
        var keys = Floats(layer->Keys);
        var values = Floats(layer->Values);
        for (var head = 0UL; head < _model->KeyValueHeads; head++)
        {
            var at = (head * cached) + (position * size);
            Buffer.MemoryCopy(Floats(_model->Key) + (head * size), keys + at, bytes, bytes);
            Buffer.MemoryCopy(Floats(_model->Value) + (head * size), values + at, bytes, bytes);
        }

        var group = _model->Heads / _model->KeyValueHeads;
        for (var head = 0UL; head < _model->Heads; head++)
        {
            var from = head / group * cached;
            Attend(
                Floats(_model->Query) + (head * size),
                keys + from,
                values + from,
                position + 1,
                Floats(_model->Attended) + (head * size)
            );
        }
    }

    // What a head finds: the values of all positions up to this one, weighted by softmax of its query's products with the keys.
    private void Attend(float* query, float* keys, float* values, ulong positions, float* output)
    {
        var size = _model->HeadSize;
        var scores = Floats(_model->Scores);
        var scale = 1 / MathF.Sqrt(size);
        var largest = float.NegativeInfinity;
        for (var p = 0UL; p < positions; p++)
        {
            var product = Vector128<float>.Zero;
            for (var i = 0UL; i < size; i += 4)
            {
                product += Vector128.Load(query + i) * Vector128.Load(keys + (p * size) + i);
            }

            scores[p] = NativeProducts.Total(product) * scale;
            largest = scores[p] > largest ? scores[p] : largest;
        }

        var sum = 0.0;
        for (var p = 0UL; p < positions; p++)
        {
            scores[p] = Exponential(scores[p] - largest);
            sum += scores[p];
        }

        var share = (float)(1 / sum);
        for (var i = 0UL; i < size; i += 4)
        {
            var mixed = Vector128<float>.Zero;
            for (var p = 0UL; p < positions; p++)
            {
                mixed +=
                    Vector128.Create(scores[p] * share) * Vector128.Load(values + (p * size) + i);
            }

            mixed.Store(output + i);
        }
    }

    // e^x by Cephes' polynomial of degree 5 (netlib.org/cephes, expf.c), good to two units in the last place.
    private static float Exponential(float x)
    {
        x =
            x < -87 ? -87
            : x > 88 ? 88
            : x;
        var n = MathF.Round(x * 1.44269504f);
        var r = x - (n * 0.693359375f);
        r -= n * -2.12194440e-4f;
        var y = 1.9875691500e-4f;
        y = (y * r) + 1.3981999507e-3f;
        y = (y * r) + 8.3334519073e-3f;
        y = (y * r) + 4.1665795894e-2f;
        y = (y * r) + 1.6666665459e-1f;
        y = (y * r) + 5.0000001201e-1f;
        y = (y * (r * r)) + r + 1;
        return y * BitConverter.UInt32BitsToSingle((uint)((int)n + 127) << 23);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private float* Floats(ulong address) => (float*)(memory + address);
}
