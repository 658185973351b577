import { parseExpressionAt } from "acorn";
import { verifyProgram } from "../../../../src/compiler/5-verify/verify.js";
import type { Damage } from "./damages.js";
import { REFUSED } from "./damages.js";
import { Harness } from "./harness.js";
import { NEUTRAL } from "./neutral.js";
import { Random } from "./random.js";
import { type GoodText, goodTexts } from "./text.js";

export interface Row {
  tried: number;
  /** Refused because it is no JavaScript at all. */
  unparsed: number;
  refused: number;
  accepted: number;
}

export interface Hole {
  readonly kind: string;
  readonly form: string;
  readonly code: string;
  readonly before: string;
  readonly why: string;
}

export interface FuzzReport {
  readonly rows: ReadonlyMap<string, Row>;
  readonly holes: readonly Hole[];
}

export interface FuzzPlan {
  readonly seed: number;
  readonly runs: number;
  readonly programs: number;
  readonly damages?: readonly Damage[];
}

/** Damages proved texts at random places and asks the verifier about each. */
export function fuzzVerifier({ seed, runs, programs, damages }: FuzzPlan): FuzzReport {
  const texts = goodTexts(seed, programs);
  const kinds = damages ?? [...REFUSED, ...NEUTRAL];
  const random = new Random(seed);
  const harness = new Harness();
  const rows = new Map<string, Row>();
  const holes: Hole[] = [];
  for (let run = 0; run < runs; run++) {
    const damage = kinds[run % kinds.length] as Damage;
    const damaged = damageOne(damage, texts, random);
    if (damaged === undefined) continue;
    const { text, code } = damaged;
    const row = rowOf(rows, damage.kind);
    row.tried++;
    const accepted = verifyProgram(code, { guards: text.form }).findings.length === 0;
    if (!accepted) {
      if (parses(code)) row.refused++;
      else row.unparsed++;
      continue;
    }
    row.accepted++;
    const why = damage.refused ? "a damage that must be refused" : harness.harm(code, text.form, run);
    if (why !== undefined) holes.push({ kind: damage.kind, form: text.form, code, before: text.code, why });
  }
  return { rows, holes };
}

/** Some text with the damage: many have no place for it. */
function damageOne(
  damage: Damage,
  texts: readonly GoodText[],
  random: Random,
): { readonly text: GoodText; readonly code: string } | undefined {
  for (let attempt = 0; attempt < 300; attempt++) {
    const text = random.pick(texts) as GoodText;
    const code = damage.apply(text, random);
    if (code !== undefined && code !== text.code) return { text, code };
  }
  return undefined;
}

/** How many of such damages the harness finds by itself, when no verifier keeps them from it. */
export function fuzzHarness({
  seed,
  runs,
  programs,
  damages = REFUSED,
}: FuzzPlan): ReadonlyMap<string, number> {
  const texts = goodTexts(seed, programs);
  const random = new Random(seed);
  const harness = new Harness();
  const found = new Map<string, number>();
  for (let run = 0; run < runs; run++) {
    const damage = damages[run % damages.length] as Damage;
    const damaged = damageOne(damage, texts, random);
    if (damaged === undefined || !parses(damaged.code)) continue;
    if (harness.harm(damaged.code, damaged.text.form, run) === undefined) continue;
    found.set(damage.kind, (found.get(damage.kind) ?? 0) + 1);
  }
  return found;
}

function rowOf(rows: Map<string, Row>, kind: string): Row {
  const known = rows.get(kind);
  if (known !== undefined) return known;
  const fresh: Row = { tried: 0, unparsed: 0, refused: 0, accepted: 0 };
  rows.set(kind, fresh);
  return fresh;
}

function parses(code: string): boolean {
  try {
    parseExpressionAt(code, 0, { ecmaVersion: 2025 });
    return true;
  } catch {
    return false;
  }
}

/** The numbers, one line for each kind of damage. */
export function table({ rows }: FuzzReport): string {
  const lines = [...rows].map(
    ([kind, { tried, unparsed, refused, accepted }]) =>
      `${String(tried).padStart(8)} ${String(unparsed).padStart(9)} ${String(refused).padStart(8)} ${String(accepted).padStart(9)}  ${kind}`,
  );
  return [
    `${"tried".padStart(8)} ${"no syntax".padStart(9)} ${"refused".padStart(8)} ${"accepted".padStart(9)}`,
    ...lines,
  ].join("\n");
}
