import type { Node } from "../../ast/index.js";

type Loc = Node["loc"];

/** What the last piece of text was, as far as the next one has to keep away from it. */
const NOTHING = 0;
const TEXT = -1;
const WHOLE_NUMBER = -2;
const WORD = -3;

const NEWLINE = 10;
const PLUS = 43;
const MINUS = 45;
const DOT = 46;
const SLASH = 47;

/** What an expression stands first in, where its own first token would mean something else. */
export const IN_STATEMENT = 1;
export const IN_ARROW = 2;
export const IN_FOR_OF = 4;
/** In the head of a `for`, where the operator `in` would be the loop's; stays until a bracket. */
export const IN_FOR_HEAD = 8;

const INDENTS: readonly string[] = Array.from({ length: 40 }, (_, i) => "  ".repeat(i));

/**
 * The text so far, and for each token the place it comes from: four numbers (line and column of the text, line and column
 * of the source) where that place changes. Lines count from 0 in both, columns too.
 */
export class Writer {
  readonly places: number[] = [];
  /** What the next token stands first in. */
  context = 0;
  #depth = 0;
  #line = 0;
  #column = 0;
  #text = "";
  /** What was put since: a short text to add to. */
  #recent = "";
  #last = NOTHING;
  #sourceLine = -1;
  #sourceColumn = 0;
  #marked = -1;
  #markedLine = -1;
  #markedColumn = -1;

  /** The tokens that follow come from where a node begins. */
  from(loc: Loc): void {
    if (!loc) return;
    this.#sourceLine = loc.start.line - 1;
    this.#sourceColumn = loc.start.column;
  }

  /** … or from where it ends; `back` is 1 for its last character. */
  fromEnd(loc: Loc, back = 0): void {
    if (!loc) return;
    this.#sourceLine = loc.end.line - 1;
    this.#sourceColumn = Math.max(loc.end.column - back, 0);
  }

  /** A name, keyword, number or regular expression. */
  word(text: string): void {
    this.context &= IN_FOR_HEAD;
    const last = this.#last;
    if (last === WORD || last === WHOLE_NUMBER || (last === SLASH && text.charCodeAt(0) === SLASH))
      this.#put(" ");
    this.#put(text);
    this.#last = WORD;
  }

  /** A word and the space behind it. */
  keyword(text: string): void {
    this.word(text);
    this.space();
  }

  /** A name has a place of its own, even where what stands in front of it has the same. */
  name(text: string): void {
    this.#marked = -1;
    this.word(text);
    this.#marked = -1;
  }

  number(text: string): void {
    this.word(text);
    if (/^[\d_]+$/.test(text)) this.#last = WHOLE_NUMBER;
  }

  /** Punctuation of one character, or an operator. */
  token(text: string): void {
    this.context &= IN_FOR_HEAD;
    const first = text.charCodeAt(0);
    const last = this.#last;
    const merges =
      ((first === PLUS || first === MINUS) && last === first) ||
      (first === DOT && last === WHOLE_NUMBER) ||
      // `<!--` begins a comment.
      (text === "--" && last === 33);
    if (merges) this.#put(" ");
    this.#put(text);
    this.#last = text.length === 1 ? first : TEXT;
  }

  comma(): void {
    this.token(",");
    this.space();
  }

  /** An operator between two operands: it ends in what the next one must not go on with. */
  operator(text: string): void {
    this.space();
    if (text.charCodeAt(0) === 105) this.word(text);
    else this.token(text);
    this.space();
  }

  /** A literal that may have line breaks in it. */
  literal(text: string): void {
    this.context &= IN_FOR_HEAD;
    this.#put(text);
    this.#last = TEXT;
    this.#breaks(text);
  }

  space(): void {
    this.#put(" ");
    this.#last = TEXT;
  }

  /** Ends the line, unless it has nothing in it. */
  newline(): void {
    if (this.#last === NEWLINE) return;
    this.emptyLine();
  }

  emptyLine(): void {
    this.#text += `${this.#recent}\n`;
    this.#recent = "";
    this.#last = NEWLINE;
    this.#line++;
    this.#column = 0;
  }

  indent(): void {
    this.#depth++;
  }

  dedent(): void {
    this.#depth--;
  }

  get text(): string {
    return this.#text + this.#recent;
  }

  endsWith(character: number): boolean {
    return this.#last === character;
  }

  #put(text: string): void {
    if (this.#last === NEWLINE) {
      this.#recent = INDENTS[this.#depth] ?? "  ".repeat(this.#depth);
      this.#column = this.#recent.length;
    }
    if (
      this.#sourceLine >= 0 &&
      (this.#line !== this.#marked ||
        this.#sourceColumn !== this.#markedColumn ||
        this.#sourceLine !== this.#markedLine)
    )
      this.#mark(this.#column, this.#sourceLine, this.#sourceColumn);
    this.#recent += text;
    this.#column += text.length;
  }

  #mark(column: number, line: number, sourceColumn: number): void {
    this.places.push(this.#line, column, line, sourceColumn);
    this.#marked = this.#line;
    this.#markedLine = line;
    this.#markedColumn = sourceColumn;
  }

  /** Line breaks inside a literal, in the text as in the source. */
  #breaks(text: string): void {
    let line = this.#sourceLine;
    for (let i = text.indexOf("\n"); i >= 0; i = text.indexOf("\n", i + 1)) {
      this.#line++;
      this.#column = text.length - i - 1;
      line++;
      if (this.#sourceLine >= 0 && i + 1 < text.length) this.#mark(0, line, 0);
    }
  }
}
