/** What a transaction draws: once, in order, so that every run of the same work sees the same ids and randomness. */
import type { Instant } from '../../pure/time'

/** Crockford's base 32, lower case: sorts as it counts, bytewise. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'
const TIME_CHARACTERS = 10
const RANDOM_BYTES = 10

const timePart = (now: Instant): string => {
  let text = ''
  for (let left = now, i = 0; i < TIME_CHARACTERS; i += 1, left = Math.floor(left / 32))
    text = `${ALPHABET.charAt(left % 32)}${text}`
  return text
}

/** 80 bits as 16 characters. */
const randomPart = (bytes: Uint8Array): string => {
  let text = ''
  let bits = 0
  let held = 0
  for (const byte of bytes) {
    held = (held << 8) | byte
    for (bits += 8; bits >= 5; bits -= 5) text += ALPHABET.charAt((held >> (bits - 5)) & 31)
    held &= (1 << bits) - 1
  }
  return text
}

/** `<prefix>_<26 characters>`, in order of time. */
export const timeOrderedId = (prefix: string, now: Instant, random: (bytes: number) => Uint8Array): string =>
  `${prefix}_${timePart(now)}${randomPart(random(RANDOM_BYTES))}`

export interface Draws {
  readonly id: (prefix: string) => string
  readonly random: (bytes: number) => Uint8Array
  /** Before each run: what was drawn is given out again from the start. */
  readonly rewind: () => void
}

export const openDraws = (now: Instant, random: (bytes: number) => Uint8Array): Draws => {
  const kept: Uint8Array[] = []
  let at = 0
  const draw = (bytes: number): Uint8Array => {
    const found = kept[at]
    const given = found && found.length === bytes ? found : random(bytes)
    kept[at] = given
    at += 1
    return given.slice()
  }
  return {
    id: (prefix) => timeOrderedId(prefix, now, draw),
    random: draw,
    rewind: () => {
      at = 0
    },
  }
}
