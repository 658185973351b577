/** Strict code of the process itself, with no wall at all: what all others are compared with. */
export const strict = {
  open(globals) {
    const names = Object.keys(globals);
    return {
      make: (body, params) =>
        new Function(...names, `"use strict"; return function (${params}) {\n${body}\n};`)(
          ...Object.values(globals),
        ),
      close() {},
    };
  },
  compile: (source) => void new Function(`"use strict";${source}`),
};
