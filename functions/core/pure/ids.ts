/** The shape of ids: `<prefix>_<26 characters>`, time-ordered, Crockford base32 in lower case. */
import type { Instant } from './time'

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'

const digits = (value: number, length: number): string => {
  let rest = value
  let text = ''
  for (let i = 0; i < length; i += 1) {
    text = `${ALPHABET.charAt(rest % 32)}${text}`
    rest = Math.floor(rest / 32)
  }
  return text
}

/**
 * A time-ordered id: ten characters of milliseconds, then sixteen of randomness (80 bits).
 * @param random sixteen bytes or more; the low five bits of each are used
 */
export const timeOrderedId = (prefix: string, now: Instant, random: Uint8Array): string => {
  if (random.length < 16) throw new RangeError('an id takes sixteen random bytes')
  let tail = ''
  for (let i = 0; i < 16; i += 1) tail += ALPHABET.charAt((random[i] ?? 0) & 31)
  return `${prefix}_${digits(now, 10)}${tail}`
}

/** The instant in a time-ordered id; `undefined` when it is not one. */
export const instantOfId = (id: string): Instant | undefined => {
  const match = /_([0-9a-hjkmnp-tv-z]{10})[0-9a-hjkmnp-tv-z]{16}$/.exec(id)
  if (!match?.[1]) return undefined
  return [...match[1]].reduce((sum, character) => sum * 32 + ALPHABET.indexOf(character), 0)
}

/** Ids that are handed out: opaque to whoever holds them. */
export const ID = /^[A-Za-z0-9_.-]{1,80}$/
