import type { RunSettings } from "./options.js";
import type { Run } from "./run.js";

/** Settles with the guest's promise, or with the limit that ends the wait. Boxed, so that a guest's `then` is not called. */
export async function guestPromise(run: Run, promise: object, settings: RunSettings): Promise<unknown> {
  const { kernel, budget, gate } = run.session;
  let timer: NodeJS.Timeout | undefined;
  let onAbort: (() => void) | undefined;
  try {
    const box = await new Promise<{ readonly value: unknown }>((resolve, reject) => {
      const end = (code: "LIMIT_TIME" | "LIMIT_ABORTED", message: string): void => {
        try {
          budget?.kill(code, message);
        } catch (death) {
          reject(run.fail(death));
        }
      };
      timer = setTimeout(
        () => end("LIMIT_TIME", `The program ran for more than ${settings.limits.timeMs} ms.`),
        settings.limits.timeMs,
      );
      onAbort = (): void => end("LIMIT_ABORTED", "The host stopped the program.");
      settings.signal?.addEventListener("abort", onAbort, { once: true });
      // A promise that is settled already answers before the realm is left.
      gate.within(budget, () =>
        kernel.then(
          promise,
          (value) => resolve({ value }),
          (error) => reject(run.fail(error)),
        ),
      );
    });
    return box.value;
  } finally {
    clearTimeout(timer);
    if (onAbort !== undefined) settings.signal?.removeEventListener("abort", onAbort);
  }
}
