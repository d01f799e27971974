/**
 * Codes that anybody may type to verify a paper of ours: twelve characters in groups of four, Crockford's base 32 (no I, L, O, U),
 * the last of them a check character by Luhn modulo 32, so that a slip is told before anything is asked.
 */

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 12

/** Luhn modulo 32: doubles every second character from the right. */
const checkOf = (body: string): string => {
  const sum = [...body].reverse().reduce((total, character, place) => {
    const value = ALPHABET.indexOf(character) * (place % 2 === 0 ? 2 : 1)
    return total + Math.floor(value / 32) + (value % 32)
  }, 0)
  return ALPHABET.charAt((32 - (sum % 32)) % 32)
}

/** As it is stored: capitals, no spaces or hyphens, and what is easily taken for another read as meant. */
export const plainCode = (typed: string): string =>
  typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1')

/** Can it be one of ours? Takes what a person typed. */
export const isVerificationCode = (typed: string): boolean => {
  const code = plainCode(typed)
  return (
    code.length === LENGTH &&
    [...code].every((character) => ALPHABET.includes(character)) &&
    checkOf(code.slice(0, -1)) === code.charAt(LENGTH - 1)
  )
}

/** `ABCD-EFGH-JKMN`. */
export const groupedCode = (code: string): string => (plainCode(code).match(/.{1,4}/g) ?? []).join('-')

/** Random bytes of a code, each for one character: 55 bits that nobody guesses. */
export const CODE_BYTES = LENGTH - 1

export const codeOf = (random: Uint8Array): string => {
  const body = [...random.subarray(0, CODE_BYTES)].map((byte) => ALPHABET.charAt(byte % 32)).join('')
  return body + checkOf(body)
}
