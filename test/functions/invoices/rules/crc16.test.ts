import fc from 'fast-check'
import { utf8Bytes } from '../../../../functions/core/pure/utf8'
import {
  checkInvoiceCrc,
  crc16,
  crcText,
  NOT_CHECKED,
  type CrcVariant,
} from '../../../../functions/invoices/rules/crc16'
import { irregular, regular, unmatched } from '../../../harness/invoices/samples'

const variants: readonly CrcVariant[] = ['umts', 'arc', 'modbus']
const textBytes = (text: string): Uint8Array => utf8Bytes(text)

/** Division bit by bit, from the polynomial itself: a second way to the same figures. */
const divided = (bytes: Uint8Array): number => {
  const bits = [...bytes, 0, 0].flatMap((byte) =>
    Array.from({ length: 8 }, (_, at) => (byte >> (7 - at)) & 1),
  )
  return bits.reduce((rest, bit) => {
    const shifted = (rest << 1) | bit
    return shifted & 0x10000 ? shifted ^ 0x18005 : shifted
  }, 0)
}
const mirrored = (value: number, width: number): number =>
  Array.from({ length: width }, (_, at) => ((value >> at) & 1) << (width - 1 - at)).reduce((a, b) => a | b, 0)
const mirroredBytes = (bytes: Uint8Array): Uint8Array => bytes.map((byte) => mirrored(byte, 8))

const split = (text: string): readonly [string, string] => {
  const at = text.lastIndexOf(',') + 1
  return [text.slice(0, at), text.slice(at)]
}

describe('CRC-16 by 0x8005', () => {
  it.each([
    ['umts', 'FEE8'],
    ['arc', 'BB3D'],
    ['modbus', '4B37'],
  ] as const)('has the published check value of %s', (variant, value) =>
    expect(crcText(crc16(variant, textBytes('123456789')))).toBe(value),
  )

  it('is the rest of the division', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 2, maxLength: 80 }), (bytes) => {
        expect(crc16('umts', bytes)).toBe(divided(bytes))
        expect(crc16('arc', bytes)).toBe(mirrored(divided(mirroredBytes(bytes)), 16))
        // From FFFF: as if the first sixteen bits were turned over.
        const turned = bytes.map((byte, at) => (at < 2 ? byte ^ 0xff : byte))
        expect(crc16('modbus', bytes)).toBe(mirrored(divided(mirroredBytes(turned)), 16))
      }),
    )
  })

  it.each(variants)('of %s catches every changed bit, two of them, and every burst of sixteen', (variant) => {
    const message = fc.uint8Array({ minLength: 1, maxLength: 100 })
    const flip = (bytes: Uint8Array, bits: readonly number[]): Uint8Array => {
      const copy = Uint8Array.from(bytes)
      for (const bit of bits) copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (0x80 >> (bit & 7))
      return copy
    }
    const bitsOf = (bytes: Uint8Array, picked: readonly number[]): readonly number[] => [
      ...new Set(picked.map((one) => one % (bytes.length * 8))),
    ]
    fc.assert(
      fc.property(message, fc.array(fc.nat(), { minLength: 1, maxLength: 2 }), (bytes, picked) => {
        const changed = flip(bytes, bitsOf(bytes, picked))
        expect(crc16(variant, changed)).not.toBe(crc16(variant, bytes))
      }),
    )
    fc.assert(
      fc.property(message, fc.nat(), fc.integer({ min: 1, max: 0xffff }), (bytes, from, burst) => {
        // In the order in which the variant takes them.
        const order = variant === 'umts' ? bytes : mirroredBytes(bytes)
        const bits = Array.from({ length: 16 }, (_, at) => at)
          .filter((at) => (burst >> at) & 1)
          .map((at) => (from % (bytes.length * 8)) + at)
          .filter((bit) => bit < bytes.length * 8)
        if (bits.length === 0) return
        const changed = flip(order, bits)
        const back = variant === 'umts' ? changed : mirroredBytes(changed)
        expect(crc16(variant, back)).not.toBe(crc16(variant, bytes))
      }),
    )
  })

  it('is written in four capitals', () => {
    expect(crcText(0x0819)).toBe('0819')
    expect(crcText(0xfafb)).toBe('FAFB')
    expect(crcText(0)).toBe('0000')
  })
})

describe('the CRC of an invoice code', () => {
  it.each([...regular, ...irregular].map((one) => [one.text, one] as const))(
    'fits %s',
    (text, { variant, comma }) => {
      expect(checkInvoiceCrc(...split(text))).toEqual({ result: 'ok', variant, comma })
      const [before, crc] = split(text)
      expect(checkInvoiceCrc(before, crc.toLowerCase()).result).toBe('ok')
      expect(checkInvoiceCrc(before, crc.toUpperCase()).result).toBe('ok')
    },
  )

  it('follows the rule of the comma in all but the irregular', () => {
    for (const { text, comma } of regular) expect(comma).toBe(text.split(',')[6] === '')
  })

  it.each(unmatched)('is not checked, and no worse, for %s', (text) =>
    expect(checkInvoiceCrc(...split(text))).toEqual(NOT_CHECKED),
  )

  it.each(['', '0', 'FAFBX', 'GGGG', 'FAF', ' FAFB', '１２３４'])('is not checked against “%s”', (crc) =>
    expect(checkInvoiceCrc('01,32,,26427000000375586818,10.70,20260430,,', crc)).toEqual(NOT_CHECKED),
  )

  it('leaves no changed digit of a real invoice unseen', () => {
    const [before, crc] = split(regular[0]?.text ?? '')
    const digits = [...before].flatMap((character, at) => (/\d/.test(character) ? [at] : []))
    expect(digits).toHaveLength(36)
    const seen = digits.flatMap((at) =>
      [...'0123456789']
        .filter((digit) => digit !== before[at])
        .map((digit) => checkInvoiceCrc(before.slice(0, at) + digit + before.slice(at + 1), crc).result),
    )
    expect(seen.filter((result) => result === 'ok')).toEqual([])
  })
})
