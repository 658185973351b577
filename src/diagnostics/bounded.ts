const LONGEST_MESSAGE = 10_000;
const LONGEST_NAME = 1_000;

/** A program may put what it likes into a message; logs, audits and terminals of the host's get the beginning. */
export function bounded(message: string): string {
  if (message.length <= LONGEST_MESSAGE) return message;
  return `${message.slice(0, LONGEST_MESSAGE)} … (${message.length} characters in all)`;
}

/** The beginning of a name, which stands in texts beside others. */
export function boundedName(name: string): string {
  return name.slice(0, LONGEST_NAME);
}
