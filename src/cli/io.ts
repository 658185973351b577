import { visible } from "./output/visible.js";

/** Everything of the process that commands use. */
export interface CliIo {
  /** Relative file names start here. */
  readonly cwd: string;
  /** All of standard input. */
  stdin(): Promise<Uint8Array>;
  out(text: string): void;
  err(text: string): void;
}

export function processIo(): CliIo {
  return {
    cwd: process.cwd(),
    stdin: async () => {
      const chunks: Uint8Array[] = [];
      for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array);
      return Buffer.concat(chunks);
    },
    out: (text) => write(process.stdout, text),
    err: (text) => write(process.stderr, text),
  };
}

function write(stream: NodeJS.WriteStream, text: string): void {
  // What a guest prints must not drive the terminal (titles, clipboard, cursor): control characters are shown instead.
  stream.write(stream.isTTY ? visible(text) : text);
}
