/** The release build for synchronous use. Objects go in as JSON, the cheapest way there is for records. */
export const engine = {
  name: "quickjs",
  title: "quickjs-emscripten",
  limit: "time, memory",
  package: "quickjs-emscripten",
  async load() {
    const { getQuickJS, shouldInterruptAfterDeadline } = await import("quickjs-emscripten");
    const quickjs = await getQuickJS();
    return {
      open: (globals) => open(quickjs, shouldInterruptAfterDeadline, globals),
      compile(source) {
        const context = quickjs.newContext();
        const options = { compileOnly: true, type: "global" };
        context.unwrapResult(context.evalCode(`(function () {${source}\n})`, "bench.js", options)).dispose();
        context.dispose();
      },
    };
  },
};

function open(quickjs, deadline, globals) {
  const runtime = quickjs.newRuntime();
  runtime.setMemoryLimit(2 ** 30);
  const context = runtime.newContext();
  const kept = [context.unwrapResult(context.evalCode("JSON.parse"))];
  for (const [name, f] of Object.entries(globals)) {
    const wrapped = (...args) => context.newNumber(f(...args.map((arg) => context.getNumber(arg))));
    context.newFunction(name, wrapped).consume((handle) => context.setProp(context.global, name, handle));
  }
  const enter = (value) => {
    if (typeof value === "number") return context.newNumber(value);
    const text = context.newString(JSON.stringify(value));
    const handle = context.unwrapResult(context.callFunction(kept[0], context.undefined, text));
    text.dispose();
    return handle;
  };
  return {
    make(body, params) {
      const text = `"use strict";(function (${params}) {\n${body}\n})`;
      const run = context.unwrapResult(context.evalCode(text));
      kept.push(run);
      return (...args) => {
        runtime.setInterruptHandler(deadline(Date.now() + 60_000));
        const handles = args.map(enter);
        const result = context.unwrapResult(context.callFunction(run, context.undefined, ...handles));
        for (const handle of handles) handle.dispose();
        return result.consume((handle) => context.dump(handle));
      };
    },
    close() {
      for (const handle of kept) handle.dispose();
      context.dispose();
      runtime.dispose();
    },
  };
}
