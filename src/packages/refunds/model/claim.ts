/** An application while it is being filled in, and the draft that the server keeps of it. Pure. */
import { formProblems, type Form, type Values } from '../../../../functions/core/pure/forms'
import { fen } from '../../../../functions/core/pure/money'
import type { Day } from '../../../../functions/core/pure/time'
import { FILE_TYPES, type FileType } from '../../../../functions/core/pure/file-types'
import type { ClaimKind, Known } from '../../../../functions/refunds/rules/kind'
import type { Material } from '../../../client/use-materials'
import { NOTHING_TYPED, readyAccount, type Payer, type TypedAccount } from './account'
import type { DraftFull, DraftWish, ShownAccount, Voucher } from './answers'

export interface Claim {
  readonly kind: ClaimKind
  readonly taxpayerId: string
  readonly voucher: Voucher | undefined
  readonly values: Values
  /** Being typed. */
  readonly account: TypedAccount
  /** The one that the draft holds already, masked. */
  readonly kept: ShownAccount | undefined
  readonly materials: readonly Material[]
  readonly hallId: string | undefined
}

export const newClaim = (kind: ClaimKind, taxpayerId: string): Claim => ({
  kind,
  taxpayerId,
  voucher: undefined,
  values: {},
  account: NOTHING_TYPED,
  kept: undefined,
  materials: [],
  hallId: undefined,
})

interface Shown extends Omit<Material, 'type' | 'usedFor'> {
  readonly type: string
}

const isFileType = (type: string): type is FileType => FILE_TYPES.some((one) => one === type)

/** Of what the server lists, what this version can show. */
export const materialsShown = (items: readonly Shown[]): readonly Material[] =>
  items.flatMap(({ type, ...rest }) => (isFileType(type) ? [{ ...rest, type }] : []))

export const claimOf = (draft: DraftFull): Claim => ({
  kind: draft.kind,
  taxpayerId: draft.taxpayerId,
  voucher: draft.voucher ?? undefined,
  values: draft.values,
  account: NOTHING_TYPED,
  kept: draft.account ?? undefined,
  materials: materialsShown(draft.materials),
  hallId: draft.hallId ?? undefined,
})

/** What the voucher says is not asked again: its period stands where the form has one. */
export const withVoucher = (claim: Claim, form: Form, voucher: Voucher): Claim => {
  const keys = new Set(form.sections.flatMap(({ fields }) => fields.map(({ key }) => key)))
  const period = { periodFrom: voucher.from.slice(0, 7), periodTo: voucher.to.slice(0, 7) }
  const told = Object.entries(period).filter(([key]) => keys.has(key))
  return { ...claim, voucher, values: { ...claim.values, ...Object.fromEntries(told) } }
}

/**
 * Answers with what one change made of them: a slow phone hands on the next tap before it has drawn the last, whose answer must
 * not be lost for that.
 * @param change.seen what stood on the screen when it was made
 */
export const withChange = (
  before: Values,
  { seen, made }: { readonly seen: Values; readonly made: Values },
): Values => {
  const gone = Object.keys(seen).filter((key) => made[key] === undefined)
  const set = Object.entries(made).filter(([key, value]) => seen[key] !== value)
  const left = Object.entries(before).filter(([key]) => !gone.includes(key))
  return Object.fromEntries([...left, ...set])
}

/** Text that the server takes from nobody; the field says what is wrong with it. */
const NOT_SENT: readonly string[] = ['direction', 'control', 'unseen', 'long', 'unknown']

/** Answers as far as they can be kept: what is half typed is kept, what could harm a reader is not. */
export const valuesToKeep = (form: Form, values: Values, today: Day): Values => {
  const bad = new Set(
    formProblems(form, values, { today }).flatMap(({ key, problem }) =>
      NOT_SENT.includes(problem) ? [key] : [],
    ),
  )
  return Object.fromEntries(Object.entries(values).filter(([key]) => !bad.has(key)))
}

/** @param at.step where one goes on next time */
export const draftWish = (
  claim: Claim,
  { form, payer, today, step }: { form: Form; payer: Payer; today: Day; step: string },
): Omit<DraftWish, 'draftId'> => {
  const { kind, taxpayerId, voucher, values, account, materials, hallId } = claim
  const sent = readyAccount(account, payer)
  return {
    kind,
    taxpayerId,
    ...(voucher ? { voucherId: voucher.id } : {}),
    ...(hallId === undefined ? {} : { hallId }),
    values: valuesToKeep(form, values, today),
    ...(sent ? { account: sent } : {}),
    materials: materials.map(({ code, id }) => ({ code, id })),
    step,
  }
}

/** Nothing was chosen or answered: not worth a draft. */
export const isBlank = ({ voucher, values, materials, hallId }: Claim): boolean =>
  !voucher && Object.keys(values).length === 0 && materials.length === 0 && hallId === undefined

/** What stands beside the form when this device checks it; what is owed, the server alone knows. */
export const knownHere = (claim: Claim, payer: Payer, today: Day): Known => ({
  today,
  taxpayer: payer.kind,
  unfinished: true,
  ...(claim.voucher
    ? {
        voucher: {
          number: claim.voucher.number,
          tax: claim.voucher.tax,
          paidOn: claim.voucher.paidOn,
          paid: fen(claim.voucher.paid),
          left: fen(claim.voucher.left),
        },
      }
    : {}),
})
