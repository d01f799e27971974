/**
 * One rule for every text that a person types: names, reasons, purposes. The contract's `personText` checks it, forms ask
 * it as one types, and what was stored before there was a rule is shown through `shownText`.
 */
import {
  isControl,
  isFormat,
  isJoiner,
  isLetter,
  isMark,
  isScriptMark,
  isSeen,
  isTag,
  mayJoin,
  turnsDirection,
} from './characters'

/**
 * `direction`: turns the writing round, so that what is read is not what was typed. `control`: no character of a text.
 * `unseen`: nothing in it can be seen.
 */
export type TextProblem = 'direction' | 'control' | 'unseen'

/** Nothing but printable ASCII: as it stands, and the usual case of a number. */
const PLAIN = /^[\x20-\x7e]*$/
const FLAG = '\u{1f3f4}'

/** More than a letter of any script carries: from there on they run over the lines above and below. */
const MOST_MARKS = 6

/** Does a joiner between these two join? After a script's own mark it shapes it, as Malayalam writes at a word's end. */
const joins = (before: string, after: string | undefined): boolean =>
  isScriptMark(before) || (mayJoin(before) && after !== undefined && mayJoin(after))

/** A mark without anything to stand on would land on whatever is printed before it. */
const stands = (kept: readonly string[]): boolean => {
  const before = kept.at(-1) ?? ' '
  return !/^\s$/.test(before) && !(kept.length > MOST_MARKS && kept.slice(-MOST_MARKS).every(isMark))
}

/** Kept at its place? `kept` is what stands before it. */
const stays = (character: string, kept: readonly string[], after: string | undefined): boolean => {
  const before = kept.at(-1) ?? ''
  if (isJoiner(character)) return joins(before, after)
  if (isTag(character)) return before === FLAG || isTag(before)
  if (isFormat(character)) return turnsDirection(character)
  return !isMark(character) || stands(kept)
}

/** Without what has no width and joins nothing (a pasted U+FEFF, a soft hyphen), and without space around it. */
export const tidyText = (text: string): string => {
  if (PLAIN.test(text)) return text.trim()
  const characters = [...text.replace(/\r\n?/g, '\n')]
  const kept: string[] = []
  characters.forEach((character, at) => {
    if (stays(character, kept, characters[at + 1])) kept.push(character)
  })
  return kept.join('').trim()
}

/** What is wrong with a text, once tidied; nothing is wrong with an empty one, which its length refuses. */
export const textProblem = (text: string, { multiline = false } = {}): TextProblem | undefined => {
  if (PLAIN.test(text)) return undefined
  const tidy = tidyText(text)
  const characters = [...tidy]
  if (characters.some(turnsDirection)) return 'direction'
  if (characters.some((one) => isControl(one) && !(multiline && one === '\n'))) return 'control'
  return tidy !== '' && !characters.some(isSeen) ? 'unseen' : undefined
}

/** The fewest letters or digits of a purpose, a reason or the evidence of something. */
export const FEWEST_LETTERS = 2

/** Are there words in it? Letters or digits of any script: no row of dots, no blanks that count as letters. */
export const saysSomething = (text: string, least = FEWEST_LETTERS): boolean => {
  let letters = 0
  for (const character of tidyText(text)) if (isLetter(character)) letters += 1
  return letters >= least
}

/** What a field takes. Lengths are of the tidied text, in code points, as the contract counts them. */
export interface TextLimits {
  /** Default 1; 0 where the field may stay empty. */
  readonly min?: number
  readonly max: number
  /** Takes several lines. */
  readonly multiline?: boolean
  /** A purpose or a reason: it must say something. */
  readonly says?: boolean
}

export type FieldProblem = TextProblem | 'required' | 'short' | 'long' | 'unsaid'

/** What is wrong with a field's text as typed so far, by the same rule as the contract's `personText`. */
export const fieldProblem = (text: string, limits: TextLimits): FieldProblem | undefined => {
  const { min = 1, max, says = false } = limits
  const tidy = tidyText(text)
  const problem = textProblem(text, limits)
  if (problem) return problem
  if (tidy === '') return min > 0 ? 'required' : undefined
  const { length } = [...tidy]
  if (length < min) return 'short'
  if (length > max) return 'long'
  return says && !saysSomething(tidy) ? 'unsaid' : undefined
}

/** A text as it may be shown beside others: what turns, controls or hides is gone. Empty when nothing can be seen. */
export const shownText = (text: string): string => {
  if (PLAIN.test(text)) return text
  const characters = [...tidyText(text)].filter(
    (one) => !turnsDirection(one) && (one === '\n' || !isControl(one)),
  )
  return characters.some(isSeen) ? characters.join('') : ''
}
