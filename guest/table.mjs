// The table of README.md that shows guests.json, between two markers; all around it is left as it is.
export const begin = "<!-- guests: written by npm run build -->";
export const end = "<!-- end of guests -->";

export const pageBytes = 65536;
const header = ["module", "source", "index", "initial pages", "maximum pages", "memory", "besides"];

// The page with the guests' table in place of the one that it has.
export function withTable(page, guests) {
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  if (from < 0 || to < from) {
    throw new Error(`README.md: needs the lines "${begin}" and "${end}", in this order`);
  }
  const rows = [header, header.map(() => "---"), ...guests.map(cells)];
  const table = rows.map((row) => `| ${row.join(" | ")} |\n`).join("");
  return `${page.slice(0, from)}${begin}\n\n${table}\n${page.slice(to)}`;
}

function cells(guest) {
  return [
    code(guest.name),
    [...(guest.joins ?? []), guest.source].map(code).join(" + "),
    guest.indexType,
    pages(guest.initialBytes),
    guest.maximumBytes === undefined ? "none" : pages(guest.maximumBytes),
    guest.joins ? `${guest.joins.length} of its own, each so large` : guest.importedMemory ? code("env.memory") : "own",
    [...(guest.relaxedSimd ? ["relaxed SIMD"] : []), ...(guest.note ? [guest.note] : [])].join("; "),
  ];
}

function code(text) {
  return `\`${text}\``;
}

function pages(bytes) {
  return (bytes / pageBytes).toLocaleString("en-US");
}
