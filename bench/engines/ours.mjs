import { compileRestricted, execRestricted, freezeData, RestrictedExpression } from "../../dist/index.js";

const limits = { steps: 2 ** 50, timeMs: 600_000, allocatedBytes: 2 ** 40 };

/** Both forms and both realms; every wall and every limit is on. */
export function ours(guards, realm) {
  return {
    open(globals) {
      const options = { limits, realm, globals };
      return {
        make: (body, params) => execRestricted(compiled(body, guards, params), options).value,
        // Expressions have the default form of their realm.
        expression: (source, name) => {
          if (guards === "call" && realm === "isolated") return undefined;
          const expression = new RestrictedExpression(source, options);
          return (value) => expression.eval({ [name]: value });
        },
        keep: freezeData,
        close() {},
      };
    },
    compile: (source) => {
      compiled(source, guards, []);
    },
  };
}

function compiled(body, guards, params) {
  const program = compileRestricted(body, { mode: "function", guards, params });
  if (!program.ok) throw new Error(program.errors.join("\n"));
  return program;
}
