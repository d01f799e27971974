/** Handing an application in: everything is looked at again by the server, then one commit makes the case and takes what it claims. */
import { actingFor, type Acting } from '../../accounts/public'
import type { Context } from '../../core/io/context'
import { callerId } from '../../core/io/identity/caller'
import { stillOnFile, useMaterials } from '../../core/io/materials/use'
import type { DataKey } from '../../core/io/security/contract'
import { AppError } from '../../core/pure/errors'
import { tidyValues } from '../../core/pure/form-values'
import type { Values } from '../../core/pure/forms'
import { dayOf } from '../../core/pure/time'
import { catalogueOf, hallOf } from '../../halls/public'
import { refundDrafts, type Materials } from '../collections'
import type { ClaimKind } from '../rules/kind'
import { kindLaw, kindRules } from '../rules/kinds'
import { materialsNeeded } from '../rules/kinds/materials'
import { onceName } from '../rules/once'
import { termOf } from '../rules/term'
import { accountAt, insistExplained, sealAccount, type BankAccount } from './account'
import { claimedIn, directionIn, insistForm, isOpen } from './check'
import { draftAccount, draftValues, ownDraft } from './drafts'
import { keptDates, keptTerm } from './clock'
import { showFinding, stops } from './findings'
import { knownFor } from './known'
import { verifiedSubject } from './whose'
import { moveCase, type RefundFacts } from './move'
import type { MovedTo } from './own'
import { claimOnce, reserve } from './reserve'

/** @throws AppError MATERIALS_MISSING with the codes of what is asked for and was not given */
export const insistMaterials = (kind: ClaimKind, values: Values, given: Materials, day: string): void => {
  const codes = materialsNeeded(kindLaw(kind, day), values)
    .filter(({ optional, onFile }) => !optional && !onFile)
    .map(({ code }) => code)
    .filter((code) => !given.some((one) => one.code === code))
  if (codes.length > 0) throw new AppError('MATERIALS_MISSING', { codes })
}

interface Ready {
  readonly acting: Acting
  readonly subject: string
  readonly kind: ClaimKind
  readonly values: Values
  readonly claimed: number
  readonly hallId: string
  readonly voucherId: string | null
  readonly account: BankAccount | undefined
  readonly materials: Materials
  readonly key: DataKey
}

/** All that can be refused before anything is written, in the order in which a person would mend it. */
const readyToSubmit = async (context: Context, id: string): Promise<Ready> => {
  const { doc, key } = await ownDraft(context, id)
  const { kind, voucherId, hallId } = doc
  const acting = await actingFor(context, { scope: 'refunds', taxpayerId: doc.taxpayerId })
  const subject = await verifiedSubject(context, acting)
  const today = dayOf(context.now)
  const kept = draftValues(key, id, doc)
  insistForm(kind, kept, { today, language: context.language })
  const values = tidyValues(kindRules[kind].form, kept)
  const wish = { kind, payer: acting.kind, subject, voucherId: voucherId ?? undefined }
  const { known } = await knownFor(context, wish)
  const checked = kindRules[kind].check(values, known)
  if (!isOpen(checked))
    throw new AppError('NOT_ELIGIBLE', {
      findings: checked.findings.filter(stops).map((one) => showFinding(one, context.language)),
    })
  const materials = await stillOnFile(context.store, doc.materials, doc.taxpayerId)
  insistMaterials(kind, values, materials, today)
  if (hallId === null) throw new AppError('OFFICE_MISSING')
  hallOf(await catalogueOf(context), hallId)
  const account = draftAccount(key, id, doc)
  if (!account && directionIn(values) === 'refund') throw new AppError('ACCOUNT_MISSING')
  if (account) await insistExplained(context, doc.taxpayerId, account)
  const claimed = claimedIn(values, checked)
  if (claimed <= 0) throw new AppError('NOT_ELIGIBLE', { findings: [] })
  return { acting, subject, kind, values, claimed, hallId, voucherId: doc.voucherId, account, materials, key }
}

const firstFacts = (ready: Ready, id: string, filedBy: string, today: string): RefundFacts => {
  const { acting, kind, values, key, account } = ready
  const term = keptTerm(termOf(kindLaw(kind, today), 'taxpayer', values))
  const begun = { term, receivedOn: today, acceptedOn: null, pauses: [] }
  return {
    kind,
    foundBy: 'taxpayer',
    ...begun,
    ...keptDates(begun, today),
    hallId: ready.hallId,
    owner: acting.owner,
    filedBy,
    claimants: [...new Set([acting.owner, filedBy])],
    taxpayerId: acting.taxpayerId,
    subject: ready.subject,
    payer: acting.kind,
    voucherId: kindLaw(kind, today).perVoucher ? ready.voucherId : null,
    claimKey: null,
    values: key.seal(`refundCases|${id}|values`, JSON.stringify(values)),
    account: account ? sealAccount(key, accountAt('refundCases', id), account) : null,
    claimed: ready.claimed,
    direction: directionIn(values),
    materials: ready.materials,
    correctionDue: null,
    escalatedOn: null,
    proposal: null,
    steps: [],
    money: null,
    orderId: null,
    proof: null,
  }
}

/**
 * @throws AppError FORM_FAULTS, NOT_ELIGIBLE, MATERIALS_MISSING, OFFICE_MISSING, ACCOUNT_MISSING, EXPLANATION_MISSING; VOUCHER_SPENT and CLAIMED_BEFORE
 * when another claim has taken it, by the store
 */
export const submit = async (context: Context, draftId: string): Promise<MovedTo> => {
  const ready = await readyToSubmit(context, draftId)
  const today = dayOf(context.now)
  const once = onceName(ready.kind, ready.values)
  const claimKey =
    once === undefined ? null : `ck_${context.vault.pseudonym('claim', `${ready.subject}|${once}`)}`
  return context.transact(async (tx) => {
    const id = tx.id('rf')
    const draft = await tx.get(refundDrafts, draftId)
    if (!draft || draft.owner !== ready.acting.owner) throw new AppError('NOT_FOUND')
    const facts = { ...firstFacts(ready, id, callerId(context), today), claimKey }
    if (facts.voucherId !== null) await reserve(tx, { voucherId: facts.voucherId, claimed: facts.claimed })
    if (claimKey !== null) await claimOnce(tx, claimKey, { caseId: id, taxpayerId: facts.taxpayerId })
    await useMaterials(tx, facts.materials, { taxpayerId: facts.taxpayerId, caseId: id })
    tx.remove(refundDrafts, draftId)
    const doc = await moveCase(tx, {
      id,
      doc: undefined,
      move: 'submit',
      by: 'claimant',
      actor: facts.filedBy,
      set: facts,
      said: { fen: facts.claimed },
      key: ready.key,
    })
    return { id, state: doc.state }
  })
}
