/** Breaks a text into lines of a width: at the places Unicode allows (UAX 14), which keeps 。 and ） off the start of a line. */
import LineBreaker from 'linebreak'
import { graphemes } from '../../pure/graphemes'

type WidthOf = (text: string) => number

/** A word that is longer than a line, in pieces that fit. */
const pieces = (word: string, width: number, widthOf: WidthOf): string[] => {
  const found = ['']
  for (const letter of graphemes(word)) {
    const piece = found.at(-1) ?? ''
    if (piece !== '' && widthOf(piece + letter) > width) found.push(letter)
    else found[found.length - 1] = piece + letter
  }
  return found
}

const words = (text: string): { readonly word: string; readonly ends: boolean }[] => {
  const breaker = new LineBreaker(text)
  const found = []
  let from = 0
  for (let at = breaker.nextBreak(); at; at = breaker.nextBreak()) {
    found.push({ word: text.slice(from, at.position), ends: at.required })
    from = at.position
  }
  return found
}

/** @param widthOf of a text in points @returns at least one line; ends of lines have no spaces */
export const breakLines = (text: string, width: number, widthOf: WidthOf): readonly string[] => {
  const lines: string[] = []
  let line = ''
  let taken = 0
  const end = (): void => {
    lines.push(line.trimEnd())
    line = ''
    taken = 0
  }
  for (const { word, ends } of words(text)) {
    // what stands at the end of a line may leave its spaces outside
    const least = widthOf(word.trimEnd())
    if (line !== '' && taken + least > width) end()
    const [first = '', ...more] = least > width ? pieces(word, width, widthOf) : [word]
    line += first
    taken += widthOf(first)
    for (const piece of more) {
      end()
      line = piece
      taken = widthOf(piece)
    }
    if (ends) end()
  }
  if (line !== '' || lines.length === 0) end()
  return lines
}
