/** A message may quote a name, and a name may be as long as the source. */
const LONGEST = 300;

/** A parser's message without the place that it ends in. */
export function plainMessage(message: string): string {
  return message.replace(/\s*\(\d+:\d+\)$/, "").slice(0, LONGEST);
}
