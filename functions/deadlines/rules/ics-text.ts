/** The text of iCalendar (RFC 5545): property values escaped, lines folded at 75 octets, each ended by CRLF. */
import { utf8Bytes } from '../../core/pure/utf8'

const MOST_OCTETS = 75

/** C0 controls and DEL: RFC 5545 allows none of them in a text but the tab. */
const isControl = (character: string): boolean => {
  const point = character.charCodeAt(0)
  return (point < 0x20 && character !== '\t') || point === 0x7f
}

const escaped = (character: string): string => {
  if (character === '\n') return '\\n'
  if (character === '\\' || character === ';' || character === ',') return `\\${character}`
  return isControl(character) ? '' : character
}

/** A TEXT value (§3.3.11). */
export const icsValue = (text: string): string => [...text.replace(/\r\n?/g, '\n')].map(escaped).join('')

/** One content line, folded (§3.1): no character is cut, and what goes on begins with a space that counts. */
export const foldedLine = (line: string): string => {
  let folded = ''
  let octets = 0
  for (const character of line) {
    const size = utf8Bytes(character).length
    if (octets + size > MOST_OCTETS) {
      folded += '\r\n '
      octets = 1
    }
    folded += character
    octets += size
  }
  return `${folded}\r\n`
}

/** @example icsLines([['SUMMARY', icsValue(words)]]) */
export const icsLines = (lines: readonly (readonly [name: string, value: string])[]): string =>
  lines.map(([name, value]) => foldedLine(`${name}:${value}`)).join('')
