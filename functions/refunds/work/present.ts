/** A case as its claimant and its office see it. */
import type * as z from 'zod/mini'
import { isNameOf, taxpayerNames } from '../../accounts/public'
import { NO_DAY, type CaseEventDoc } from '../../core/io/cases/collections'
import { caseHistory } from '../../core/io/cases/record'
import type { Context } from '../../core/io/context'
import { showMaterials } from '../../core/io/materials/use'
import type { DataKey } from '../../core/io/security/contract'
import { reader } from '../../core/io/store/reader'
import type { Stored } from '../../core/io/store/contract'
import { movesOpen, type Party } from '../../core/pure/case'
import type { Language } from '../../core/pure/errors'
import { maskName } from '../../core/pure/masking'
import { PAYOUT_REASONS, payoutReasonOf } from '../../core/pure/payout-reasons'
import { say } from '../../core/pure/text'
import { dayOf } from '../../core/pure/time'
import { catalogueOf } from '../../halls/public'
import { vouchers, type RefundCaseDoc } from '../collections'
import { APPEAL, REASONS, type ReasonCode, type ReasonRow } from '../data/reasons'
import { kindLaw } from '../rules/kinds'
import { refundTable } from '../rules/states'
import { termOf } from '../rules/term'
import type * as schemas from '../schemas'
import { accountAt, lacksAccount, showAccount } from './account'
import { standingNow } from './clock'
import { showVoucher } from './show-voucher'

export type CaseRow = z.infer<typeof schemas.caseRow>
export type CaseFull = z.infer<typeof schemas.caseFull>
type HistoryRow = z.infer<typeof schemas.historyRow>
type Basis = HistoryRow['reasons'][number]

const basisIn = ({ rule, basis, unconfirmed }: ReasonRow, language: Language): Basis => ({
  rule: say(rule, language),
  basis: say(basis, language),
  unconfirmed,
})

const isReason = (code: unknown): code is ReasonCode =>
  typeof code === 'string' && Object.hasOwn(REASONS, code)

/** Dates as they stand today: while it waits for its claimant they move on with each day. */
export const showRow = (
  { now, language }: Pick<Context, 'now' | 'language'>,
  { id, doc, name }: { readonly id: string; readonly doc: RefundCaseDoc; readonly name: string },
): CaseRow => {
  const over = refundTable.next[doc.state] === null
  const { target, outer, state } = standingNow(doc, dayOf(now))
  return {
    id,
    kind: doc.kind,
    kindName: say(kindLaw(doc.kind, doc.receivedOn).name, language),
    state: doc.state,
    next: refundTable.next[doc.state],
    taxpayerName: name,
    claimed: doc.claimed,
    receivedOn: doc.receivedOn,
    target: over ? doc.target : target.known ? target.value : NO_DAY,
    outer: over ? doc.outer : outer.known ? outer.value : null,
    paused: !over && state === 'paused',
    correctionDue: doc.correctionDue,
    payable: doc.money?.payable ?? null,
    changedAt: doc.changedAt,
  }
}

interface Reading {
  readonly key: DataKey | undefined
  readonly language: Language
  readonly me: string
}

const opened = (key: DataKey | undefined, id: string, field: string, sealed: unknown): string | undefined =>
  key && typeof sealed === 'string' ? key.open(`caseEvents|${id}|${field}`, sealed) : undefined

export const showEvent = ({ id, doc }: Stored<CaseEventDoc>, { key, language, me }: Reading): HistoryRow => {
  const { place, at, move, by, actor, data } = doc
  const said = opened(key, id, 'said', data.said)
  const list = opened(key, id, 'list', data.list)
  const codes = Array.isArray(data.reasons) ? data.reasons.filter(isReason) : []
  const why = typeof data.why === 'string' ? PAYOUT_REASONS[payoutReasonOf(data.why)] : undefined
  return {
    place,
    at,
    move,
    by,
    mine: actor === me,
    reasons: codes.map((code) => basisIn(REASONS[code], language)),
    ...(said === undefined ? {} : { said }),
    ...(why ? { said: `${say(why.reason, language)}。${say(why.next, language)}` } : {}),
    ...(list === undefined ? {} : { list: JSON.parse(list) as { code: string; said: string }[] }),
    ...(typeof data.fen === 'number' ? { fen: data.fen } : {}),
  }
}

/** Values as they were handed in; none once their owner is erased. */
export const caseValues = (
  key: DataKey | undefined,
  id: string,
  { values }: Pick<RefundCaseDoc, 'values'>,
): Record<string, string | number | boolean> =>
  key
    ? (JSON.parse(key.open(`refundCases|${id}|values`, values)) as Record<string, string | number | boolean>)
    : {}

/** The office pays to an account of the taxpayer's own, or to another with its reason: it learns which, and no name. */
const officesAccount = async (
  context: Context,
  { id, doc, key }: { readonly id: string; readonly doc: RefundCaseDoc; readonly key: DataKey | undefined },
) => {
  const shown = showAccount(key, accountAt('refundCases', id), doc.account)
  if (!shown) return null
  const own = await isNameOf(context, doc.taxpayerId, shown.holder)
  return { ...shown, holder: maskName(own ? doc.payer : 'person', shown.holder), own }
}

/** Of these, claimants learn that they were made; what they said only once it is the decision. */
const AMONG_OFFICERS: readonly string[] = ['propose', 'endorse', 'sendBack']

/** What the office considers is its own until it has decided; what was sent back never was a decision. */
const claimantsHistory = (rows: readonly HistoryRow[]): HistoryRow[] => {
  const decided = rows.some(({ move }) => move === 'approve' || move === 'reject')
  const stands = rows.map(({ move }) => move).lastIndexOf('propose')
  return rows.map((row, at) => {
    if (!AMONG_OFFICERS.includes(row.move) || (decided && at >= stands)) return row
    const { place, at: when, move, by, mine } = row
    return { place, at: when, move, by, mine, reasons: [] }
  })
}

const OBJECTS: readonly string[] = ['notAccepted', 'rejected', 'paid']

/** @param by whose moves are offered */
export const showCase = async (
  context: Context,
  {
    id,
    doc,
    by,
    me,
  }: { readonly id: string; readonly doc: RefundCaseDoc; readonly by: Party; readonly me: string },
): Promise<CaseFull> => {
  const { store, vault, language } = context
  const key = (await vault.keysOf([doc.owner])).get(doc.owner)
  const [names, catalogue, voucher, history, materials] = await Promise.all([
    taxpayerNames(context, [doc.taxpayerId]),
    catalogueOf(context),
    doc.voucherId === null ? undefined : reader(store).get(vouchers, doc.voucherId),
    caseHistory(store, id),
    showMaterials(store, doc, key),
  ])
  const hall = catalogue.halls.get(doc.hallId)
  const rows = history.map((event) => showEvent(event, { key, language, me }))
  const values = caseValues(key, id, doc)
  const term = termOf(kindLaw(doc.kind, doc.receivedOn), doc.foundBy, values)
  return {
    ...showRow(context, { id, doc, name: names.get(doc.taxpayerId)?.name ?? '' }),
    taxpayerId: doc.taxpayerId,
    payer: doc.payer,
    hallId: doc.hallId,
    hallName: hall ? say(hall.name, language) : doc.hallId,
    direction: doc.direction,
    voucher: voucher && doc.voucherId !== null ? showVoucher(doc.voucherId, voucher, language) : null,
    values,
    foundBy: doc.foundBy,
    account:
      by === 'officer'
        ? await officesAccount(context, { id, doc, key })
        : showAccount(key, accountAt('refundCases', id), doc.account),
    materials,
    money: doc.money,
    history: by === 'claimant' ? claimantsHistory(rows) : rows,
    moves: movesOpen(refundTable, doc, by).filter((move) => move !== 'nameAccount' || lacksAccount(doc)),
    term: { rule: say(term.rule, language), basis: say(term.basis, language), unconfirmed: term.unconfirmed },
    ...(OBJECTS.includes(doc.state) ? { appeal: basisIn(APPEAL, language) } : {}),
  }
}
