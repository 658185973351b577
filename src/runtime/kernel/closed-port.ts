import type { HostPort } from "./host.js";

const { apply } = Reflect;

/**
 * The host's functions that the kernel calls in passing: for the time, for a place, for a text. At the end of the stack the
 * engine throws in the middle of them, an error of the host's realm with the host's frames: the guest gets one of its own.
 * `facet`, `unauthorized` and `watch` have a catch around them where they are called.
 */
export function closedPort(port: HostPort, rebuilt: (foreign: unknown) => object): HostPort {
  const { now, frame, depth, isError, describe } = port;
  const closed =
    <A extends unknown[], R>(ask: (...args: A) => R): ((...args: A) => R) =>
    (...args) => {
      try {
        return apply(ask, undefined, args) as R;
      } catch (foreign) {
        throw rebuilt(foreign);
      }
    };
  return {
    __proto__: null,
    facet: port.facet,
    unauthorized: port.unauthorized,
    watch: port.watch,
    now: closed(now),
    frame: closed(frame),
    depth: closed(depth),
    isError: closed(isError),
    describe: closed(describe),
  } as HostPort;
}
