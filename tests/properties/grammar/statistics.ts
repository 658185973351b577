import type { Verdict } from "./compare/compare.js";

/** What became of many programs. */
export class Statistics {
  readonly kinds: Record<Verdict["kind"], number> = {
    same: 0,
    known: 0,
    guarded: 0,
    limited: 0,
    different: 0,
  };
  readonly reasons = new Map<string, number>();

  add({ kind, detail }: Verdict): void {
    this.kinds[kind]++;
    if (kind === "same" || kind === "different") return;
    const reason = `${kind}: ${detail}`;
    this.reasons.set(reason, (this.reasons.get(reason) ?? 0) + 1);
  }

  get total(): number {
    return Object.values(this.kinds).reduce((sum, n) => sum + n, 0);
  }

  /** From 0 to 1. */
  share(kind: Verdict["kind"]): number {
    return this.total === 0 ? 0 : this.kinds[kind] / this.total;
  }

  toString(): string {
    const parts = Object.entries(this.kinds).map(([kind, n]) => `${kind} ${n}`);
    return `${this.total} programs: ${parts.join(", ")}`;
  }
}
