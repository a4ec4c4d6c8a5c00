// The program's statistics once more, for what publish can't compute beforehand: files that are dropped, and any two engines beside each
// other. Sources stand at the classes of Memory64.Results/Statistics and Relations; tests prove equal verdicts on all published pairs.
const sum = (values) => values.reduce((all, value) => all + value, 0);
const ascending = (values) => values.toSorted((a, b) => a - b);
const medianOfSorted = (sorted) => (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2;
const median = (values) => medianOfSorted(ascending(values));

// Hodges and Lehmann.
const means = (values) => ascending(values.flatMap((a, index) => values.slice(0, index + 1).map((b) => (a + b) / 2)));
const center = (values) => medianOfSorted(means(values));
// Shamos, as a share of the centre.
const relativeSpread = (values) => (values.length < 2 ? undefined
  : median(values.flatMap((a, index) => values.slice(index + 1).map((b) => Math.abs(a - b)))) / center(values));

// The normal distribution above a value: its series near 0, its continued fraction (Lentz's method) further out.
function normalTail(value) {
  if (value < 0) return 1 - normalTail(-value);
  const density = Math.exp(-value * value / 2) / Math.sqrt(2 * Math.PI);
  if (value < 3) {
    let [term, all] = [value, value];
    for (let n = 1; n < 100; n++) all += term *= value * value / (2 * n + 1);
    return 0.5 - density * all;
  }
  let fraction = value;
  for (let n = 100; n > 0; n--) fraction = value + n / fraction;
  return density / fraction;
}

// Doubled, so that mid-ranks are whole numbers: [value, doubled rank, size of its group of ties].
function ranked(values) {
  const sorted = ascending(values);
  return new Map([...new Set(sorted)].map((value) => {
    const [first, last] = [sorted.indexOf(value), sorted.lastIndexOf(value)];
    return [value, { rank: first + last + 2, ties: last - first + 1 }];
  }));
}

const signedRank = {
  exactLimit: 50,
  upperTail(ranks, atLeast) {
    if (ranks.length === 0) return 1;
    if (ranks.length > this.exactLimit) {
      const variance = sum(ranks.map((rank) => (rank / 2) ** 2)) / 4;
      return normalTail((atLeast / 2 - sum(ranks) / 4 - 0.5) / Math.sqrt(variance));
    }
    const choices = new Float64Array(sum(ranks) + 1);
    choices[0] = 1;
    for (const rank of ranks) for (let at = choices.length - 1; at >= rank; at--) choices[at] += choices[at - rank];
    return sum([...choices.subarray(atLeast)]) / 2 ** ranks.length;
  },
  greater(values, bound) {
    const distances = values.map((value) => value - bound);
    const ranks = ranked(distances.map(Math.abs));
    const counted = distances.filter((distance) => distance !== 0);
    const rank = (distance) => ranks.get(Math.abs(distance)).rank;
    return this.upperTail(counted.map(rank), sum(counted.filter((distance) => distance > 0).map(rank)));
  },
  less(values, bound) { return this.greater(values.map((value) => -value), -bound); },
  interval(values, alpha) {
    const ranks = values.map((_, index) => 2 * (index + 1));
    const all = sum(ranks);
    let outside = 0;
    while (outside <= all / 4 && this.upperTail(ranks, all - 2 * outside) < alpha) outside++;
    if (outside === 0) return undefined;
    const between = means(values);
    return [between[outside - 1], between.at(-outside)];
  },
};

const mannWhitney = {
  exactLimit: 20,
  // Of doubled ranks: is the first sample's sum at least so large? Memory of the ways to split, as tests ask for the same one often.
  splits: new Map(),
  waysOf(ranks, count) {
    const key = `${ranks.join()} ${count}`;
    if (!this.splits.has(key)) {
      const largest = sum(ranks.slice(-count));
      const ways = Array.from({ length: count + 1 }, () => new Float64Array(largest + 1));
      ways[0][0] = 1;
      for (const rank of ranks) {
        for (let taken = count; taken > 0; taken--) {
          for (let at = largest; at >= rank; at--) ways[taken][at] += ways[taken - 1][at - rank];
        }
      }
      this.splits.set(key, ways[count]);
    }
    return this.splits.get(key);
  },
  upperTail(ranks, tieTerm, x, y, atLeast) {
    if (Math.max(x, y) <= this.exactLimit) {
      const ways = this.waysOf(ranks, x);
      return sum([...ways.subarray(atLeast)]) / sum([...ways]);
    }
    const all = x + y;
    const variance = x * y / 12 * (all + 1 - tieTerm / (all * (all - 1)));
    return variance <= 0 ? 1 : normalTail(((atLeast - x * (all + 1)) / 2 - 0.5) / Math.sqrt(variance));
  },
  greater(x, y) {
    const pooled = ranked([...x, ...y]);
    const ranks = [...pooled.values()].flatMap(({ rank, ties }) => Array(ties).fill(rank));
    const tieTerm = sum([...pooled.values()].map(({ ties }) => ties ** 3 - ties));
    return this.upperTail(ranks, tieTerm, x.length, y.length, sum(x.map((value) => pooled.get(value).rank)));
  },
  smallest(x, y) {
    return this.greater(Array.from({ length: x }, (_, index) => y + index), Array.from({ length: y }, (_, index) => index));
  },
  interval(x, y, alpha) {
    const ranks = Array.from({ length: x.length + y.length }, (_, index) => 2 * (index + 1));
    const greatest = sum(ranks.slice(y.length));
    let outside = 0;
    while (outside <= x.length * y.length / 2 && this.upperTail(ranks, 0, x.length, y.length, greatest - 2 * outside) < alpha) outside++;
    if (outside === 0) return undefined;
    const quotients = ascending(x.flatMap((a) => y.map((b) => a / b)));
    return [quotients[outside - 1], quotients.at(-outside)];
  },
};

const marginOf = ([lower, upper]) => Math.max(upper, 1 / lower) - 1;
const verdictOfOpen = (interval, { widestMargin }) => (marginOf(interval) > widestMargin ? "unsure"
  : `same within ${(Math.ceil(Number((marginOf(interval) * 1000).toFixed(6))) / 10).toFixed(1)} %`);
const alphaAt = (rounds, { alpha, looks }) =>
  (rounds < looks[0][0] ? alpha : alpha * (looks.find(([most]) => rounds <= most) ?? looks.at(-1))[1]);

// What the ratios of a duel's rounds say.
function relationOfDuel(ratios, rules) {
  const logarithms = ratios.map(Math.log);
  const alpha = alphaAt(ratios.length, rules);
  const limit = Math.log(1 + rules.threshold);
  const interval = signedRank.interval(logarithms, alpha)?.map(Math.exp);
  const verdict = !interval ? "too few rounds"
    : signedRank.greater(logarithms, limit) < alpha ? "slower"
    : signedRank.less(logarithms, -limit) < alpha ? "faster"
    : signedRank.less(logarithms, limit) < alpha && signedRank.greater(logarithms, -limit) < alpha ? "same"
    : verdictOfOpen(interval, rules);
  return { ratio: Math.exp(center(logarithms)), lower: interval?.[0], upper: interval?.[1], verdict, isOfLevels: false, count: ratios.length, values: ratios };
}

// The product of several duels, round by round, as far as all have rounds.
function relationOfSteps(steps, rules) {
  const count = Math.min(...steps.map((step) => step.length));
  return relationOfDuel(steps[0].slice(0, count).map((_, round) => steps.reduce((all, step) => all * step[round], 1)), rules);
}

// What the levels of two cases say.
function relationOfLevels(over, under, rules) {
  const { alpha, threshold } = rules;
  const isGreater = (x, y) => mannWhitney.greater(x, y) < alpha;
  const scaled = (values) => values.map((value) => value * (1 + threshold));
  const interval = mannWhitney.interval(over, under, alpha);
  const verdict = mannWhitney.smallest(over.length, under.length) >= alpha ? "too few rounds"
    : isGreater(over, scaled(under)) ? "slower"
    : isGreater(under, scaled(over)) ? "faster"
    : isGreater(scaled(under), over) && isGreater(scaled(over), under) ? "same"
    : interval ? verdictOfOpen(interval, rules) : "unsure";
  const ratio = Math.exp(median(over.flatMap((a) => under.map((b) => Math.log(a) - Math.log(b)))));
  return { ratio, lower: interval?.[0], upper: interval?.[1], verdict, isOfLevels: true, count: Math.min(over.length, under.length), values: [] };
}

// Both sides' times, about the middle of their centres and as far apart as the ratio says.
function withTimes(relation, over, under) {
  const middle = Math.sqrt(center(over) * center(under));
  return { ...relation, time: middle * Math.sqrt(relation.ratio), control: middle / Math.sqrt(relation.ratio) };
}
