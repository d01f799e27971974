/** Where an account stands among all: evenly spread, and naming nobody. What is written for many in this order lies side by side. */
import { createHash } from 'node:crypto'

/** 32 hex digits. */
export const placeOf = (accountId: string): string =>
  createHash('sha256').update(accountId).digest('hex').slice(0, 32)

/** The first bits of a hexadecimal number in letters and digits, in the same order as the number. */
export const shortened = (
  hex: string,
  { bits, length }: { readonly bits: number; readonly length: number },
): string => (BigInt(`0x${hex}`) >> BigInt(hex.length * 4 - bits)).toString(36).padStart(length, '0')
