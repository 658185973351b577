import type { SiteInfo } from "../host.js";

/** `undefined`, or `object null`: how the engine prints a value that it has no source text for. */
export function printed(value: unknown): string {
  switch (typeof value) {
    case "string":
      return `string "${value}"`;
    case "number":
    case "boolean":
      return `${typeof value} ${value}`;
    default:
      return value === null ? "object null" : typeof value;
  }
}

const NO_ITERATOR = "is not iterable (cannot read property Symbol(Symbol.iterator))";

/** What the engine itself says behind the name of what is spread: its versions differ. */
const SPREAD_OF_NOTHING: string = (() => {
  const nothing = undefined as unknown as unknown[];
  try {
    Math.max(...(nothing as number[]));
  } catch (error) {
    const { message } = error as Error;
    return /^\w+ is not iterable/.test(message) ? message.replace(/^\w+/, "") : message;
  }
  return " is not iterable";
})();

const SPREAD_OF_OTHER: string = (() => {
  try {
    Math.max(...(5 as unknown as number[]));
  } catch (error) {
    return (error as Error).message;
  }
  return "";
})();

/** The engine's message for an operation on `undefined` or `null`. */
export function ofNothing(site: SiteInfo, value: undefined | null): string {
  const { name, text } = site;
  const what = `${value}`;
  switch (site.op) {
    case "write":
      return `Cannot set properties of ${what}${name === null ? "" : ` (setting '${name}')`}`;
    case "delete":
      return "Cannot convert undefined or null to object";
    case "iterate":
      return notIterable(site);
    case "arguments":
      return SPREAD_OF_NOTHING[0] === " " ? `${text}${SPREAD_OF_NOTHING}` : SPREAD_OF_NOTHING;
    case "yield":
      return site.called === true
        ? `yield* (intermediate value) is not iterable`
        : `${printed(value)} ${NO_ITERATOR}`;
    case "unpack":
      return text === "" ? `${printed(value)} ${NO_ITERATOR}` : `${text} is not iterable`;
    case "pattern": {
      const of = text === "" ? printed(value) : text;
      return name === null
        ? `Cannot destructure '${of}' as it is ${what}.`
        : `Cannot destructure property '${name}' of '${of}' as it is ${what}.`;
    }
    case "class":
      return `Class extends value ${what} is not a constructor or null`;
    case "operator":
      return "Right-hand side of 'instanceof' is not an object";
    default:
      return `Cannot read properties of ${what}${name === null ? "" : ` (reading '${name}')`}`;
  }
}

/** The engine's message for an operation on something that cannot take part in it. */
export function ofOther(site: SiteInfo, value?: { readonly it: unknown }): string {
  const text = site.text === "" ? "(intermediate value)" : site.text;
  switch (site.op) {
    case "construct":
      return `${text} is not a constructor`;
    case "iterate":
      return notIterable(site);
    case "arguments":
      return SPREAD_OF_OTHER;
    case "yield":
    case "unpack":
      if (site.text !== "" && site.op === "unpack") return `${text} is not iterable`;
      return value === undefined ? `${text} is not iterable` : `${printed(value.it)} ${NO_ITERATOR}`;
    default:
      return `${text} is not a function`;
  }
}

function notIterable({ text, called }: SiteInfo): string {
  return `${text} is not ${called === true ? "a function or its return value is not iterable" : "iterable"}`;
}
