/** Did my entry stand in the list, at which place, and as mine? Recomputed on the phone from what was published. Pure. */
import { fromHex, isHex } from '../../../../functions/core/pure/bytes'
import { freezeShape, type Freeze } from '../../../../functions/lottery/rules/draw/documents'
import {
  entryAt,
  ENTRY_BYTES,
  holderCommitment,
  SALT_BYTES,
} from '../../../../functions/lottery/rules/draw/entry'
import { isIncluded } from '../../../../functions/lottery/rules/draw/proof'
import { readAs } from '../../../../functions/lottery/rules/draw/shape'
import type { OwnEntry, Proof } from './answers'

export type OwnCheck = 'freeze' | 'id' | 'holder' | 'count' | 'included'

export interface Checked<C extends string = string> {
  readonly code: C
  readonly holds: boolean
}

export interface Known {
  readonly entryId: string
  readonly salt: OwnEntry['salt']
  readonly holder: OwnEntry['holder']
  /** `freeze.json` as published. */
  readonly freeze: string | undefined
  readonly proof: Proof
}

export const idHolds = (entryId: string, block: Uint8Array | undefined): boolean =>
  block !== undefined && entryId === `en_${entryAt(block).id}`

export const holderHolds = (
  { salt, holder }: Pick<Known, 'salt' | 'holder'>,
  block: Uint8Array | undefined,
): boolean =>
  block !== undefined &&
  isHex(salt, SALT_BYTES) &&
  holderCommitment(fromHex(salt), holder) === entryAt(block).holder

/** Each is looked at, whatever the others say. */
export const ownEntryChecks = (known: Known): readonly Checked<OwnCheck>[] => {
  const { proof, entryId } = known
  const read = readAs<Freeze>(known.freeze, freezeShape)
  const block = isHex(proof.entry, ENTRY_BYTES) ? fromHex(proof.entry) : undefined
  return [
    { code: 'freeze', holds: read.ok },
    { code: 'id', holds: idHolds(entryId, block) },
    { code: 'holder', holds: holderHolds(known, block) },
    { code: 'count', holds: read.ok && read.value.count === proof.count },
    { code: 'included', holds: read.ok && isIncluded(proof, read.value.commitment) },
  ]
}
