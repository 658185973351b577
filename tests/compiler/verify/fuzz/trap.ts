/** Where the program text stands in stack traces. */
export const FILENAME = "damaged-text.js";

/** Makes objects that the program must not touch, and hears when the text itself does. */
export class Traps {
  readonly #made = new WeakSet<object>();
  readonly #note: (operation: string) => void;

  constructor(note: (operation: string) => void) {
    this.#note = note;
  }

  has(value: unknown): boolean {
    return (
      ((typeof value === "object" && value !== null) || typeof value === "function") && this.#made.has(value)
    );
  }

  /** `callable`: whether the text may call it as it is; in the call form a guard does that. */
  make(callable: boolean): object {
    const note = (operation: string): void => {
      // A built-in that was given the object stands between: that is taming's business, not the text's.
      if (calledFromText()) this.#note(operation);
    };
    const trap: object = new Proxy(() => {}, {
      get(_target, key) {
        // Operators convert what they are given, and `await` asks for `then`, without a guard.
        if (key === Symbol.toPrimitive) return () => 1;
        if (key !== "then") note(`reads ${String(key)}`);
        return undefined;
      },
      set: (_target, key) => {
        note(`writes ${String(key)}`);
        return true;
      },
      has: (_target, key) => {
        note(`asks for ${String(key)}`);
        return false;
      },
      deleteProperty: (_target, key) => {
        note(`deletes ${String(key)}`);
        return true;
      },
      defineProperty: (_target, key) => {
        note(`defines ${String(key)}`);
        return true;
      },
      ownKeys: (target) => {
        note("lists keys");
        return Reflect.ownKeys(target);
      },
      getOwnPropertyDescriptor: (target, key) => {
        note(`describes ${String(key)}`);
        return Reflect.getOwnPropertyDescriptor(target, key);
      },
      apply: () => {
        if (!callable) note("calls");
        return trap;
      },
      construct: () => {
        if (!callable) note("constructs");
        return trap;
      },
    });
    this.#made.add(trap);
    return trap;
  }
}

/** Whether the frame that made a trap's handler run is the text's own. */
function calledFromText(): boolean {
  const frames = (new Error().stack ?? "").split("\n").slice(1);
  const outside = frames.find((frame) => !frame.includes("trap.") && !frame.includes("restrictedjs-fuzz"));
  return outside?.includes(FILENAME) === true;
}
