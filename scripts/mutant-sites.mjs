// Mutants made by rule: each place where a file of the security core asks a check, one mutant that leaves it out there.
import { readFileSync } from "node:fs";

const K = "src/runtime/kernel";
const M = "src/runtime/membrane";
const SIZES = ["array", "buffer", "callback", "iterable", "regexp", "split", "string", "text"];
const SAME = "((x: unknown) => x)(";
const NOTHING = "((..._x: unknown[]): void => {})(";
const NEVER = "((..._x: unknown[]) => false)(";

/**
 * `asks` finds a check's call up to its bracket; `instead` is what stands there in the mutant. `setups` are the walls
 * that are left to notice it; without any, only the tests look: a limit shows in the time that a program takes.
 */
export const RULES = [
  {
    files: [`${K}/guards-call.ts`],
    asks: /\b(?:handed|handedAll|receiver|callable|key|writable|refuseDenied)\(/g,
    instead: SAME,
    setups: ["powerless call", "guards"],
  },
  {
    files: [`${K}/injected.ts`],
    asks: /\b(?:key|write|refuseDenied|ask)\(/g,
    instead: SAME,
    setups: [],
  },
  {
    files: [`${K}/helpers-inline.ts`],
    asks: /\b(?:key|brand|markHandled|errors\.secure|errors\.normalise)\(/g,
    instead: SAME,
    setups: ["powerless inline"],
  },
  {
    files: [`${K}/index.ts`, `${K}/intrinsics/promises.ts`],
    asks: /\b(?:markHandled|heard|rebuilt)\(/g,
    instead: SAME,
    setups: ["realm"],
  },
  {
    files: [`${K}/facets.ts`, `${K}/intrinsics/define.ts`, `${K}/intrinsics/watched-exec.ts`],
    asks: /\b(?:freeze|close)\(/g,
    instead: SAME,
    setups: ["realm"],
  },
  {
    files: [`${K}/globals/ambient.ts`],
    asks: /\b(?:freeze|closeToWrites|shared|sharedObject)\(/g,
    instead: SAME,
    setups: [],
  },
  {
    files: [`${K}/intrinsics/stand-ins.ts`, `${K}/intrinsics/host-realm.ts`, `${K}/globals/make.ts`],
    asks: /\b(?:close|own|given|givenAll|secure)\(/g,
    instead: SAME,
    setups: ["guards"],
  },
  {
    files: [`${K}/guards-call.ts`, `${K}/injected.ts`],
    asks: /\bfeed\(/g,
    instead: "((_f: unknown, list: unknown[]) => list)(",
    setups: [],
  },
  {
    files: [`${K}/intrinsics/tame.ts`],
    asks: /(?<=^ +)(?:tame|remove|inert|hide|permit)\w*\(\)/gm,
    instead: "void 0",
    setups: ["realm", "guards"],
  },
  {
    files: [`${K}/intrinsics/tame.ts`],
    asks: /\breplaceGlobal\((?!name: )/g,
    instead: NOTHING,
    setups: ["realm"],
  },
  {
    files: [`${K}/intrinsics/remove.ts`],
    asks: /^ {4}from: "/gm,
    instead: '    from: "Nothing_',
    setups: ["realm", "guards"],
  },
  {
    files: [`${M}/import.ts`, `${M}/export.ts`],
    asks: /(?<!: |:\n +)throw refusal\(/g,
    instead: "void refusal(",
    setups: ["realm"],
  },
  // The last of the cases: it is all that stands there.
  {
    files: [`${M}/import.ts`, `${M}/export.ts`],
    asks: /(?<=:\n +)throw refusal\(/g,
    instead: "return value; refusal(",
    setups: ["realm"],
  },
  {
    files: [`${M}/import.ts`, `${M}/export.ts`, `${M}/size.ts`],
    asks: /\b(?:count|charge)\(/g,
    instead: NOTHING,
    setups: [],
  },
  {
    files: [`${M}/import.ts`],
    asks: /\b(?:staysBehind|isRefused)\(/g,
    instead: "((..._x: unknown[]) => false)(",
    setups: ["realm"],
  },
  {
    files: [`${M}/record.ts`],
    asks: /\b(?:isSpecial|types\.isProxy|session\.origins\.has|policy\.matches)\(/g,
    instead: "((..._x: unknown[]) => false)(",
    setups: [],
  },
  {
    files: [`${M}/record.ts`],
    asks: /\b(?:isPrimitive|isFlat)\(/g,
    instead: "((..._x: unknown[]) => true)(",
    setups: [],
  },
  {
    files: [`${K}/intrinsics/regexp-constructor.ts`],
    asks: /\b(?:admit|tooLarge|meter\.charge|ensureWatched)\(/g,
    instead: NEVER,
    setups: [],
    tests: ["tests/runtime/watch.test.ts"],
  },
  {
    files: [`${K}/intrinsics/sizes-iterable.ts`],
    asks: /\b(?:filling|tickingIterator)\(/g,
    instead: SAME,
    setups: [],
  },
  {
    files: [`${M}/import.ts`],
    asks: /\bexpectBigints\(/g,
    instead: NOTHING,
    setups: [],
    tests: ["tests/runtime/bigints"],
  },
  {
    files: [
      ...["bigints/operators", "bigints/size", "keys"].map((name) => `${K}/${name}.ts`),
      ...["bigint", "string", "array"].map((name) => `${K}/intrinsics/sizes-${name}.ts`),
    ],
    asks: /\b(?:pay\w*|tooLarge|isLarge)\(/g,
    instead: NEVER,
    setups: [],
  },
  {
    files: [
      `${K}/bigints/operators.ts`,
      ...["bigint", "string", "array"].map((name) => `${K}/intrinsics/sizes-${name}.ts`),
    ],
    asks: /\b(?:texted|admitBigint)\(/g,
    instead: SAME,
    setups: [],
  },
  {
    files: [`${K}/budget.ts`],
    asks: /\bbudget\.(?:kill|left)\(/g,
    instead: NOTHING,
    setups: [],
  },
  {
    files: [
      ...SIZES.map((name) => `${K}/intrinsics/sizes-${name}.ts`),
      ...["array-constructor", "function-apply", "meter", "ticking"].map(
        (name) => `${K}/intrinsics/${name}.ts`,
      ),
      ...["collect", "compare", "sequences"].map((name) => `${K}/helpers/${name}.ts`),
      `${K}/guards-call.ts`,
      `${K}/helpers-inline.ts`,
    ],
    asks: /\b(?:meter\.(?:charge|limitError)|budget\.allocate|admit\w*)\(/g,
    instead: NOTHING,
    setups: [],
  },
  {
    files: ["sizes-buffer", "sizes-iterable", "object-statics", "array-constructor"].map(
      (name) => `${K}/intrinsics/${name}.ts`,
    ),
    asks: /\bticking\(/g,
    instead: SAME,
    setups: [],
  },
];

const root = new URL("../", import.meta.url);
const texts = new Map();
export function textOf(file) {
  if (!texts.has(file)) texts.set(file, readFileSync(new URL(file, root), "utf8"));
  return texts.get(file);
}

/** Every place that the rules find: definitions and comments are none. */
export function places() {
  return RULES.flatMap(({ files, asks, instead, setups, tests }) =>
    files.flatMap((file) =>
      [...textOf(file).matchAll(asks)]
        .filter(({ index }) => !isDefinition(textOf(file), index))
        .map(({ 0: asked, index }) => ({ file, index, asked, instead, setups, tests })),
    ),
  );
}

function isDefinition(text, index) {
  const line = text.slice(text.lastIndexOf("\n", index) + 1, index);
  const rest = text.slice(index, text.indexOf("\n", index));
  // A method of an object or an interface: `charge(steps) {`, `charge(steps: number): void;`.
  return (
    /^\s*(?:export )?function $|\/\/|^\s*\*/.test(line) ||
    (/^\s*$/.test(line) && /\)(?:: \w+)?(?:;| \{)$/.test(rest) && /\w: \w|\{$/.test(rest))
  );
}

/** One mutant for each place that no edit of `others` reaches. */
export function siteMutants(others) {
  const reached = others.flatMap(({ edits }) =>
    edits.slice(0, 1).map(([file, find]) => [file, textOf(file).indexOf(find), find.length]),
  );
  const made = new Map();
  for (const place of places()) {
    const { file, index, asked, instead, setups, tests } = place;
    if (reached.some(([f, at, length]) => f === file && at < index + asked.length && index < at + length))
      continue;
    const name = `${file.replace(/^src\/runtime\/|\.ts$/g, "")}: ${lineAt(file, index)}`;
    const seen = [...made.keys()].filter((id) => id.startsWith(name)).length;
    const id = seen === 0 ? name : `${name} (${seen + 1})`;
    made.set(id, { id, setups, tests, edits: [unique(file, index, asked, instead)] });
  }
  return [...made.values()];
}

function lineAt(file, index) {
  const text = textOf(file);
  const line = text.slice(text.lastIndexOf("\n", index) + 1, text.indexOf("\n", index)).trim();
  return line.length > 0 ? line.slice(0, 90) : text.slice(index, index + 60).trim();
}

/** An edit whose text stands once in the file: the place with as many lines before it as that takes. */
function unique(file, index, asked, instead) {
  const text = textOf(file);
  const end = text.indexOf("\n", index);
  for (let from = text.lastIndexOf("\n", index); ; from = text.lastIndexOf("\n", from - 1)) {
    const find = text.slice(from + 1, end);
    const isOnce = text.indexOf(find) === text.lastIndexOf(find);
    if (isOnce || from < 0) {
      const at = index - from - 1;
      return [file, find, find.slice(0, at) + instead + find.slice(at + asked.length)];
    }
  }
}
