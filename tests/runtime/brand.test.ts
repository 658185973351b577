import { expect, it } from "vitest";
import { execRestricted } from "../../src/index.js";

const forged = (): Record<string, unknown> => JSON.parse('{"_safe_":true,"_open_":true,"x":1,"in":{"y":1}}');

it("host data that carries the brand's name is copied like any other", () => {
  const data = forged();
  // By the property alone it would pass for the guest's own.
  expect(data._safe_).toBe(true);
  const { value } = execRestricted(
    "data.x = 2; data.z = 3; data.in.y = 4; [data, read().x, Object.keys(data)]",
    {
      globals: { data, read: () => Object.assign(data, { list: [forged()] }) },
    },
  );
  expect(value).toEqual([{ x: 2, z: 3, in: { y: 4 } }, 1, ["x", "in", "z"]]);
  expect(data.x).toBe(1);
  expect(data.in).toEqual({ y: 1 });
});

it("a class instance does not pass for the guest's own by the brand's name", () => {
  class Secret {
    _safe_ = true;
  }
  expect(() => execRestricted("s", { globals: { s: new Secret() } })).toThrow(
    expect.objectContaining({ code: "HOST_TYPE" }),
  );
  const f = Object.assign(() => 1, { _safe_: true, _open_: true });
  expect(() => execRestricted("f.x = 1", { globals: { f } })).toThrow(
    expect.objectContaining({ code: "GUARD_WRITE" }),
  );
  expect(Object.keys(f)).toEqual(["_safe_", "_open_"]);
});

it("what the guest made comes back through a guard as itself", () => {
  const seen =
    "const o = { a: 1 }, n = Object.create(null), f = () => 1; n.a = 2; [o.a, n.a, [o].indexOf(o), [f].indexOf(f)]";
  const through = { _getattr_: (o: Record<string, unknown>, k: string) => o[k] };
  expect(execRestricted(seen, { guards: through as never }).value).toEqual([1, 2, 0, 0]);
});
