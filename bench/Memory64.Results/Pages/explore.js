// The page: what is chosen, and the table of it. Each view has an address, the part after #.
const columns = [
  { key: "case", title: "Case", of: (r) => r.name },
  { key: "against", title: "Against", of: (r) => r.relation?.label ?? "" },
  { key: "plot", title: "0.25x to 16x", of: (r) => r.relation?.ratio },
  { key: "ratio", title: "Ratio [98 %]", of: (r) => r.relation?.ratio, number: true },
  { key: "verdict", title: "Verdict", of: (r) => verdictOf(r) },
  { key: "time", title: "Time", of: (r) => r.relation?.time ?? r.time, number: true },
  { key: "rate", title: "GB/s", of: (r) => rate(r), number: true },
  { key: "code", title: "instr./op (check)", of: (r) => r.code?.[0], number: true },
  { key: "rounds", title: "Rounds", of: (r) => roundsOf(r), number: true },
];
const [least, most] = [0.25, 16];
const pageSize = 200;
let shown = pageSize;

const machines = data.machines.map(published);

const form = document.getElementById("choice");
const state = new URLSearchParams(location.hash.slice(1));
const get = (key, otherwise = "") => state.get(key) ?? otherwise;
const set = (key, value) => {
  if (value === "") state.delete(key); else state.set(key, value);
  history.replaceState(null, "", `#${state}`);
};

const digits = (value) => (value === 0 ? "0" : Math.abs(value) >= 999.5 ? Math.round(value).toLocaleString("en-US") : value.toPrecision(3));
const units = [["s", 1e9], ["ms", 1e6], ["µs", 1e3], ["ns", 0]];
const timeText = (value) => {
  if (value == null) return "–";
  const [unit, size] = units.find(([, size]) => value >= size);
  return `${digits(value / (size || 1))} ${unit}`;
};
const rate = (r) => (r.bytes > 0 && r.status === "measured" ? r.bytes / (r.relation?.time ?? r.time) : undefined);
const verdictOf = (r) => r.relation?.verdict ?? (r.why ? "not compared" : r.status);
const roundsOf = (r) => r.relation?.count ?? r.rounds.length;
const ratioText = ({ ratio, lower, upper, isOfLevels, count }) =>
  `${isOfLevels ? "≈" : ""}${digits(ratio)}x ${lower == null ? `(${count} ${count === 1 ? "round" : "rounds"})` : `[${digits(lower)}, ${digits(upper)}]`}`;

// A point of a logarithmic axis, in parts of its width.
const place = (value, from = least, to = most) =>
  Math.min(1, Math.max(0, Math.log(value / from) / Math.log(to / from)));

function element(name, attributes = {}, ...children) {
  const made = name.startsWith("svg:")
    ? document.createElementNS("http://www.w3.org/2000/svg", name.slice(4))
    : document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key === "onclick") made.onclick = value; else made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
}

function ratioPlot({ ratio, lower, upper, label }) {
  const width = 150;
  const at = (value) => (place(value) * width).toFixed(1);
  const plot = element("svg:svg", { width, height: 16, role: "img", "aria-label": `${digits(ratio)} times ${label}` },
    element("svg:line", { class: "axis", x1: 0, x2: width, y1: 8, y2: 8 }),
    element("svg:line", { class: "one", x1: at(1), x2: at(1), y1: 0, y2: 16 }));
  if (lower != null) plot.append(element("svg:line", { class: "whisker", x1: at(lower), x2: at(upper), y1: 8, y2: 8 }));
  plot.append(element("svg:circle", { class: "dot", cx: at(ratio), cy: 8, r: 3.5 }));
  return plot;
}

// Lines of dots on one logarithmic axis: what, centre, ends of a whisker, single values.
function strips(lines, text) {
  const [left, width, height] = [230, 420, 20];
  const all = lines.flatMap((line) => [line.center, line.lower, line.upper, ...(line.values ?? [])]).filter((v) => v > 0);
  const [from, to] = [Math.min(...all) / 1.05, Math.max(...all) * 1.05];
  const at = (value) => left + place(value, from, to) * width;
  const plot = element("svg:svg", { width: left + width + 110, height: lines.length * height + 6, role: "img", "aria-label": lines.map((l) => `${l.name}: ${text(l.center)}`).join("; ") });
  lines.forEach((line, index) => {
    const y = index * height + 12;
    plot.append(
      element("svg:text", { x: left - 8, y: y + 4, "text-anchor": "end" }, line.name),
      element("svg:line", { class: "axis", x1: left, x2: left + width, y1: y, y2: y }),
      ...(line.values ?? []).map((value) => element("svg:circle", { class: "round", cx: at(value), cy: y, r: 3 })));
    if (line.lower != null) plot.append(element("svg:line", { class: "whisker", x1: at(line.lower), x2: at(line.upper), y1: y, y2: y }));
    plot.append(
      element("svg:circle", { class: "dot", cx: at(line.center), cy: y, r: 4 }),
      element("svg:text", { x: left + width + 8, y: y + 4 }, text(line.center)));
  });
  return plot;
}

function detail(row) {
  const cell = element("td", { colspan: columns.length });
  const add = (title, lines, text) => {
    if (lines.length > 0) cell.append(element("h2", {}, title), element("div", { class: "wide" }, strips(lines, text)));
  };
  const ratio = (value) => `${digits(value)}x`;
  cell.append(element("p", {}, `${row.name}, ${row.machine.engines[row.engine].title} on ${row.machine.cpu}, ${row.machine.cores} cores.`));
  if (row.reason) cell.append(element("p", { class: "why" }, row.reason));
  const { relation } = row;
  if (relation && relation.values.length > 0) {
    add(`Rounds of the ratio to ${relation.other}`, [{ name: "rounds", center: relation.ratio, lower: relation.lower, upper: relation.upper, values: relation.values }], ratio);
  }
  if (row.time != null) add("Rounds of its time alone", [{ name: "rounds", center: row.time, values: row.rounds }], timeText);
  const same = (r) => r.name === row.name && r.guest === row.guest && r.relation?.label === relation?.label;
  const line = (name) => (r) => relation
    ? { name, center: r.relation.ratio, lower: r.relation.lower, upper: r.relation.upper }
    : { name, center: r.time, lower: r.spread == null ? null : r.time * Math.max(0.01, 1 - r.spread), upper: r.time * (1 + r.spread) };
  const measured = (machine) => judgedRows(machine).filter((r) => same(r) && (relation ? r.relation : r.time != null));
  const text = relation ? ratio : timeText;
  const engines = measured(row.machine);
  if (engines.length > 1) add("All engines of this machine", engines.toReversed().map((r) => line(r.machine.engines[r.engine].title)(r)), text);
  const others = machines.flatMap((machine) => measured(machine).slice(0, 1));
  if (others.length > 1) add("All machines, the newest engine that measured it", others.map((r) => line(`${r.machine.id}, ${r.machine.engines[r.engine].id}`)(r)), text);
  return element("tr", { class: "detail" }, cell);
}

// A row for each case and what it stands against, a column for each engine of a machine, or for each machine's newest that measured it.
const axes = {
  engines: (machine) => machine.engines.toReversed().map((engine) => ({ title: engine.title, has: (r) => r.machine === machine && r.machine.engines[r.engine] === engine })),
  machines: () => machines.map((machine) => ({ title: machine.id, has: (r) => r.machine === machine })),
};

function axisTable(machine, axis) {
  const columnsOf = axes[axis](machine);
  const lines = new Map();
  for (const row of chosenRows((axis === "engines" ? [machine] : machines).flatMap(judgedRows))) {
    if (!row.relation) continue;
    const line = lines.get(keyOf(row)) ?? lines.set(keyOf(row), { row, cells: columnsOf.map(() => undefined) }).get(keyOf(row));
    // Of a machine's engines the newest comes first.
    const at = columnsOf.findIndex((column) => column.has(row));
    line.cells[at] ??= row;
  }
  // What only one of them measured says nothing of an axis.
  return { titles: columnsOf.map((column) => column.title), lines: [...lines.values()].filter(({ cells }) => cells.filter(Boolean).length > 1) };
}

function axisPlot(cells) {
  const [width, height] = [150, 44];
  const at = (index) => ((index + 0.5) * width) / cells.length;
  const up = (ratio) => height - place(ratio) * height;
  const plot = element("svg:svg", { width, height, role: "img", "aria-label": cells.map((cell) => (cell ? `${digits(cell.relation.ratio)} times` : "not measured")).join(", ") },
    element("svg:line", { class: "one", x1: 0, x2: width, y1: up(1), y2: up(1) }));
  cells.forEach((cell, index) => {
    if (!cell) return;
    const { ratio, lower, upper } = cell.relation;
    if (lower != null) plot.append(element("svg:line", { class: "whisker", x1: at(index), x2: at(index), y1: up(lower), y2: up(upper) }));
    plot.append(element("svg:circle", { class: "dot", cx: at(index), cy: up(ratio), r: 3 }));
  });
  return plot;
}

const nameOf = (row) => [element("span", { class: "method" }, `${row.case.group}.${row.case.method}`), " ", element("span", { class: "parameters" }, row.case.text)];
const toneOf = (verdict) => (verdict.startsWith("slower") ? "slower" : verdict.startsWith("faster") ? "faster" : "");

function renderAxis(machine, axis) {
  const { titles, lines } = axisTable(machine, axis);
  document.getElementById("head").replaceChildren(...["Case", "Against", "0.25x to 16x", ...titles].map((title) => element("th", { scope: "col" }, element("span", {}, title))));
  document.getElementById("rows").replaceChildren(...lines.slice(0, shown).map(({ row, cells }) => element("tr", {},
    element("td", {}, ...nameOf(row)),
    element("td", { "data-name": "against" }, row.relation.label),
    element("td", {}, axisPlot(cells)),
    ...cells.map((cell, index) => element("td", { class: `number ${cell ? toneOf(cell.relation.verdict) : ""}`, "data-name": titles[index], title: cell?.relation.verdict ?? "not measured" },
      cell ? ratioText(cell.relation) : "–")))));
  return lines.length;
}

const keyOf = (row) => `${row.name}${row.relation ? `|${row.relation.label}` : ""}`;

function tableRow(row) {
  const { relation } = row;
  const isOpen = get("r") === keyOf(row);
  const verdict = verdictOf(row);
  const name = element("button", { type: "button", "aria-expanded": isOpen, "data-key": keyOf(row), onclick: () => { set("r", isOpen ? "" : keyOf(row)); renderWithFocus(keyOf(row)); } }, ...nameOf(row));
  const number = (title, text) => element("td", { class: "number", "data-name": title }, text);
  return element("tr", isOpen ? { class: "open" } : {},
    element("td", {}, name),
    element("td", { "data-name": relation ? "against" : "" }, relation?.label ?? ""),
    element("td", {}, relation ? ratioPlot(relation) : ""),
    number("ratio", relation ? ratioText(relation) : "–"),
    element("td", { class: toneOf(verdict) }, verdict),
    number("time", timeText(relation?.time ?? row.time)),
    number("GB/s", rate(row) === undefined ? "–" : digits(rate(row))),
    number("instructions", row.code ? `${digits(row.code[0])} (${digits(row.code[1])})` : "–"),
    number("rounds", String(roundsOf(row))));
}

// What isn't offered any more is no choice: it would hide all rows without a word.
function options(select, values, chosen) {
  if (!values.some(([value]) => value === chosen)) {
    set(select.name, "");
    chosen = values[0][0];
  }
  select.replaceChildren(...values.map(([value, text]) => {
    const option = element("option", { value }, text);
    option.selected = value === chosen;
    return option;
  }));
}

const chosenMachine = () => machines.find((machine) => machine.id === get("m")) ?? machines[0];
const chosenOrder = () => get("s").split(".");
const distinct = (values) => [...new Set(values)];
let runs = runsOf(machines);
const besides = new Map();
const runOf = (row) => runs.find((run) => run.machine === row.machine && run.engine === row.machine.engines[row.engine]);
const judgedRows = (machine) => machine.rows.map(judged);

// A row with what is said of it by the chosen rules.
const judgements = new WeakMap();
function judged(row) {
  const { relation } = row;
  if (rules === data.rules || !relation) return row;
  if (judgements.get(row)?.by !== rules) {
    const { ratio, lower, upper, verdict } = relation.isOfLevels
      ? relationOfLevels(row.rounds, runOf(row).rows.get(relation.other).rounds, rules)
      : relationOfDuel(relation.values, rules);
    judgements.set(row, { by: rules, row: { ...row, relation: { ...relation, ratio, lower, upper, verdict } } });
  }
  return judgements.get(row).row;
}

// What is typed is taken where it is in range: alpha above 0 and below 50 %, the threshold 0 to 1000 %.
function chooseRules() {
  const percent = (key, isIn, otherwise) => (get(key) !== "" && isIn(Number(get(key))) ? Number(get(key)) / 100 : otherwise);
  const alpha = percent("al", (value) => value > 0 && value < 50, data.rules.alpha);
  const threshold = percent("th", (value) => value >= 0 && value <= 1000, data.rules.threshold);
  if (alpha === rules.alpha && threshold === rules.threshold) return;
  rules = alpha === data.rules.alpha && threshold === data.rules.threshold ? data.rules : { ...data.rules, alpha, threshold };
  besides.clear();
}

function rowsOfEngine(machine) {
  const engine = Math.max(0, machine.engines.findIndex((each) => each.id === get("e")));
  const base = runs.find((run) => run.key === get("b"));
  const run = runs.find((each) => each.machine === machine && each.engine === machine.engines[engine]);
  if (!base) return machine.rows.filter((r) => r.engine === engine).map(judged);
  // Each case once, over the same case of what it is set beside.
  const key = `${run.key} ${base.key}`;
  if (!besides.has(key)) {
    const between = runsBetween(base, run, runs);
    besides.set(key, [...run.rows.values()].map((row) => {
      const { relation, why } = relationBeside(row, run, base, between);
      return { ...row, relation, reason: why ?? row.reason, why };
    }));
  }
  return besides.get(key);
}

function chosenRows(rows) {
  const words = get("q").toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter((r) =>
    (!get("c") || r.case.group === get("c"))
    && (!get("a") || r.relation?.label === get("a"))
    && (!get("v") || verdictOf(r).startsWith(get("v")))
    && words.every((word) => r.name.toLowerCase().includes(word)));
}

function sorted(rows) {
  const [key, order] = chosenOrder();
  const column = columns.find((each) => each.key === key);
  if (!column) return rows;
  const sign = order === "desc" ? -1 : 1;
  return rows.toSorted((x, y) => {
    const [a, b] = [column.of(x), column.of(y)];
    if (a == null || b == null) return (a == null) - (b == null);
    return sign * (typeof a === "number" ? a - b : String(a).localeCompare(String(b), "en", { numeric: true }));
  });
}

function render(isOpened = false) {
  if (machines.length === 0) {
    document.getElementById("count").textContent = "No machine has been measured yet.";
    return;
  }
  chooseRules();
  const machine = chosenMachine();
  const ofEngine = rowsOfEngine(machine);
  options(form.m, machines.map((m) => [m.id, `${m.id}: ${m.cpu}`]), machine.id);
  options(form.e, machine.engines.map((e) => [e.id, e.title]), get("e", machine.engines[0].id));
  options(form.b, [["", "its controls"], ...runs.filter((run) => run.machine !== machine || run.engine.id !== get("e", machine.engines[0].id)).map((run) => [run.key, `${run.engine.title}, ${run.machine.id}`])], get("b"));
  options(form.w, [["", "cases"], ["engines", "engines of this machine"], ["machines", "machines"]], get("w"));
  options(form.c, [["", "all"], ...distinct(ofEngine.map((r) => r.case.group)).map((c) => [c, c])], get("c"));
  options(form.a, [["", "all"], ...distinct(ofEngine.map((r) => r.relation?.label).filter(Boolean)).map((a) => [a, a])], get("a"));
  options(form.v, [["", "all"], ...["slower", "faster", "same", "unsure", "too few rounds", "not compared", "skipped", "failed"].map((v) => [v, v])], get("v"));
  for (const name of ["q", "al", "th"]) if (form[name].value !== get(name)) form[name].value = get(name);
  const verdicts = `Verdicts: alpha ${rules.alpha * 100} %, threshold ${rules.threshold * 100} %.`;
  const more = document.getElementById("more");
  more.onclick = () => { shown += pageSize; render(); };
  form.b.disabled = form.e.disabled = get("w") !== "";
  if (get("w")) {
    const count = renderAxis(machine, get("w"));
    document.getElementById("count").textContent = `${count} rows. ${verdicts}`;
    more.hidden = count <= shown;
    return;
  }
  const [key, order] = chosenOrder();
  document.getElementById("head").replaceChildren(...columns.map((column) => element("th",
    { scope: "col", "aria-sort": column.key !== key ? "none" : order === "desc" ? "descending" : "ascending" },
    element("button", { type: "button", "data-key": `sort ${column.key}`, onclick: () => {
      set("s", column.key !== key ? `${column.key}.asc` : order === "asc" ? `${column.key}.desc` : "");
      renderWithFocus(`sort ${column.key}`);
    } }, column.title))));
  const rows = sorted(chosenRows(ofEngine));
  if (isOpened) shown = Math.max(pageSize, rows.findIndex((row) => keyOf(row) === get("r")) + 1);
  document.getElementById("count").textContent = `${rows.length} rows. ${verdicts}`;
  document.getElementById("rows").replaceChildren(
    ...rows.slice(0, shown).flatMap((row) => (get("r") === keyOf(row) ? [tableRow(row), detail(row)] : [tableRow(row)])));
  more.hidden = rows.length <= shown;
}

// What had the focus is made anew: its successor takes it.
function renderWithFocus(key) {
  render();
  document.querySelector(`[data-key="${CSS.escape(key)}"]`)?.focus();
}

form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("input", (event) => {
  shown = pageSize;
  if (event.target.type === "file") {
    open(event.target.files);
    return;
  }
  if (event.target.name === "m") ["e", "c", "a", "r"].forEach((key) => set(key, ""));
  set(event.target.name, event.target.value);
  render();
});

// Sets machines of one's own before the published ones, in place of those of the same names.
function add(own) {
  for (const machine of own) {
    const at = machines.findIndex((each) => each.id === machine.id);
    machines.splice(Math.max(at, 0), at < 0 ? 0 : 1, machine);
  }
  runs = runsOf(machines);
  besides.clear();
}

async function open(files) {
  const [own, problems] = [[], []];
  for (const file of files) {
    try { own.push(readRunFile(await file.text(), file.name)); } catch (error) { problems.push(error.message); }
  }
  add(own);
  document.getElementById("problem").textContent = problems.join("; ");
  if (own.length > 0) {
    ["e", "c", "a", "r", "w"].forEach((key) => set(key, ""));
    set("m", own[0].id);
  }
  render();
}
addEventListener("dragover", (event) => event.preventDefault());
addEventListener("drop", (event) => {
  event.preventDefault();
  open(event.dataTransfer.files);
});

// A run that is under way: the program's view serves this page then, and sends what has been measured after each round.
function follow() {
  const news = new EventSource("news");
  const say = (text) => { document.getElementById("progress").textContent = text; };
  let isFirst = true;
  news.addEventListener("rounds", (event) => {
    const { progress, files } = JSON.parse(event.data);
    add(files.map((run) => machineOf(run, `${run.engine.version}, under way`)));
    say(progress);
    if (isFirst && files.length > 0) set("m", `yours/${files[0].engine.version}, under way`);
    isFirst = false;
    render();
  });
  news.addEventListener("end", (event) => { say(event.data); news.close(); });
  news.addEventListener("error", () => { say("The program that follows the run has ended."); news.close(); });
}
if (location.protocol === "http:") follow();

addEventListener("hashchange", () => {
  for (const key of [...state.keys()]) state.delete(key);
  new URLSearchParams(location.hash.slice(1)).forEach((value, key) => state.set(key, value));
  render(true);
});
render(true);
