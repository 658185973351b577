/**
 * Milliseconds, for differences. The wall clock is what a user waits for. Where others use the machine too, the processor
 * time of the process tells more: `--clock cpu` sets the variable, which threads and children inherit.
 */
export const now =
  process.env.RESTRICTEDJS_BENCH_CLOCK === "cpu"
    ? () => {
        const { user, system } = process.cpuUsage();
        return (user + system) / 1000;
      }
    : () => performance.now();
