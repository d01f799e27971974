/** Is a code among those that a rule names? Codes are prefixes of finer ones, in GB/T 2260 and GB/T 4754 alike. Pure. */

/** `unknown`: the code is too coarse to say. */
export type Scope = 'in' | 'out' | 'unknown'

const within = (code: string, prefixes: readonly string[]): boolean =>
  prefixes.some((prefix) => code.startsWith(prefix))

/** Some of what the code stands for is named, and some is not. */
const touches = (code: string, prefixes: readonly string[]): boolean =>
  prefixes.some((prefix) => prefix.startsWith(code))

/**
 * What is excluded goes first; without `included` everything else is in.
 * @example scopeOf('9041', ['90'], ['904']) // 'out'; '90' itself is 'unknown', since 904 is part of it
 */
export const scopeOf = (
  code: string,
  included: readonly string[],
  excluded: readonly string[] = [],
): Scope => {
  if (within(code, excluded)) return 'out'
  if (included.length === 0 || within(code, included)) return touches(code, excluded) ? 'unknown' : 'in'
  return touches(code, included) ? 'unknown' : 'out'
}

/** A division of GB/T 2260 as far as it says something: 350000 is 35, 350200 is 3502. */
export const divisionStem = (code: string): string => code.replace(/(?:00){1,2}$/, '')
