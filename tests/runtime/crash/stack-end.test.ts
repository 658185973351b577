import { expect, it } from "vitest";
import { execWalls, WALLS } from "../../../src/testing/index.js";

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
