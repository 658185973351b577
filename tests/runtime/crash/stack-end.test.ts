import vm from "node:vm";
import { describe, expect, it } from "vitest";
import { danfoPolicies } from "../../../src/danfo/index.js";
import { definePolicy, type ExecOptions, execRestricted, freezeData } from "../../../src/index.js";
import { execWalls, execWallsAsync, WALLS } from "../../../src/testing/index.js";
import { frameOf, penguins, snapshot } from "../../danfo/host.js";
import { atTheEnd, ENGINES, GUARDED, underFrames } from "./stack-end.js";

it.each(WALLS)(
  "a host function called at the end of the stack runs its finally or never starts: %s",
  (walls) => {
    let started = 0;
    let finished = 0;
    const host = (): void => {
      started++;
      try {
        JSON.stringify([1].map((x) => ({ x })));
      } finally {
        finished++;
      }
    };
    const source = "function f() { try { host() } catch (e) { leak(e) } f() } f()";
    const leaked: unknown[] = [];
    const globals = { host, leak: (e: unknown) => void leaked.push(e) };
    expect(() => execWalls(source, { walls, globals })).toThrow(
      expect.objectContaining({ code: "LIMIT_CALL_DEPTH" }),
    );
    expect(started).toBeGreaterThan(100);
    expect(finished).toBe(started);
    expect(leaked).toEqual([]);
  },
);

class Box {
  readonly pairs: [number, number][] = [[0, 0]];
}
const policy = definePolicy<Box>({
  name: "Box",
  brand: Box,
  members: {
    last: { kind: "get", get: ({ pairs }) => [...(pairs.at(-1) ?? [])].map((x) => ({ x })) },
    add: {
      kind: "method",
      call: ({ pairs }, n) => {
        pairs.push([Number(n), Number(n)]);
      },
    },
  },
});
const frame = frameOf(penguins);
let kinds = 0;
const newRows = (): object[] => {
  kinds++;
  return Array.from({ length: 80 }, (_, id) => ({ id, [`name${kinds}`]: "x" }));
};
const inner = "const twice = (x) => 2 * x; [1, 2].map(twice).join()";

const ACTS: Readonly<Record<string, string>> = {
  "a member of a host object": "box.last[0].x",
  "a member that there is not": "box.nothing",
  "a method of a host object": "box.add(1)",
  "an argument and a result": "echo({ a: [1, { b: new Map([[1, [2]]]) }] })",
  "rows of names that nobody has seen": "rows()[5].id",
  "data that was frozen just now": "frozen()[5].id",
  "a callback": "calls(() => [1, { a: 1 }])",
  "a host function that throws": "fails()",
  "a run inside of the run": "nests()",
  "a method of a frame": "df.Species.unique().length; df.head(2).shape",
  "what is printed": "print({ a: [1, { b: 2 }] }, box); console.table([{ a: 1 }])",
  "an error with a cause": "throw new Error('x', { cause: new TypeError('y') })",
  "the text of a stack": "new Error('x').stack",
  "a refused member": "echo['con' + 'structor']",
};

function options(box: Box): ExecOptions {
  return {
    policies: [policy, ...danfoPolicies],
    globals: {
      box,
      df: frame,
      echo: (x: unknown) => x,
      rows: newRows,
      frozen: () => freezeData(newRows()),
      calls: (f: () => unknown) => f(),
      fails: () => {
        throw Object.assign(new Error("in /home/user/secret.js"), { process });
      },
      nests: () => execRestricted(inner).value,
    },
  };
}

describe.each(Object.keys(ENGINES))("%s, at the end of the stack", (name) => {
  const engine = ENGINES[name] as (typeof ENGINES)[string];
  it.each(Object.keys(ACTS))("%s", (act) => {
    const box = new Box();
    const before = snapshot(frame);
    const { globals, ...rest } = options(box);
    const source = underFrames(ACTS[act] as string);
    const outcomes = atTheEnd((depth) => engine(source, { ...rest, globals: { ...globals, depth } }));
    expect(engine(inner, {})).toBe("2,4");
    expect(outcomes).toEqual([[""], ["LIMIT_CALL_DEPTH"]]);
    expect(box.pairs.filter(([a, b]) => a !== b)).toEqual([]);
    expect(snapshot(frame)).toBe(before);
  });
});

const GUARDS: Readonly<Record<string, ExecOptions["guards"]>> = {
  "a guard of reads": {
    _getattr_: (o: object, k: string) => {
      JSON.stringify([1].map((x) => ({ x })));
      return Reflect.get(o, k);
    },
  },
  "a guard of calls": {
    _call_: (f: (...args: unknown[]) => unknown, args: unknown[]) => {
      JSON.stringify([1].map((x) => ({ x })));
      return f(...args);
    },
  },
};

describe.each(Object.keys(GUARDED))("%s, at the end of the stack", (name) => {
  const engine = GUARDED[name] as (typeof GUARDED)[string];
  it.each(Object.keys(GUARDS))("%s", (guard) => {
    const source = "const act = () => ({ a: 1 }).a; const go = (n) => n === 0 ? act() : go(n - 1); go(depth)";
    const guards = GUARDS[guard] ?? {};
    const outcomes = atTheEnd((depth) => engine(source, { guards, globals: { depth } }));
    expect(engine(inner, {})).toBe("2,4");
    expect(outcomes).toEqual([[1], ["LIMIT_CALL_DEPTH"]]);
  });
});

it("natively the program gets errors of the host's realm", () => {
  const foreign: unknown[] = [];
  const echo = (x: unknown): unknown => JSON.parse(JSON.stringify([{ x }].map((y) => ({ y }))));
  const source = `const act = () => { echo(1) };
    const go = (n) => n === 0 ? act() : go(n - 1);
    for (let n = 1000; n < 20000; n += 7) try { go(n) } catch (e) { if (!(e instanceof Error)) { foreign.push(e); break } }`;
  vm.runInNewContext(source, { echo, foreign });
  expect(foreign).toEqual([expect.any(RangeError)]);
});

it.each([
  "await deep().catch(() => 1)",
  "await deep().then(null, () => 1)",
  "await Promise.allSettled([deep()])",
  "await Promise.any([deep()]).catch(() => 1)",
  "await deep().finally(() => {}).catch(() => 1)",
  "try { await deep() } catch { 1 }",
])("no promise hands out what the engine threw: %s", async (source) => {
  const program = `const go = () => go(); const deep = async () => { await 0; go() }; ${source}`;
  // In the host's realm these two are the engine's, and so is what they collect: there is no other realm to get at.
  const collects = source.includes("allSettled") || source.includes("any");
  for (const walls of WALLS.filter((wall) => wall !== "guards" || !collects))
    await expect(execWallsAsync(program, { walls })).rejects.toMatchObject({ code: "LIMIT_CALL_DEPTH" });
});
