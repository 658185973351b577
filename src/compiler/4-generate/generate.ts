import { type Expression, generate as print } from "../../ast/index.js";
import type { SourceText } from "../../diagnostics/make-diagnostic.js";
import { avoidQuirks } from "./quirks.js";

export interface SourceMap {
  readonly version: number;
  readonly sources: readonly string[];
  readonly names: readonly string[];
  readonly mappings: string;
  readonly sourcesContent?: readonly (string | null)[];
}

export interface Generated {
  readonly code: string;
  readonly map: SourceMap;
}

/** Prints from nodes only: no comments, no spelling of the source's own. */
export function generate(node: Expression, source: SourceText): Generated {
  avoidQuirks(node);
  const options = {
    comments: false,
    sourceMaps: true,
    sourceFileName: source.filename,
    jsescOption: { minimal: false },
  } as const;
  const { code, map } = print(node, options, source.text);
  if (map === null) throw new TypeError("the printer made no source map");
  return { code: `(${code})`, map: shifted(map as unknown as SourceMap) };
}

/** The opening parenthesis moves the first line by one column; nothing of the source is on that line. */
function shifted(map: SourceMap): SourceMap {
  return {
    version: 3,
    sources: map.sources,
    names: map.names,
    mappings: map.mappings,
    ...(map.sourcesContent ? { sourcesContent: map.sourcesContent } : {}),
  };
}
