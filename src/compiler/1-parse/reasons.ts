import type { Code } from "../../diagnostics/codes.js";

/** What the parser calls a mistake, in words that say what to do. `$` stands for the token at the place. */
export interface Reason {
  readonly code?: Code;
  readonly message?: string;
  readonly help?: string;
}

const NAME = "Choose another name.";

/** By Babel's own reason codes. Reasons that are not here keep Babel's text, which is plain enough. */
export const REASONS: Readonly<Record<string, Reason>> = Object.freeze({
  StrictWith: { code: "SYNTAX_WITH", message: "`with` is not available." },
  ImportMetaOutsideModule: { code: "SYNTAX_META", message: "`import.meta` is not available." },
  UnexpectedReservedWord: { message: "`$` is a reserved word and cannot be a name.", help: NAME },
  UnexpectedKeyword: { message: "`$` is a reserved word and cannot be a name.", help: NAME },
  UnexpectedStrictEvalArguments: { message: "`$` cannot be a name in strict code.", help: NAME },
  VarRedeclaration: {
    message: "`$` is declared twice.",
    help: "Assign to the first one without `let` or `const`, or choose another name.",
  },
  ParamDupe: { message: "Two parameters have the name `$`.", help: NAME },
  DeclarationMissingInitializer: { help: "Give it a value: `const name = value`; or write `let`." },
  StrictDelete: {
    message: "A variable cannot be deleted.",
    help: "Assign `undefined` to it; `delete` is for members.",
  },
  StrictOctalLiteral: {
    message: "A number does not begin with `0`.",
    help: "Write `0o` for an octal number.",
  },
  IllegalBreakContinue: {
    message: "`$` is only available inside of a loop or a `switch`, or with the label of one.",
    help: "Use `return` to leave a function.",
  },
  UnexpectedSuper: { message: "`super` is only available in methods of a class or an object." },
  UnexpectedNewTarget: { message: "`new.target` is only available in functions and class fields." },
  UnterminatedString: {
    message: "The string has no end.",
    help: "Close it with the quote it begins with, on the same line.",
  },
  UnterminatedTemplate: { message: "The template has no end.", help: "Close it with a backtick." },
  UnterminatedComment: { message: "The comment has no end.", help: "Close it with `*/`." },
  UnterminatedRegExp: { message: "The regular expression has no end.", help: "Close it with `/`." },
  MixingCoalesceWithLogical: {
    message: "`??` does not stand beside `||` or `&&` without parentheses.",
    help: "Write `(a ?? b) || c` or `a ?? (b || c)`.",
  },
  UnexpectedTokenUnaryExponentiation: {
    message: "A sign before `**` needs parentheses.",
    help: "Write `(-1) ** 2` or `-(1 ** 2)`.",
  },
  InvalidLhs: { help: "Only names, members and patterns can be assigned; `===` compares." },
  InvalidCoverInitializedName: {
    message: "`=` gives a default only in a pattern.",
    help: "In an object write `name: value`.",
  },
  UnexpectedLexicalDeclaration: {
    message: "A declaration needs a block here.",
    help: "Put braces around it.",
  },
  NoCatchOrFinally: { message: "`try` needs a `catch` or a `finally`." },
  NewlineAfterThrow: { message: "What `throw` throws stands on the same line." },
  DuplicateConstructor: { message: "A class has one constructor." },
  YieldNotInGeneratorFunction: {
    message: "`yield` is only available in a generator.",
    help: "Write `function* name() { … }`.",
  },
  AwaitNotInAsyncContext: { message: "`await` is only available in an `async` function." },
  RecordExpressionBarIncorrectStartSyntaxType: { code: "SYNTAX_PROPOSAL" },
});

/** Syntax that the parser knows and was not asked to read. */
export const PLUGINS: Readonly<Record<string, Reason>> = Object.freeze({
  jsx: { code: "SYNTAX_JSX", message: "JSX is not available." },
  decorators: { code: "SYNTAX_DECORATOR", message: "Decorators are not available." },
  optionalChainingAssign: {
    message: "A member behind `?.` cannot be assigned.",
    help: "Test first: `if (object) object.member = value;`.",
  },
});
