import type { Series } from "./series.js";

/** What `series.str` gives: the series seen as text. */
export class Strings {
  readonly #series: Series;

  constructor(series: Series) {
    this.#series = series;
    Object.freeze(this);
  }

  static seriesOf(strings: Strings): Series {
    return strings.#series;
  }
}
