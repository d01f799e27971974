/** Entries made of their number, in the order of their ids: 63 bytes each, as the slow reckoning takes them, and as one list. */
import { sha } from './slow'

export const records = (count: number): Buffer[] =>
  Array.from({ length: count }, (_, at) =>
    Buffer.concat([
      sha(`id ${at}`).subarray(0, 16),
      sha(`ticket ${at}`).subarray(0, 15),
      sha(`holder ${at}`),
    ]),
  ).sort((a, b) => Buffer.compare(a, b))

/** Each with its 0x00, one after the other. */
export const listOf = (entries: readonly Uint8Array[]): Uint8Array =>
  Uint8Array.from(Buffer.concat(entries.flatMap((entry) => [Buffer.from([0]), entry])))
