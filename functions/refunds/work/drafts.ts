/** Applications that are not finished: kept a fortnight, each by whoever may act for its taxpayer. */
import { actingFor, taxpayerNames } from '../../accounts/public'
import type { Context } from '../../core/io/context'
import { callingAccount } from '../../core/io/identity/caller'
import { showMaterials } from '../../core/io/materials/use'
import type { DataKey } from '../../core/io/security/contract'
import { allOf } from '../../core/io/store/pages'
import { reader } from '../../core/io/store/reader'
import { AppError } from '../../core/pure/errors'
import { rowOn } from '../../core/pure/law'
import { DAY_MS, dayOf } from '../../core/pure/time'
import { refundDrafts, vouchers, type Materials, type RefundDraftDoc } from '../collections'
import { DRAFT_DAYS } from '../data/figures'
import type { ClaimKind } from '../rules/kind'
import { accountAt, openAccount, sealAccount, showAccount, type BankAccount } from './account'
import { ownVoucher, verifiedSubject } from './whose'
import { showVoucher } from './show-voucher'

const MOST_DRAFTS = 20

export interface DraftWish {
  readonly draftId?: string | undefined
  readonly kind: ClaimKind
  readonly taxpayerId?: string | undefined
  readonly hallId?: string | undefined
  readonly voucherId?: string | undefined
  readonly values: Readonly<Record<string, string | number | boolean>>
  /** Absent: the account that stands, if any. */
  readonly account?: BankAccount | undefined
  readonly materials: Materials
  readonly step: string
}

export type DraftValues = Record<string, string | number | boolean>

export const draftValues = (key: DataKey, id: string, { values }: RefundDraftDoc): DraftValues =>
  JSON.parse(key.open(`refundDrafts|${id}|values`, values)) as DraftValues

export const draftAccount = (
  key: DataKey,
  id: string,
  { account }: RefundDraftDoc,
): BankAccount | undefined =>
  account === null ? undefined : openAccount(key, accountAt('refundDrafts', id), account)

/**
 * The caller's, and the key that opens it.
 * @throws AppError NOT_FOUND for an unknown one, another's, and one that is past its fortnight
 */
export const ownDraft = async (
  context: Context,
  id: string,
): Promise<{ readonly doc: RefundDraftDoc; readonly key: DataKey }> => {
  const doc = await reader(context.store).get(refundDrafts, id)
  if (!doc || doc.expiresAt <= context.now) throw new AppError('NOT_FOUND')
  const { owner } = await actingFor(context, { scope: 'refunds', taxpayerId: doc.taxpayerId })
  if (owner !== doc.owner) throw new AppError('NOT_FOUND')
  return { doc, key: await context.vault.keyOf(owner) }
}

export const showDraft = async (
  { store, language }: Pick<Context, 'store' | 'language'>,
  id: string,
  { doc, key }: { readonly doc: RefundDraftDoc; readonly key: DataKey },
) => {
  const { kind, taxpayerId, hallId, voucherId, step, changedAt, expiresAt } = doc
  const voucher = voucherId === null ? undefined : await reader(store).get(vouchers, voucherId)
  return {
    id,
    kind,
    taxpayerId,
    hallId,
    voucherId,
    voucher: voucher && voucherId !== null ? showVoucher(voucherId, voucher, language) : null,
    values: draftValues(key, id, doc),
    account: showAccount(key, accountAt('refundDrafts', id), doc.account),
    materials: await showMaterials(store, doc, key),
    step,
    changedAt,
    expiresAt,
  }
}

/** Those past their fortnight that are not swept yet count for nothing. */
const draftsOf = async (context: Context, taxpayerId: string) =>
  (await allOf(context.store, refundDrafts, { index: 'taxpayer', where: { taxpayerId } })).filter(
    ({ doc }) => doc.expiresAt > context.now,
  )

/** @throws AppError NOT_VERIFIED; NOT_FOUND for a voucher or a draft that is not theirs; TOO_MANY_DRAFTS */
export const saveDraft = async (context: Context, wish: DraftWish) => {
  const acting = await actingFor(context, { scope: 'refunds', taxpayerId: wish.taxpayerId })
  const subject = await verifiedSubject(context, acting)
  if (wish.voucherId !== undefined) await ownVoucher(context, subject, wish.voucherId)
  if (wish.draftId === undefined && (await draftsOf(context, acting.taxpayerId)).length >= MOST_DRAFTS)
    throw new AppError('TOO_MANY_DRAFTS')
  const key = await context.vault.keyOf(acting.owner)
  return context.transact(async (tx) => {
    const id = wish.draftId ?? tx.id('rd')
    const before = await tx.get(refundDrafts, id)
    const theirs =
      before?.owner === acting.owner && before.taxpayerId === acting.taxpayerId && before.expiresAt > tx.now
    if (wish.draftId !== undefined && (!theirs || before.kind !== wish.kind)) throw new AppError('NOT_FOUND')
    const days = rowOn(DRAFT_DAYS, dayOf(tx.now), 'time of drafts').value
    const doc: RefundDraftDoc = {
      v: 1,
      owner: acting.owner,
      taxpayerId: acting.taxpayerId,
      kind: wish.kind,
      hallId: wish.hallId ?? null,
      voucherId: wish.voucherId ?? null,
      values: key.seal(`refundDrafts|${id}|values`, JSON.stringify(wish.values)),
      account: wish.account
        ? sealAccount(key, accountAt('refundDrafts', id), wish.account)
        : (before?.account ?? null),
      materials: wish.materials,
      step: wish.step,
      changedAt: tx.now,
      expiresAt: tx.now + days * DAY_MS,
    }
    tx.put(refundDrafts, id, doc)
    return { id, changedAt: doc.changedAt, expiresAt: doc.expiresAt }
  })
}

/** Of every taxpayer that the caller may act for in refunds, newest first. */
export const myDrafts = async (context: Context) => {
  const { doc: account } = await callingAccount(context)
  const ids = account.bindings
    .filter(({ standing }) => standing === 'verified')
    .map(({ taxpayerId }) => taxpayerId)
  const names = await taxpayerNames(context, ids)
  const rows = await Promise.all(
    ids.map(async (taxpayerId) => {
      const acting = await actingFor(context, { scope: 'refunds', taxpayerId }).catch(() => undefined)
      return acting ? draftsOf(context, taxpayerId) : []
    }),
  )
  return rows
    .flat()
    .sort((a, b) => b.doc.changedAt - a.doc.changedAt)
    .map(({ id, doc }) => ({
      id,
      kind: doc.kind,
      taxpayerName: names.get(doc.taxpayerId)?.name ?? '',
      changedAt: doc.changedAt,
      expiresAt: doc.expiresAt,
    }))
}

export const dropDraft = async (context: Context, id: string): Promise<{ dropped: true }> => {
  const { doc } = await ownDraft(context, id)
  return context.transact(async (tx) => {
    const standing = await tx.get(refundDrafts, id)
    if (standing?.owner !== doc.owner) throw new AppError('NOT_FOUND')
    tx.remove(refundDrafts, id)
    return { dropped: true as const }
  })
}
