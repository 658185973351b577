// What a workload is. `prepare(sandbox, size)` returns what is timed: `run()` gives the value that must be equal in every
// engine, `before()`, where there is one, makes ready for the next run outside the time. `operations(size)` says what one
// run's time is divided by where a figure per operation is wanted. The sizes are in proportion to the work.

/** A program that computes: the body of a function of no arguments. */
export function computes(name, title, sizes, body) {
  return {
    name,
    title,
    kind: "compute",
    sizes,
    prepare(engine, size) {
      const sandbox = engine.open({});
      return { run: sandbox.make(body(size), []), close: () => sandbox.close() };
    },
  };
}

/** Work at the border between host and guest. */
export function crosses(name, title, sizes, prepare, operations) {
  return { name, title, kind: "border", sizes, prepare, operations };
}

/** Measured in processes of their own, by `measure/processes.mjs`. */
export function inProcesses(name, title, script, unit) {
  return { name, title, kind: "process", script, unit };
}
