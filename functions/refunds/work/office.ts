/** What officers decide: each step by somebody of the hall who holds the duty, audited in the commit that takes it. */
import { auditEntry } from '../../core/io/audit/entry'
import { takeWork } from '../../core/io/cases/work-items'
import type { Context } from '../../core/io/context'
import { callerId } from '../../core/io/identity/caller'
import { reader } from '../../core/io/store/reader'
import type { Tx } from '../../core/io/store/transaction'
import { stateAfter } from '../../core/pure/case'
import type { Duty } from '../../core/pure/duties'
import { AppError } from '../../core/pure/errors'
import { rowOn } from '../../core/pure/law'
import { addDays, dayOf } from '../../core/pure/time'
import { hallOnDuty } from '../../halls/public'
import { refundCases, taxAccounts, vouchers, type RefundCaseDoc } from '../collections'
import { CORRECTION_DAYS } from '../data/figures'
import type { ReasonCode } from '../data/reasons'
import { offsetOn } from '../rules/arrears'
import { refundTable, type RefundMove } from '../rules/states'
import { paused } from './clock'
import { approvalsLeft, dutyOf, insistOtherPerson, insistUnconcerned, stepsAfter } from './duty'
import { moneyOf } from './money'
import { moveCase, type RefundFacts, type Said } from './move'
import type { Case, MovedTo } from './own'
import { issueDecision } from './proof'

/** @throws AppError NOT_FOUND for an unknown case and for another hall's alike */
export const hallCase = async (context: Context, id: string, duty?: Duty): Promise<Case> => {
  const doc = await reader(context.store).get(refundCases, id)
  if (!doc) throw new AppError('NOT_FOUND')
  await hallOnDuty(context, doc.hallId, duty)
  return { id, doc }
}

interface Deciding {
  readonly duty: Duty
  readonly move: (doc: RefundCaseDoc) => RefundMove
  readonly set?: (doc: RefundCaseDoc, tx: Tx) => Partial<RefundFacts> | Promise<Partial<RefundFacts>>
  readonly said?: Said
}

/** Codes and figures; what was written stays sealed in the event. */
const auditDetail = (doc: RefundCaseDoc, { reasons = [], fen }: Said) => ({
  place: doc.events,
  state: doc.state,
  reasons: [...reasons],
  ...(fen === undefined ? {} : { fen }),
})

/** @throws AppError NOT_FOUND, CASE_TAKEN, CASE_STATE, FOUR_EYES */
export const decideStep = async (context: Context, id: string, deciding: Deciding): Promise<MovedTo> => {
  const { duty, said = {} } = deciding
  const { doc } = await hallCase(context, id, duty)
  await insistUnconcerned(context, doc)
  const key = (await context.vault.keysOf([doc.owner])).get(doc.owner)
  const actor = callerId(context)
  return context.transact(async (tx) => {
    const standing = await tx.get(refundCases, id)
    if (!standing) throw new AppError('NOT_FOUND')
    const move = deciding.move(standing)
    // What was proposed stands until whoever approves has decided: nobody changes it under an approval that was given already.
    if (dutyOf(standing) !== duty || stateAfter(refundTable, standing, { move, by: 'officer' }) === undefined)
      throw new AppError('CASE_STATE')
    insistOtherPerson(standing, actor)
    await takeWork(tx, id, actor)
    const set = {
      steps: stepsAfter(standing.steps, { accountId: actor, duty }),
      ...(await deciding.set?.(standing, tx)),
    }
    const after = await moveCase(tx, { id, doc: standing, move, by: 'officer', actor, set, said, key })
    const detail = auditDetail(after, said)
    auditEntry(tx, { actor, action: context.procedure, subject: id, hallId: after.hallId, detail })
    return { id, state: after.state }
  })
}

export const accept = (context: Context, id: string): Promise<MovedTo> =>
  decideStep(context, id, {
    duty: 'review',
    move: () => 'accept',
    set: (doc) => ({ acceptedOn: doc.acceptedOn ?? dayOf(context.now) }),
  })

interface Reasoned {
  readonly id: string
  readonly reasons: readonly ReasonCode[]
  readonly said?: string | undefined
}

const insistReason = (reasons: readonly ReasonCode[]): void => {
  if (reasons.length === 0) throw new AppError('REASON_MISSING')
}

export const notAccept = (context: Context, { id, reasons, said }: Reasoned): Promise<MovedTo> => {
  insistReason(reasons)
  return decideStep(context, id, { duty: 'review', move: () => 'notAccept', said: { reasons, said } })
}

/** From the next day on the office's time stands still. */
export const askCorrection = (
  context: Context,
  {
    id,
    list,
  }: { readonly id: string; readonly list: readonly { readonly code: string; readonly said: string }[] },
): Promise<MovedTo> => {
  const today = dayOf(context.now)
  const days = rowOn(CORRECTION_DAYS, today, 'time of corrections').value
  return decideStep(context, id, {
    duty: 'review',
    move: () => 'askCorrection',
    set: (doc) => ({
      pauses: paused(doc.pauses, today),
      correctionDue: addDays(today, days),
    }),
    said: { list },
  })
}

export const startReview = (context: Context, id: string): Promise<MovedTo> =>
  decideStep(context, id, { duty: 'review', move: () => 'review' })

export interface Proposal extends Reasoned {
  readonly outcome: 'approve' | 'reject'
  readonly approved: number
}

/** @throws AppError AMOUNT; REASON_MISSING for a rejection, and for less than was claimed */
export const propose = async (
  context: Context,
  { id, outcome, approved, reasons, said }: Proposal,
): Promise<MovedTo> => {
  const { doc } = await hallCase(context, id, 'review')
  if (outcome === 'approve' && (approved <= 0 || approved > doc.claimed))
    throw new AppError('AMOUNT', { most: doc.claimed })
  if (outcome === 'reject' || approved < doc.claimed) insistReason(reasons)
  const granted = outcome === 'approve' ? approved : 0
  return decideStep(context, id, {
    duty: 'review',
    move: () => 'propose',
    set: ({ events }) => ({ proposal: { outcome, approved: granted, place: events + 1 } }),
    said: { reasons, said, fen: granted },
  })
}

/** Interest and what is owed are those of the day on which it is approved; what is owed falls by what it takes. */
const settled = async (context: Context, doc: RefundCaseDoc, tx: Tx): Promise<Partial<RefundFacts>> => {
  const approved = doc.proposal?.approved ?? 0
  const account = await tx.get(taxAccounts, doc.subject)
  const voucher = doc.voucherId === null ? undefined : await tx.get(vouchers, doc.voucherId)
  const { lines: _lines, ...money } = moneyOf({
    kind: doc.kind,
    approved,
    direction: doc.direction,
    paidOn: voucher?.paidOn ?? null,
    arrears: account?.arrears ?? 0,
    on: dayOf(context.now),
    foundBy: doc.foundBy,
    receivedOn: doc.receivedOn,
  })
  if (account && money.offset > 0)
    tx.replace(taxAccounts, doc.subject, {
      v: 1,
      ...offsetOn(account, dayOf(context.now), money.offset),
      changedAt: tx.now,
    })
  return { money }
}

export interface Decision {
  readonly id: string
  /** Of the proposal that was looked at. */
  readonly place: number
  readonly said?: string | undefined
}

/** What was sent back and proposed anew meanwhile is not what was looked at. */
const insistProposal = ({ proposal }: RefundCaseDoc, place: number): void => {
  if (proposal?.place !== place) throw new AppError('CASE_STATE')
}

const moveOfAgreement = (doc: RefundCaseDoc): RefundMove => {
  if (doc.proposal?.outcome === 'reject') return 'reject'
  return approvalsLeft(doc) > 1 ? 'endorse' : 'approve'
}

/** A decision has a code by which anybody can verify it, from the commit that makes it. */
export const agree = async (context: Context, { id, place, said }: Decision): Promise<MovedTo> => {
  const { doc } = await hallCase(context, id, 'approve')
  const { hall } = await hallOnDuty(context, doc.hallId, 'approve')
  return decideStep(context, id, {
    duty: 'approve',
    move: (doc) => {
      insistProposal(doc, place)
      return moveOfAgreement(doc)
    },
    set: async (standing, tx) => {
      const move = moveOfAgreement(standing)
      if (move === 'endorse') return {}
      const granted = move === 'approve'
      return {
        ...(granted ? await settled(context, standing, tx) : {}),
        proof: issueDecision(tx, { id, doc: standing, office: hall.name, granted }),
      }
    },
    said: { said },
  })
}

/** Back to whoever reviews; earlier approvals count for nothing then. */
export const sendBack = (context: Context, { id, place, said }: Decision): Promise<MovedTo> =>
  decideStep(context, id, {
    duty: 'approve',
    move: (doc) => {
      insistProposal(doc, place)
      return 'sendBack'
    },
    set: ({ steps }) => ({ proposal: null, steps: steps.filter(({ duty }) => duty !== 'approve') }),
    said: { said },
  })
