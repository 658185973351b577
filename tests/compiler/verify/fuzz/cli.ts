import { parseArgs } from "node:util";
import { ignoreRejections } from "../../../properties/grammar/property.js";
import { fuzzVerifier, table } from "./fuzz.js";

const USAGE = `npm run fuzz:verify -- [--runs N] [--seed N] [--programs N] [--show N] [--full]

Damages proved program texts and asks the verifier about each.
  --runs N      damages to try (100000)
  --seed N      where to begin (the time)
  --programs N  random programs beside the conformance programs (300)
  --show N      holes to print (5)
  --full        print their whole texts`;

const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "100000" },
    seed: { type: "string", default: String(Date.now() % 1_000_000_000) },
    programs: { type: "string", default: "300" },
    show: { type: "string", default: "5" },
    full: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});

function number(name: "runs" | "seed" | "programs" | "show"): number {
  const value = Number(values[name]);
  if (!Number.isSafeInteger(value) || value < 0)
    throw new TypeError(`--${name} takes a whole number.\n${USAGE}`);
  return value;
}

/** What differs, and a little around it. */
function around(code: string, other: string): string {
  if (values.full) return code;
  let at = 0;
  while (at < code.length && code[at] === other[at]) at++;
  let end = 0;
  while (end < code.length - at && end < other.length - at && code.at(-1 - end) === other.at(-1 - end)) end++;
  return code.slice(Math.max(0, at - 300), code.length - end + 200).replace(/\s+/g, " ");
}

if (values.help) console.log(USAGE);
else {
  const restore = ignoreRejections();
  console.log(`seed ${number("seed")}`);
  const report = fuzzVerifier({ seed: number("seed"), runs: number("runs"), programs: number("programs") });
  console.log(table(report));
  console.log(`${report.holes.length} holes`);
  for (const { kind, form, why, before, code } of report.holes.slice(0, number("show")))
    console.log(
      `\n${form}, ${kind}: ${why}\nproved:  ${around(before, code)}\ndamaged: ${around(code, before)}`,
    );
  restore();
  process.exitCode = report.holes.length === 0 ? 0 : 1;
}
