import fc from 'fast-check'
import {
  CODE_BYTES,
  codeOf,
  groupedCode,
  isVerificationCode,
  plainCode,
} from '../../../../functions/core/pure/verification-code'

const codes = fc.uint8Array({ minLength: CODE_BYTES, maxLength: CODE_BYTES }).map(codeOf)
const other = (character: string, by: number): string => {
  const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
  return alphabet.charAt((alphabet.indexOf(character) + by) % 32)
}

test('a code is accepted as it is printed, and as people type it', () => {
  fc.assert(
    fc.property(codes, (code) => {
      expect(groupedCode(code)).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/)
      for (const typed of [
        code,
        groupedCode(code),
        code.toLowerCase(),
        ` ${groupedCode(code).replaceAll('-', '  ')}`,
      ]) {
        expect(isVerificationCode(typed)).toBe(true)
        expect(plainCode(typed)).toBe(code)
      }
    }),
  )
})

test('one wrong character is always told', () => {
  fc.assert(
    fc.property(codes, fc.nat(11), fc.integer({ min: 1, max: 31 }), (code, place, by) => {
      const wrong = code.slice(0, place) + other(code.charAt(place), by) + code.slice(place + 1)
      expect(isVerificationCode(wrong)).toBe(false)
    }),
  )
})

test('O is read as 0, I and L as 1', () => {
  fc.assert(
    fc.property(codes, (code) => {
      expect(plainCode(code.replaceAll('0', 'o').replaceAll('1', 'l'))).toBe(code)
    }),
  )
})

test.each(['', 'ABCD', 'ABCD-EFGH-JKM!', 'ABCD-EFGH-JKMN-P', '＊'])('%s is no code', (typed) => {
  expect(isVerificationCode(typed)).toBe(false)
})
