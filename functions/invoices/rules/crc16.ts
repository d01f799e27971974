/**
 * CRC-16 by the polynomial x¹⁶ + x¹⁵ + x² + 1 (0x8005), which stands at the end of invoice and title codes. It tells a
 * misread code from one read well, and nothing more: whoever changes an invoice can compute it again. So there is no result
 * for "altered" or "fake", only `ok` and `notChecked`.
 */
import { utf8Bytes } from '../../core/pure/utf8'

/**
 * `umts` (also called BUYPASS): bits as they stand, from 0. Nearly all invoices, and titles.
 * `arc`: bits reversed, from 0. `modbus`: bits reversed, from FFFF. Each seen on one real invoice.
 */
export type CrcVariant = 'umts' | 'arc' | 'modbus'

const VARIANTS: readonly CrcVariant[] = ['umts', 'arc', 'modbus']
const POLYNOMIAL = 0x8005
/** The same, bits reversed. */
const REVERSED = 0xa001

const tableOf = (step: (rest: number) => number, start: (byte: number) => number): readonly number[] =>
  Array.from({ length: 256 }, (_, byte) => {
    let rest = start(byte)
    for (let bit = 0; bit < 8; bit += 1) rest = step(rest)
    return rest
  })

const plainTable = tableOf(
  (rest) => (rest & 0x8000 ? (rest << 1) ^ POLYNOMIAL : rest << 1) & 0xffff,
  (byte) => byte << 8,
)
const reversedTable = tableOf(
  (rest) => (rest & 1 ? (rest >>> 1) ^ REVERSED : rest >>> 1),
  (byte) => byte,
)

const plain = (bytes: Uint8Array): number =>
  bytes.reduce((rest, byte) => ((rest << 8) & 0xffff) ^ (plainTable[(rest >>> 8) ^ byte] ?? 0), 0)

const reversed = (bytes: Uint8Array, initial: number): number =>
  bytes.reduce((rest, byte) => (rest >>> 8) ^ (reversedTable[(rest ^ byte) & 0xff] ?? 0), initial)

/** 0–65535. */
export const crc16 = (variant: CrcVariant, bytes: Uint8Array): number => {
  switch (variant) {
    case 'umts':
      return plain(bytes)
    case 'arc':
      return reversed(bytes, 0)
    case 'modbus':
      return reversed(bytes, 0xffff)
  }
}

/** As codes carry it: four digits, capitals. */
export const crcText = (crc: number): string => crc.toString(16).toUpperCase().padStart(4, '0')

/** `comma`: reckoned with the comma that stands before the CRC. */
export type CrcResult =
  | { readonly result: 'ok'; readonly variant: CrcVariant; readonly comma: boolean }
  | { readonly result: 'notChecked' }

export const NOT_CHECKED: CrcResult = { result: 'notChecked' }

const HEX4 = /^[0-9A-Fa-f]{4}$/

/**
 * Does the CRC of an invoice code fit? The rule is: without the comma where there is a check code, with it where there is
 * none; real invoices break it, so either is taken, in any of the variants. A text read wrong still fits by chance about
 * once in eleven thousand times.
 * @param before the code up to the CRC, its last comma included
 * @param given the CRC as it stands, in either case
 * @example checkInvoiceCrc('01,32,,26427000000375586818,10.70,20260430,,', 'FAFB').result // 'ok'
 */
export const checkInvoiceCrc = (before: string, given: string): CrcResult => {
  if (!HEX4.test(given)) return NOT_CHECKED
  const wanted = parseInt(given, 16)
  const [withComma, without] = [utf8Bytes(before), utf8Bytes(before.replace(/,$/, ''))]
  for (const variant of VARIANTS) {
    if (crc16(variant, withComma) === wanted) return { result: 'ok', variant, comma: true }
    if (crc16(variant, without) === wanted) return { result: 'ok', variant, comma: false }
  }
  return NOT_CHECKED
}
