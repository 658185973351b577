import { ALWAYS_ALLOWED, NODE_FORMS, NODE_GROUPS, NODE_PARTS } from "../../language/node-groups.js";
import { NODE_TYPES } from "../../language/node-types.js";
import type { Refusal } from "../../language/policy.js";
import { didYouMean, invalid, readList } from "./read.js";

const groups: Readonly<Record<string, readonly string[]>> = NODE_GROUPS;

/** Node types that the language allows, and the forms that a policy names like types. */
const nodes: ReadonlySet<string> = new Set([
  ...[...NODE_TYPES].filter(([, verdict]) => verdict.kind !== "refuse").map(([type]) => type),
  ...Object.keys(NODE_FORMS),
]);

/** What refusing a group, a node type or a form refuses. */
export function refusedBy(word: string): readonly string[] {
  const list = typesOf(word, "refuseNodes");
  if (list.length === 1 && ALWAYS_ALLOWED.includes(word))
    throw invalid(`\`refuseNodes\` cannot refuse \`${word}\`: there is no program without it`);
  return list.filter((type) => !list.includes(NODE_PARTS[type] ?? ""));
}

/** Everything but what the list names. */
export function allBut(value: unknown): ReadonlyMap<string, Refusal> {
  const allowed = new Set(ALWAYS_ALLOWED);
  for (const word of readList(value, "`onlyNodes`")) {
    if (typeof word !== "string") throw invalid("`onlyNodes` takes names of node types and groups");
    for (const type of typesOf(word, "onlyNodes")) allowed.add(type);
  }
  const refusal: Refusal = { help: undefined, explicit: false };
  return new Map([...nodes].filter((type) => !allowed.has(type)).map((type) => [type, refusal]));
}

function typesOf(word: string, option: string): readonly string[] {
  if (Object.hasOwn(groups, word)) return groups[word] ?? [];
  if (nodes.has(word)) return [word];
  const verdict = NODE_TYPES.get(word);
  if (verdict?.kind === "refuse")
    throw invalid(
      `\`${option}\` names \`${word}\`, which the language never allows (${verdict.code}); leave it out`,
    );
  const known = [...Object.keys(groups), ...nodes];
  throw invalid(`\`${option}\` names \`${word}\`, which is no node type or group${didYouMean(word, known)}`);
}
