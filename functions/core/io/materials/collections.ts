/** Materials that a taxpayer has handed in once: on file, and used again wherever the same is asked for. */
import { CASES_KEPT } from '../../pure/kept'
import { text } from '../../pure/text'
import type { Instant } from '../../pure/time'
import { defineCollection } from '../store/collection'
import type { FileType } from '../files/contract'

/** Id: `mt_…`. The file is attached to this document. */
export type MaterialDoc = {
  readonly v: 1
  /** Whose key seals it; the taxpayer that it belongs to. */
  readonly owner: string
  readonly taxpayerId: string
  /** What it is, as needs call it: `proofOfOverpayment`. */
  readonly code: string
  /** Sealed: what its owner called it. */
  readonly name: string
  readonly fileId: string
  readonly type: FileType
  readonly size: number
  readonly addedAt: Instant
  /** Open cases that name it. */
  readonly usedBy: readonly string[]
  /** It is part of the records of a case that is over until then; null: of none. */
  readonly keptUntil: Instant | null
  /** Null while an open case names it; never before `keptUntil`. */
  readonly expiresAt: Instant | null
}

/** Part of the records of a case, and not its owner's to remove. */
export const isRecord = ({ usedBy, keptUntil }: MaterialDoc, now: Instant): boolean =>
  usedBy.length > 0 || (keptUntil !== null && now < keptUntil)

export const materials = defineCollection<MaterialDoc>({
  name: 'materials',
  v: 1,
  indexes: { taxpayer: ['taxpayerId', 'addedAt'], owner: ['owner', 'addedAt'], expiry: ['expiresAt'] },
  retention: { kind: 'expiresAt' },
  personal: {
    by: [
      { index: 'owner', names: 'account' },
      { index: 'taxpayer', names: 'taxpayer' },
    ],
    export: {
      what: text('您提交过的材料', 'Materials that you handed in'),
      show: ({ id, doc: { code, name, type, size, addedAt } }, { open }) => ({
        id,
        code,
        name: open('name', name),
        type,
        size,
        addedAt,
      }),
    },
    erase: { keep: CASES_KEPT },
  },
})
