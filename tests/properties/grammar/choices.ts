/** Small choices read from one number, as digits of mixed radix. Zero takes the first of everything. */
export class Choices {
  #rest: number;

  constructor(n: number) {
    this.#rest = n;
  }

  /** A number from 0 to `count - 1`. */
  int(count: number): number {
    if (count <= 1) return 0;
    const digit = this.#rest % count;
    this.#rest = Math.floor(this.#rest / count);
    return digit;
  }

  pick<T>(list: readonly [T, ...T[]]): T {
    return list[this.int(list.length)] as T;
  }

  /** True `times` out of `of`; never for zero. */
  chance(times: number, of: number): boolean {
    return this.int(of) >= of - times;
  }
}
