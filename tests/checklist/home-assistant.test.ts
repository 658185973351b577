import { describe, expect } from "vitest";
import { compileRestricted, definePolicy, execRestricted, execRestrictedAsync } from "../../src/index.js";
import { FORMS, failure, run } from "../support/run.js";
import { covers, refused, values } from "./support.js";

class States {
  #all = new Map([["hello.world", "ready"]]);
  get(id: string): string | undefined {
    return this.#all.get(id);
  }
  remove(id: string): void {
    this.#all.delete(id);
  }
}
const states = definePolicy<States>({
  name: "States",
  brand: States,
  members: { get: { kind: "method", call: (s, [id]) => s.get(String(id)) } },
});

describe("automations", () => {
  covers("test_execute_with_data", () => {
    const hass = { states: new States() };
    for (const form of FORMS)
      expect(
        run(
          "hass.get(data.name) === data.want",
          {
            globals: { hass: hass.states, data: { name: "hello.world", want: "ready" } },
            policies: [states],
          },
          form,
        ).value,
      ).toBe(true);
  });

  covers("test_execute_warns_print", () => {
    const lines: string[] = [];
    for (const guards of FORMS)
      execRestricted(compileRestricted("print('This is a test')", { guards }), {
        onPrint: ({ text, line }) => void lines.push(`${line}: ${text}`),
      });
    expect(lines).toEqual(["1: This is a test", "1: This is a test"]);
  });

  covers("test_execute_logging", () => {
    for (const form of FORMS)
      expect(
        run(
          "console.info('a', 1); console.warn('b'); console.error('c'); console.debug('d')",
          {},
          form,
        ).printed.map((l) => `${l.level} ${l.text}`),
      ).toEqual(["info a 1", "warn b", "error c", "debug d"]);
  });

  covers("test_execute_compile_error", () => {
    expect(refused(compileRestricted("this is not valid javascript"))[0]).toBe("1 SYNTAX_ERROR");
    expect(() => execRestricted("\nthis is not valid javascript")).toThrow(
      expect.objectContaining({ name: "CompileError", position: expect.objectContaining({ line: 2 }) }),
    );
  });

  covers("test_execute_runtime_error", () => {
    for (const form of FORMS) {
      const error = failure("1;\nthrow new Error('boom')", {}, form);
      expect([error.name, error.message, error.position?.line]).toEqual(["GuestError", "Error: boom", 2]);
    }
  });

  covers("test_accessing_async_methods", async () => {
    const asyncStop = async (): Promise<string> => "stopped";
    for (const guards of FORMS) {
      const seen = run(
        "const p = stop(); [p instanceof Promise]",
        { globals: { stop: asyncStop } },
        guards,
      ).value;
      expect(seen).toEqual([true]);
      const program = compileRestricted("await stop()", { async: true, guards });
      expect((await execRestrictedAsync(program, { globals: { stop: asyncStop } })).value).toBe("stopped");
    }
  });

  covers("test_accessing_forbidden_methods", () => {
    for (const form of FORMS) {
      const options = { globals: { hass: new States(), stop: () => 1 }, policies: [states] };
      expect(failure("hass.remove('hello.world')", options, form).message).toMatch(
        /remove is not a function/,
      );
      for (const [source, name] of [
        ["hass.constructor", "constructor"],
        ["stop.caller", "caller"],
        ["Math.__proto__", "__proto__"],
      ] as const)
        expect(compileRestricted(source, { guards: form }).errors[0]?.message).toContain(`\`${name}\``);
    }
  });

  values([
    {
      row: "test_using_complex_structures",
      source:
        "const mydict = { a: 1, b: [2, { c: 3 }] }; const mylist = [1, mydict, [4]]; [mydict.b[1].c, mylist[1].a, mylist[2][0]]",
      value: [3, 1, 4],
    },
    {
      row: "test_iterating",
      source: "let n = 0; for (const i of [1, 2]) { for (const j of 'ab') n += i } n",
      value: 6,
    },
    {
      row: "test_using_enumerate",
      source: "const out = []; for (const [i, v] of enumerate(['b', 'a'])) out.push(i, v); out",
      value: [0, "b", 1, "a"],
      native: false,
    },
    {
      row: "test_unpacking_sequence",
      source: "const [a, b] = [1, 2]; const pairs = [[3, 4]].map(([c, d]) => c * d); [a + b, ...pairs]",
      value: [3, 12],
    },
    {
      row: "test_execute_sorted",
      source:
        "const a = sorted([3, 1, 2]); const b = sorted(['bb', 'a'], { key: (s) => s.length, reverse: true }); [a, b]",
      value: [
        [1, 2, 3],
        ["bb", "a"],
      ],
      native: false,
    },
    {
      row: "test_execute_functions",
      source: "function a() { return b() + 1 } function b() { return 41 } const c = () => a(); c()",
      value: 42,
    },
    {
      row: "test_prohibited_augmented_assignment_operations",
      source:
        "let a = 10; a += 20; a *= 5; let b = ['ab']; b.push(...['cd']); let c = 'a'; c += 'b'; c *= 2; [a, b, Number.isNaN(c)]",
      value: [150, ["ab", "cd"], true],
    },
  ]);

  covers("test_exposed_modules", () => {
    const modules = {
      time: { strftime: (s: string) => s.replace("%Y", "1970") },
      "date/utils": { year: 2024 },
    };
    const source =
      "import { strftime } from 'time'; import * as utils from 'date/utils'; strftime('%Y') + utils.year";
    for (const guards of FORMS) {
      const program = compileRestricted(source, { imports: Object.keys(modules), guards });
      expect(execRestricted(program, { modules }).value).toBe("19702024");
    }
  });

  covers("test_sleep_warns_one", () => {
    const { warnings, ok } = compileRestricted("setTimeout(() => 1, 10)");
    expect([ok, warnings.map((d) => d.code)]).toEqual([true, ["NAME_ABSENT"]]);
    expect(warnings[0]?.help).toMatch(/\S/);
    for (const form of FORMS)
      expect(failure("setTimeout(() => 1, 10)", {}, form).message).toMatch(/setTimeout is not defined/);
  });
});

describe("output", () => {
  covers("test_execute_with_output", () => {
    for (const form of FORMS) {
      const { value, bindings } = run(
        "const output = { result: `hello ${data.name}` }; output",
        { globals: { data: { name: "world" } } },
        form,
      );
      expect([value, bindings["output"]]).toEqual([{ result: "hello world" }, { result: "hello world" }]);
    }
  });

  covers("test_execute_no_output", () => {
    for (const form of FORMS) {
      const { value, bindings, printed } = run("if (false) 1;", {}, form);
      expect([value, Object.keys(bindings), printed]).toEqual([undefined, [], []]);
    }
  });

  covers("test_execute_wrong_output_type", () => {
    for (const form of FORMS)
      for (const [source, code] of [
        ["() => 1", "EXPORT_FUNCTION"],
        ["[class {}]", "EXPORT_FUNCTION"],
        ["new WeakMap()", "EXPORT_TYPE"],
        ["({ get a() { return 1 } })", "EXPORT_TYPE"],
      ] as const) {
        const result = run(source, {}, form);
        expect(() => result.value).toThrow(expect.objectContaining({ code }));
      }
  });
});
