#!/usr/bin/env node
import { runCli } from "./cli.js";
import { processIo } from "./io.js";

// A reader that closes early (`restrictedjs … | head -1`) is no failure of ours.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
}

process.exitCode = await runCli(process.argv.slice(2), processIo());
