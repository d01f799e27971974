/** Which characters can be seen, join others or turn the writing round. By code point, without Intl, which WeChat hides. */

const NOTHING = /^[^\s\S]$/
const ANYTHING = /^[\s\S]/

/**
 * Made of texts: the build for old phones would spell each class out in ten thousand characters. A phone that does not know a
 * class is content with `otherwise`, and hears of it from the server.
 */
const of = (characters: string, otherwise = NOTHING): RegExp => {
  try {
    return new RegExp(`^[${characters}]$`, 'u')
  } catch {
    return otherwise
  }
}

/** Embeddings, overrides, isolates and marks that turn the direction of what follows, on the screen of whoever reads it. */
const DIRECTION = '\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069'
/** Control characters and separators of lines; the newline is looked at apart. */
const CONTROL = '\\p{Cc}\\u2028\\u2029'
/** Letters and symbols by their class, and blank on every screen: Hangul fillers, the empty braille cell, and their like. */
const FILLERS = '\\p{Default_Ignorable_Code_Point}\\u2800\\u{1d159}'

const direction = of(DIRECTION)
const control = of(CONTROL)
/** Private use is seen: rare characters of names were put there before Unicode had them. */
const unseen = of(`\\p{Cc}\\p{Cf}\\p{Cs}\\p{Z}\\p{M}\\s${FILLERS}`)
const written = of('\\p{M}')
const skin = of('\\u{1f3fb}-\\u{1f3ff}')
const inherited = of('\\p{Script=Inherited}')
const letter = of('\\p{L}\\p{N}', ANYTHING)
const filler = of(FILLERS)
/** Scripts whose letters never join: between them a joiner is only something unseen. */
const apart = of(
  '\\p{Script=Han}\\p{Script=Latin}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\p{N}',
)
const picture = of('\\p{Extended_Pictographic}')
const format = of('\\p{Cf}')
const region = of('\\u{1f1e6}-\\u{1f1ff}')
const tag = of('\\u{e0020}-\\u{e007f}')

export const ZWNJ = '\u200c'
export const ZWJ = '\u200d'

/** Turns the direction of the text around it. */
export const turnsDirection = (character: string): boolean => direction.test(character)
export const isControl = (character: string): boolean => control.test(character)
/** Shows something by itself: no space, no mark, no filler, nothing of zero width. */
export const isSeen = (character: string): boolean => !unseen.test(character)
/** Belongs to the character before it: accents, vowel signs, variants, tones of skin. */
export const isMark = (character: string): boolean => written.test(character) || skin.test(character)
/** A mark of one script, such as a vowel sign or the sign that there is no vowel. */
export const isScriptMark = (character: string): boolean =>
  written.test(character) && !inherited.test(character)
/** A letter or digit of any script, fillers left out. */
export const isLetter = (character: string): boolean => letter.test(character) && !filler.test(character)
export const isJoiner = (character: string): boolean => character === ZWJ || character === ZWNJ
/** Of zero width, and of no use in a name: whatever is `Cf` but joins nothing. */
export const isFormat = (character: string): boolean => format.test(character)
/** Emoji, and what is drawn like one. */
export const isPicture = (character: string): boolean => picture.test(character)
/** One of the two letters that make a flag. */
export const isRegion = (character: string): boolean => region.test(character)
/** What follows the black flag to make it a country's. */
export const isTag = (character: string): boolean => tag.test(character)
/** May stand beside a joiner: a letter of a script that joins, a mark, an emoji. */
export const mayJoin = (character: string): boolean =>
  isMark(character) || isPicture(character) || (isLetter(character) && !apart.test(character))
