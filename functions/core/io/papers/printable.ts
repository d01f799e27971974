/** Text as the font can print it: nothing disappears, and nothing that cannot be seen stays. */
import { isControl, isFormat, isJoiner, isTag } from '../../pure/characters'

/** Chooses the look of the character before it. */
const isVariant = (character: string): boolean => /^[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]$/u.test(character)
const isUnseen = (character: string): boolean =>
  isFormat(character) || isJoiner(character) || isTag(character) || isVariant(character)

/** A character that the font lacks, by its number: 〔U+20BB7〕. Whoever reads it can look it up; a blank would be taken for nothing. */
export const markOf = (character: string): string =>
  `〔U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}〕`

/** @param has whether the font has a glyph for a code point */
export const printable = (text: string, has: (codePoint: number) => boolean): string =>
  [...text.normalize('NFC').replace(/\r\n?|[\u2028\u2029]/g, '\n')]
    .map((character) => {
      if (character === '\n') return character
      if (isControl(character)) return ' '
      if (isUnseen(character)) return ''
      return has(character.codePointAt(0) ?? 0) ? character : markOf(character)
    })
    .join('')
