/** An expression that is longer is refused: nothing can end the engine while it reads it. */
export const LONGEST_EXPRESSION: number = 2 ** 17;
/** Each is a table of hundreds of ranges, which the engine makes anew each time. */
export const MOST_UNICODE_PROPERTIES = 80;
