import { describe, expect, it } from "vitest";
import { compileRestricted } from "../../src/index.js";
import { failure, native, run } from "../support/run.js";

const CLASS = "class A { constructor() { this.seen = this.PI; } } function F() {}";
const KEY = "const p = 'proto' + 'type';";
/** Ways to let the constructor of a class without `extends` see an object that is not its own new one. */
const ATTEMPTS: readonly string[] = [
  "Reflect.construct(A, [], F).seen",
  "A.call(Math); Math.seen",
  "A.apply(Math, []); Math.seen",
  "A.bind(Math)(); Math.seen",
  "new (A.bind(Math))().seen",
  "A.prototype = Math; new A().seen",
  "A[p] = Math; new A().seen",
  "F[p] = Math; class B extends F {} new B() instanceof A; A.call(new B())",
  "Object.setPrototypeOf(A.prototype, Math); new A().seen",
  "Object.setPrototypeOf(A, F); new A().seen",
  "Object.defineProperty(A, 'prototype', { value: Math }); new A().seen",
  "class B extends A {} B.prototype = Math; new B().seen",
  "class B extends F { constructor() { return Math; } } A.call(new B()); Math.seen",
  "const o = Object.create(Math); A.call(o); o.seen",
  "Array.of.call(A, 1).seen",
  "Array.from.call(A, [1]).seen",
  "class B extends Array { static get [Symbol.species]() { return A; } } new B(3).map(() => 1).seen",
];

describe("`this` of a new object needs no guard", () => {
  it("stays unguarded in the base class's constructor and its arrows only", () => {
    const code = (source: string): string => compileRestricted(source).code ?? "";
    expect(code("class A { constructor() { const f = () => { this.x = 1; }; f(); } }")).toContain(
      "this.x = 1",
    );
    expect(code("class A { constructor() { const f = function () { this.x = 1; }; } }")).toMatch(
      /_w\d+_\(this\)/,
    );
    expect(code("class A extends B { constructor() { super(); this.x = 1; } }")).toMatch(/_w\d+_\(this\)/);
    expect(code("class A { m() { this.x = 1; } }")).toMatch(/_w\d+_\(this\)/);
    expect(run("class A { constructor() { this.x = 1; this.x++; } } new A().x").value).toBe(2);
  });

  it("what a base class returns is guarded where it becomes `this`", () => {
    const source =
      "class B { constructor() { return Math; } } class C extends B { constructor() { super(); this.x = 1; } } new C()";
    expect(failure(source).code).toBe("GUARD_WRITE");
    expect(
      native("class B { constructor() { return Math; } } class C extends B { x = 1 } new C() === Math"),
    ).toBe(true);
  });

  it("natively another prototype is possible", () => {
    expect(native(`${CLASS} F.prototype = Math; Reflect.construct(A, [], F).seen`)).toBe(Math.PI);
  });

  it.each(ATTEMPTS)("no program gets another object there: %s", (attempt) => {
    const body = attempt.replace(/([^;]+)$/, " return $1");
    const source = `${CLASS} ${KEY} let seen; try { seen = (() => { ${body} })(); } catch { seen = null; } [seen, Math.seen]`;
    const program = compileRestricted(source);
    if (!program.ok) {
      expect(program.errors.map((e) => e.code)).toEqual([
        `NAME_${/Reflect/.test(attempt) ? "FORBIDDEN" : "MEMBER"}`,
      ]);
      return;
    }
    const [seen, onMath] = run(source).value as [unknown, unknown];
    expect([undefined, null]).toContain(seen);
    expect(onMath).toBeUndefined();
  });
});
