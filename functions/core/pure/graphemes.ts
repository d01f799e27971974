/** A text in the pieces that a reader sees as one: a letter with its marks, a flag, a family. Without Intl.Segmenter. */
import { isJoiner, isMark, isPicture, isRegion, isTag, ZWJ } from './characters'

/** Does this character go on with the piece that ends in `before`? */
const goesOn = (piece: readonly string[], character: string): boolean => {
  const before = piece.at(-1)
  if (before === undefined) return false
  if (isMark(character) || isJoiner(character) || isTag(character)) return true
  if (before === ZWJ && isPicture(character)) return true
  return isRegion(character) && piece.length === 1 && isRegion(before)
}

export const graphemes = (text: string): string[] => {
  const pieces: string[][] = []
  for (const character of text) {
    const piece = pieces.at(-1)
    if (piece && goesOn(piece, character)) piece.push(character)
    else pieces.push([character])
  }
  return pieces.map((piece) => piece.join(''))
}
