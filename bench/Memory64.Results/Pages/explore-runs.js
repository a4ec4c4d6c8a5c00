// What there is to show: machines with their engines, and a row for each case of each engine. From publish, or from a run file.
const data = JSON.parse(document.getElementById("data").textContent);
// Alpha and threshold as chosen on the page; data.rules are the program's defaults.
let rules = data.rules;
const newestSchema = data.schema;

function caseOf(group, method, parameters) {
  const text = Object.entries(parameters).map(([name, value]) => `${name}=${value}`).join(", ");
  return { group, method, text, id: text ? `${group}.${method}(${text})` : `${group}.${method}` };
}

// One engine's case; alone, or with what is said of it and another case.
const rowsOf = (row, relations) => (relations.length > 0 ? relations.map((relation) => ({ ...row, relation })) : [row]);

function published(machine) {
  const cases = machine.cases.map((each) => caseOf(...each));
  const made = { ...machine, cases, rows: [] };
  made.rows = machine.rows.flatMap(([engine, number, status, reason, guest, work, time, spread, rounds, bytes, code, relations, duels]) => rowsOf(
    { machine: made, engine, case: cases[number], name: cases[number].id, status, reason, guest, work: machine.works[work], time, spread, rounds, bytes, code, duels: new Map(duels) },
    relations.map(([label, other, ratio, lower, upper, verdict, isOfLevels, over, under, count, values]) => (
      { label, other: cases[other].id, ratio, lower, upper, verdict, isOfLevels, time: over, control: under, count, values }))));
  return made;
}

const valueOfRound = (round) => median(round.iterations);
const ratioOfRound = (round) => round.ratio ?? median(round.ratios);
const duelsOf = (each) => (each.status === "measured" ? (each.duels ?? []).filter((duel) => duel.rounds.length > 0) : []);

// How a case of a run file stands to another one of it: by their duel, else by their levels where one run measured both.
function relationInFile(each, other) {
  const duel = (one, id) => duelsOf(one).find((fought) => !fought.engine && fought.case === id)?.rounds;
  const sides = (rounds, key) => rounds.map((round) => round[key]);
  const [over, under] = [duel(each, other.id), duel(other, each.id)];
  if (over) return withTimes(relationOfDuel(over.map(ratioOfRound), data.rules), sides(over, "subject"), sides(over, "opponent"));
  if (under) return withTimes(relationOfDuel(under.map((round) => 1 / ratioOfRound(round)), data.rules), sides(under, "opponent"), sides(under, "subject"));
  if (each.status !== "measured" || other.status !== "measured" || each.earlier?.started !== other.earlier?.started) return undefined;
  const [own, others] = [each.rounds.map(valueOfRound), other.rounds.map(valueOfRound)];
  return withTimes(relationOfLevels(own, others, data.rules), own, others);
}

// A run file as a machine of its own, with one engine.
function machineOf(run, name) {
  const { machine, engine } = run;
  const text = ({ vendor, family, model, stepping }) => `${vendor} family ${family} model ${model} stepping ${stepping}`;
  const made = {
    id: `yours/${name}`, of: machine.id, cpu: machine.cpu, cores: machine.logicalCores,
    engines: [{
      id: engine.version, version: engine.version, sha: engine.sha256.slice(0, data.rules.shaDigits), title: engine.runtime ? `${engine.runtime} (${engine.version})` : `Wasmtime ${engine.version}`,
      machine: { cpu: machine.cpu, processor: machine.processor ? text(machine.processor) : null, l1d: machine.l1dBytes, llc: machine.lastLevelCacheBytes },
    }],
  };
  const byId = new Map(run.cases.map((each) => [each.id, each]));
  made.rows = run.cases.flatMap((each) => {
    const rounds = each.status === "measured" ? each.rounds.map(valueOfRound) : [];
    const row = {
      machine: made, engine: 0, name: each.id, case: caseOf(each.benchmark, each.method, each.parameters),
      status: each.status, reason: each.reason, guest: each.guest?.sha256.slice(0, data.rules.guestDigits) ?? null, work: workOf(each),
      time: rounds.length > 0 ? center(rounds) : null, spread: relativeSpread(rounds), rounds, bytes: each.bytes,
      code: each.code ? [each.code.count / each.code.operations, (each.code.instructions.check ?? 0) / each.code.operations] : null,
      duels: new Map(duelsOf(each).filter((duel) => duel.engine && duel.case === each.id)
        .map((duel) => [duel.engine.sha256.slice(0, data.rules.shaDigits), duel.rounds.map(ratioOfRound)])),
    };
    return rowsOf(row, Object.entries(each.controls ?? {}).flatMap(([label, id]) => {
      const relation = byId.has(id) && relationInFile(each, byId.get(id));
      return relation ? [{ label, other: id, ...relation }] : [];
    }));
  });
  return made;
}

// What a case did, as ExplorerData.WorkOf writes it: where it differs, two cases of one name are not compared.
const workOf = (each) => [each.operations, each.bytes, each.unit, each.input?.sha256.slice(0, data.rules.guestDigits) ?? "",
  ...Object.entries(each.settings).map(([name, value]) => `${name}=${value}`).sort()].join("|");

// Reads a run file; what can't be one is refused in a sentence.
function readRunFile(text, name) {
  let run;
  try { run = JSON.parse(text); } catch { throw new Error(`${name} is no JSON: drop a run file, such as results/MACHINE/50.0.1.json`); }
  if (!run || !Number.isInteger(run.schema) || !run.machine || !run.engine || !Array.isArray(run.cases)) {
    throw new Error(`${name} is no run file: it lacks schema, machine, engine or cases`);
  }
  if (run.schema > newestSchema) throw new Error(`${name} has schema ${run.schema}, this page knows up to ${newestSchema}: publish with the newer program`);
  try { return machineOf(run, name); } catch (error) { throw new Error(`${name} is no valid run file (${error.message}): the program's compare says where`); }
}

// Whether two engines' runs are of one machine, as far as both tell.
function isSameMachine(one, other) {
  const [a, b] = [one.engine.machine, other.engine.machine];
  const tells = (x, y) => x === 0 || y === 0 || x === y;
  const processors = a.processor && b.processor ? a.processor === b.processor : a.cpu === b.cpu;
  return (one.machine.of ?? one.machine.id) === (other.machine.of ?? other.machine.id) && processors && tells(a.l1d, b.l1d) && tells(a.llc, b.llc);
}

// All runs: each engine of each machine, with its cases by name.
const runsOf = (all) => all.flatMap((machine) => machine.engines.map((engine, index) => ({
  machine, engine, key: `${machine.id}/${engine.id}`,
  rows: new Map(machine.rows.filter((row) => row.engine === index).map((row) => [row.name, row])),
})));

// The duels by which one run's case is joined to another's: their own, or the fewest over engines between.
function duelPath(name, from, to, between) {
  if (!isSameMachine(from, to)) return [];
  const step = (a, b) => {
    const [older, newer] = [a.rows.get(name), b.rows.get(name)];
    if (older?.status !== "measured" || newer?.status !== "measured" || older.guest !== newer.guest || inputOf(older) !== inputOf(newer)) return undefined;
    return newer.duels.get(a.engine.sha) ?? older.duels.get(b.engine.sha)?.map((ratio) => 1 / ratio);
  };
  const ways = [{ at: from, steps: [] }];
  let left = [to, ...between];
  for (let way = ways.shift(); way; way = ways.shift()) {
    for (const next of left) {
      const ratios = step(way.at, next);
      if (!ratios) continue;
      const steps = [...way.steps, ratios];
      if (next === to) return steps;
      left = left.filter((run) => run !== next);
      ways.push({ at: next, steps });
    }
  }
  return [];
}

// Runs over which two others may be joined, in an order of their own: see DuelPaths.
const runsBetween = (from, to, runs) => runs
  .filter((run) => isSameMachine(run, to) && run.engine.sha !== to.engine.sha && run.engine.sha !== from.engine.sha)
  .toSorted((a, b) => natural.compare(a.engine.version, b.engine.version));
const natural = new Intl.Collator("en", { numeric: true });
const inputOf = (row) => row.work.split("|")[3];

// A run's case over that of another run; undefined, or why not, where the two can't be compared.
function relationBeside(row, to, from, between) {
  const other = from.rows.get(row.name);
  if (row.status !== "measured") return {};
  if (!other) return { why: `not measured by ${from.key}` };
  if (other.status !== "measured") return { why: `${other.status} in ${from.key}: ${other.reason}` };
  if (other.guest !== row.guest) return { why: "of another guest" };
  if (other.work !== row.work) return { why: "of other settings, operations, bytes, input or unit" };
  const steps = duelPath(row.name, from, to, between);
  const relation = steps.length > 0 ? relationOfSteps(steps, rules)
    : withTimes(relationOfLevels(row.rounds, other.rounds, rules), row.rounds, other.rounds);
  return { relation: { label: from.machine === to.machine ? from.engine.id : from.key, other: `${row.name} on ${from.key}`, ...relation } };
}
