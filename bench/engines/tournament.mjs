// It knows no globals but those it is given.
const GIVEN = { Array, Object, Math, JSON, Map, Set, Number, String, RegExp };

/** The expression compiler alone: its checks are hooks that its users bring, and it has no limits. */
export const engine = {
  name: "tournament",
  title: "@n8n/tournament",
  limit: "none",
  package: "@n8n/tournament",
  async load() {
    const { Tournament } = await import("@n8n/tournament");
    const fail = (error) => {
      throw error;
    };
    return {
      open(globals) {
        const tournament = new Tournament(fail);
        return {
          make: (body, params) =>
            tournament.execute(template(`(function (${params}) {\n${body}\n})`), { ...GIVEN, ...globals }),
          close() {},
        };
      },
      compile: (source) =>
        void new Tournament(fail).getExpressionCode(template(`(function () {${source}\n})`)),
    };
  },
};

/** Two closing braces end an expression of its. */
function template(code) {
  return `{{ ${code.replaceAll("}}", "} }")} }}`;
}
