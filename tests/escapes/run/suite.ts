// What tests ask of vitest, in one process: they run again and again, each time against another mutant of the kernel.
import { chai, JestAsymmetricMatchers, JestChaiExpect, JestExtend } from "@vitest/expect";

chai.use(JestExtend);
chai.use(JestChaiExpect);
chai.use(JestAsymmetricMatchers);

type Body = (...args: unknown[]) => unknown;

interface Test {
  readonly name: string;
  readonly run: () => unknown;
  readonly before: readonly Body[];
}

let tests: Test[] = [];
let before: Body[] = [];
let path: readonly string[] = [];

/** The tests that a file registers while it is loaded. */
export async function registered(load: () => Promise<unknown>): Promise<readonly Test[]> {
  [tests, before, path] = [[], [], []];
  await load();
  return tests;
}

function add(name: string, run: Body): void {
  tests.push({ name: [...path, name].join(" > "), run, before });
}

function group(name: string, run: Body): void {
  const outer = path;
  path = [...path, name];
  run();
  path = outer;
}

/** `$name` and `%s` are left as they are: a name only has to tell where it failed. */
const each =
  (one: (name: string, run: Body) => void) =>
  (rows: readonly unknown[]) =>
  (name: string, run: Body): void => {
    for (const [i, row] of rows.entries()) {
      const shown = typeof row === "string" ? row.slice(0, 60) : `${i + 1}`;
      one(`${name} [${shown}]`, () => run(...(Array.isArray(row) ? row : [row])));
    }
  };

export const it = Object.assign(add, { each: each(add) });
export const test = it;
export const describe = Object.assign(group, { each: each(group) });
export const beforeEach = (run: Body): void => {
  before = [...before, run];
};
export const expect = Object.assign(
  (value: unknown, message?: string): unknown => chai.expect(value, message),
  // `expect.objectContaining` and its kin.
  chai.expect,
);
