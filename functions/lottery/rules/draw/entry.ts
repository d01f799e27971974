/**
 * One entry as the public list has it: 64 bytes that name nobody.
 *
 *     0       0x00, what tells a leaf's message from nothing else of the draw
 *     1–16    the entry's id: lists of a period are in its order
 *     17–31   the invoice's pseudonym in this campaign: who holds the invoice can reckon it, and nobody enters one twice unseen
 *     32–63   SHA-256(holder domain ‖ salt ‖ holder): who has the salt can show whose it is; without it the hash tells nothing
 *
 * So SHA-256(0x00 ‖ entry) is the hash of one block, as inner nodes are, and the file of entries is the input of the first level.
 */
import { isHex, fromHex, toHex, utf8 } from '../../../core/pure/bytes'
import { hashIn } from './domains'
import { BLOCK_BYTES } from '../../../core/pure/sha256'

export const ENTRY_BYTES = BLOCK_BYTES
export const ID_BYTES = 16
export const TICKET_BYTES = 15
export const HOLDER_BYTES = 32
export const SALT_BYTES = 32

const ID_AT = 1
const TICKET_AT = ID_AT + ID_BYTES
const HOLDER_AT = TICKET_AT + TICKET_BYTES

/** In lower-case hex. */
export interface Entry {
  readonly id: string
  readonly ticket: string
  readonly holder: string
}

/** @throws RangeError when a part is not hex of its length */
export const entryBlock = ({ id, ticket, holder }: Entry): Uint8Array => {
  if (!isHex(id, ID_BYTES) || !isHex(ticket, TICKET_BYTES) || !isHex(holder, HOLDER_BYTES))
    throw new RangeError('an entry is 16, 15 and 32 bytes in lower-case hex')
  const block = new Uint8Array(ENTRY_BYTES)
  block.set(fromHex(id), ID_AT)
  block.set(fromHex(ticket), TICKET_AT)
  block.set(fromHex(holder), HOLDER_AT)
  return block
}

/** The parts of the block that begins at `at`; its first byte is the list's to check (`isEntry`). */
export const entryAt = (blocks: Uint8Array, at = 0): Entry => ({
  id: toHex(blocks.subarray(at + ID_AT, at + TICKET_AT)),
  ticket: toHex(blocks.subarray(at + TICKET_AT, at + HOLDER_AT)),
  holder: toHex(blocks.subarray(at + HOLDER_AT, at + ENTRY_BYTES)),
})

export const isEntry = (blocks: Uint8Array, at = 0): boolean => blocks[at] === 0

/** Compares the ids of two blocks, bytewise. */
export const compareIds = (a: Uint8Array, aAt: number, b: Uint8Array, bAt: number): number => {
  for (let at = ID_AT; at < TICKET_AT; at += 1) {
    const difference = (a[aAt + at] ?? 0) - (b[bAt + at] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

/** The first 53 bits of what begins at `at`, as a number: for sorting and for finding repeats. */
const firstBits = (blocks: Uint8Array, at: number): number => {
  let value = 0
  for (let byte = 0; byte < 6; byte += 1) value = value * 256 + (blocks[at + byte] ?? 0)
  return value * 32 + ((blocks[at + 6] ?? 0) >> 3)
}
export const firstBitsOfId = (blocks: Uint8Array, at: number): number => firstBits(blocks, at + ID_AT)
export const firstBitsOfTicket = (blocks: Uint8Array, at: number): number => firstBits(blocks, at + TICKET_AT)

/**
 * What stands in the list for the one whom an entry belongs to.
 * @param salt 32 random bytes of this entry alone, told to its holder and to nobody else
 * @param holder what the deployment knows its user by; the holder can see it
 * @throws RangeError for a salt of another length
 */
export const holderCommitment = (salt: Uint8Array, holder: string): string => {
  if (salt.length !== SALT_BYTES) throw new RangeError('a salt has 32 bytes')
  return toHex(hashIn('holder', salt, utf8(holder)))
}
