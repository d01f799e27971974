/** What a refund page may be opened with; anything malformed is dropped, never trusted. */
import { CLAIM_KINDS, type ClaimKind } from '../../../../functions/refunds/rules/kind'

type Raw = Readonly<Record<string, string | undefined>>

const CASE_ID = /^rf_[0-9a-z]{26}$/
const DRAFT_ID = /^rd_[0-9a-z]{26}$/

const fitting = (raw: string | undefined, shape: RegExp): string | undefined =>
  raw !== undefined && shape.test(raw) ? raw : undefined

export const isClaimKind = (text: string | undefined): text is ClaimKind =>
  CLAIM_KINDS.some((kind) => kind === text)

export const readCaseId = ({ id }: Raw): string | undefined => fitting(id, CASE_ID)

export interface Opening {
  readonly kind?: ClaimKind | undefined
  readonly draftId?: string | undefined
  readonly taxpayerId?: string | undefined
}

export const readOpening = ({ kind, draft, taxpayer }: Raw): Opening => ({
  kind: isClaimKind(kind) ? kind : undefined,
  draftId: fitting(draft, DRAFT_ID),
  taxpayerId: fitting(taxpayer, /^[A-Za-z0-9_.-]{1,80}$/),
})
