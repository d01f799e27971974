/**
 * A month of refunds at one office: people claim, forget, are asked for more, name closed accounts; officers are on leave; calls and
 * callbacks come twice. Then what must hold is read from the documents.
 */
import { caseHistory } from '../../functions/core/io/cases/record'
import { outsideCalls } from '../../functions/core/io/outside/collections'
import type { Payee } from '../../functions/core/io/payout/contract'
import { allOf } from '../../functions/core/io/store/pages'
import { dayKind } from '../../functions/core/pure/calendar'
import type { PayoutReason } from '../../functions/core/pure/payout-reasons'
import { addDays, dayOf, HOUR, instantOf, weekdayOf, type Day } from '../../functions/core/pure/time'
import { payoutDays, refundCases, type RefundCaseDoc } from '../../functions/refunds/collections'
import { settlePayout } from '../../functions/refunds/work/pay'
import { seededRandom, type Random } from '../harness/fuzz/random'
import { refundFaults } from '../harness/refunds'
import { ACCOUNT, overpaidValues } from '../functions/refunds/values'
import { HALL, material, openWorld, type World } from '../functions/refunds/world'
import { makeClaimant, OFFICE, staffHall, type Claimant } from './people'

const FIRST: Day = '2026-11-02'
/** Days on which people claim; after them the office works off what is left. */
const MONTH = 30
const LAST = 110
const CLOSED = '6222020200110000000'
/** Steps that an officer takes in a day: too few for the month, so that cases grow old. */
const A_DAY = 45

export interface Simulated {
  readonly cases: number
  readonly days: number
  readonly calls: number
  readonly seconds: number
  readonly states: Readonly<Record<string, number>>
  readonly refused: Readonly<Record<string, number>>
  readonly escalated: number
  readonly bankRejections: number
  readonly repeated: number
  /** Days on which at least one officer was on leave. */
  readonly leaveDays: number
  /** Compared with the channel's statement, over all days. */
  readonly comparedDays: number
  readonly differences: number
  /** Decided after the outer date, or still open then, and never raised before. */
  readonly unescalated: number
  readonly faults: readonly string[]
}

interface Item {
  readonly id: string
  readonly state: string
  readonly duty: string
  readonly assignee: string
  readonly mayAct: boolean
}

interface Office {
  readonly world: World
  readonly random: Random
  readonly refused: Map<string, number>
  readonly tally: { calls: number; repeated: number; leaveDays: number }
}

const rejects = (payee: Payee): PayoutReason | undefined =>
  payee.kind === 'bank' && payee.account === CLOSED ? 'accountClosed' : undefined

/** Sent again now and then, under the same key: a phone that lost its answer. */
const ask = async <T>(
  { world, random, tally, refused }: Office,
  [procedure, input, as]: readonly [string, unknown, string],
): Promise<T | undefined> => {
  const key = `simulated-${tally.calls}`
  tally.calls += 1
  const first = await world.call<T>(procedure, input, { as, key })
  if (random.chance(0.08)) {
    tally.repeated += 1
    const again = await world.call<T>(procedure, input, { as, key })
    if (first.ok !== again.ok) throw new Error(`${procedure} was answered otherwise the second time`)
  }
  if (!first.ok) {
    const told = `${procedure} ${first.code}`
    refused.set(told, (refused.get(told) ?? 0) + 1)
  }
  return first.ok ? first.body : undefined
}

/** Their own: another's would want an explanation. */
const accountOf = ({ name }: Claimant) => ({ ...ACCOUNT, holder: name })

/** @returns how many were handed in: what a voucher has no room for is thrown away */
const claim = async (office: Office, claimant: Claimant): Promise<0 | 1> => {
  const { world, random } = office
  const amount = random.int(1_000, 400_000)
  const saved = await ask<{ id: string }>(office, [
    'refunds/saveDraft',
    {
      kind: 'overpaid',
      hallId: HALL,
      voucherId: random.pick(claimant.vouchers),
      values: overpaidValues(amount, world.services.time.now),
      account: { ...accountOf(claimant), ...(random.chance(0.05) ? { number: CLOSED } : {}) },
      materials: [{ code: 'proofOfOverpayment', id: claimant.proof }],
      step: 'review',
    },
    claimant.name,
  ])
  if (!saved) return 0
  if (await ask(office, ['refunds/submit', { draftId: saved.id }, claimant.name])) return 1
  await world.must('refunds/dropDraft', { draftId: saved.id }, { as: claimant.name })
  return 0
}

/** The most urgent that this officer may take; what a colleague has is left to the colleague. */
const openItems = async ({ world }: Office, as: string, duty: string): Promise<readonly Item[]> => {
  const found: Item[] = []
  let after: string | undefined
  do {
    const page = await world.must<{ items: Item[]; next?: string }>(
      'workbench/list',
      { hallId: HALL, view: 'open', duty, limit: 50, ...(after === undefined ? {} : { after }) },
      { as },
    )
    found.push(...page.items.filter(({ assignee, mayAct }) => mayAct && assignee !== 'other'))
    after = page.next
  } while (found.length < 20 && after !== undefined)
  return found
}

/** A supervisor frees what somebody on leave has taken up. */
const freeTheAbsent = async (office: Office, absent: readonly string[]): Promise<void> => {
  const [supervisor = ''] = OFFICE.approvers
  for (const as of absent) {
    const { items } = await office.world.must<{ items: Item[] }>(
      'workbench/list',
      { hallId: HALL, view: 'mine', limit: 50 },
      { as },
    )
    for (const { id } of items) await ask(office, ['workbench/release', { id }, supervisor])
  }
}

const reviewOne = async (office: Office, { id, state }: Item, as: string): Promise<void> => {
  const { random } = office
  if (state === 'submitted') {
    const asks = random.chance(0.12)
    const done = asks
      ? await ask(office, [
          'refunds/askCorrection',
          { id, list: [{ code: 'proofOfOverpayment', said: '请补充银行回单' }] },
          as,
        ])
      : undefined
    if (!done) await ask(office, ['refunds/accept', { id }, as])
    return
  }
  if (state === 'accepted') await ask(office, ['refunds/startReview', { id }, as])
  const { world } = office
  const { case: seen } = await world.must<{ case: { claimed: number } }>('refunds/review', { id }, { as })
  const outcome = random.chance(0.06) ? 'reject' : 'approve'
  const part = random.chance(0.1)
  await ask(office, [
    'refunds/propose',
    {
      id,
      outcome,
      approved: outcome === 'reject' ? 0 : part ? Math.ceil(seen.claimed / 2) : seen.claimed,
      reasons: outcome === 'reject' || part ? ['lessOverpaid'] : [],
    },
    as,
  ])
}

const workOff = async (
  office: Office,
  as: string,
  duty: string,
  each: (items: readonly Item[]) => Promise<number>,
): Promise<void> => {
  for (let steps = 0; steps < A_DAY;) {
    const items = await openItems(office, as, duty)
    const done = items.length === 0 ? 0 : await each(items)
    if (done === 0) return
    steps += done
  }
}

/** Who is here today: about one in five is not. */
const present = ({ random, tally }: Office, names: readonly string[]): readonly string[] => {
  const here = names.filter(() => !random.chance(0.2))
  if (here.length < names.length) tally.leaveDays += 1
  return here
}

interface Seen {
  readonly proposal: { readonly place: number } | null
}

const officeDay = async (office: Office): Promise<void> => {
  const { random } = office
  const here = present(office, OFFICE.reviewers)
  await freeTheAbsent(
    office,
    OFFICE.reviewers.filter((one) => !here.includes(one)),
  )
  for (const as of here)
    await workOff(office, as, 'review', async (items) => {
      const mine = items.slice(0, 20)
      for (const item of mine) await reviewOne(office, item, as)
      return mine.length
    })
  for (const as of present(office, OFFICE.approvers))
    await workOff(office, as, 'approve', async (items) => {
      for (const { id } of items) {
        const seen = await ask<Seen>(office, ['refunds/review', { id }, as])
        const place = seen?.proposal?.place
        if (place !== undefined)
          await ask(office, ['refunds/decide', { id, place, agree: !random.chance(0.04) }, as])
      }
      return items.length
    })
  for (const as of present(office, OFFICE.payers))
    await workOff(office, as, 'pay', async (items) => {
      for (let at = 0; at < items.length; at += 4) {
        const ids = items.slice(at, at + 4).map(({ id }) => id)
        // Pressed twice at once: the money moves once.
        await Promise.all([
          ask(office, ['refunds/order', { ids }, as]),
          office.world.call('refunds/order', { ids }, { as }),
        ])
      }
      return items.length
    })
}

/** What waits for its claimant: supplied soon, late or never; another account after a while. */
const claimantsDay = async (office: Office, byOwner: ReadonlyMap<string, Claimant>): Promise<void> => {
  const { world, random } = office
  const waiting = await allOf(world.services.store, refundCases, { index: 'hall', where: { hallId: HALL } })
  for (const { id, doc } of waiting) {
    const claimant = byOwner.get(doc.owner)
    if (!claimant) continue
    const as = claimant.name
    if (doc.state === 'correctionAsked' && random.chance(0.08))
      await ask(office, [
        'refunds/supply',
        { id, materials: [{ code: 'proofOfOverpayment', id: claimant.proof }], said: '已补充回单' },
        as,
      ])
    if (doc.state === 'bankRejected' && random.chance(0.3))
      await ask(office, ['refunds/fixAccount', { id, account: accountOf(claimant) }, as])
    if (doc.state === 'submitted' && random.chance(0.004)) await ask(office, ['refunds/withdraw', { id }, as])
  }
}

/** Callbacks that come again, of every order that is settled. */
const callbacksAgain = async ({ world, random, tally }: Office): Promise<void> => {
  const settled = await allOf(world.services.store, outsideCalls, { index: 'id' })
  for (const { id, doc } of settled)
    if (doc.next === null && random.chance(0.02)) {
      tally.repeated += 1
      await settlePayout(world.services, { callId: id, about: doc.about })
    }
}

/** In a year without a published table, from Monday to Friday. */
const worksOn = (day: Day): boolean => {
  const kind = dayKind(day)
  return kind === 'unpublished' ? weekdayOf(day) < 6 : kind === 'working'
}

const DECIDED: readonly string[] = ['approve', 'reject', 'notAccept', 'withdraw', 'lapse']

/** After its outer date undecided, and never raised before it ran out. */
const ranOutUnseen = async (world: World, id: string, doc: RefundCaseDoc, today: Day): Promise<boolean> => {
  if (doc.outer === null) return false
  const history = await caseHistory(world.services.store, id)
  const decided = history.find((event) => DECIDED.includes(event.doc.move))
  const until = decided ? dayOf(decided.doc.at) : today
  const raised = history.find((event) => event.doc.move === 'escalate')
  return until > doc.outer && !(raised && dayOf(raised.doc.at) <= doc.outer)
}

const told = (line: string): void => void process.stderr.write(`${line}\n`)

export const simulateRefunds = async ({
  cases,
  seed,
}: {
  cases: number
  seed: number
}): Promise<Simulated> => {
  const began = performance.now()
  const random = seededRandom(seed)
  const world = await openWorld({
    seed,
    now: instantOf(FIRST, 8 * 60),
    settings: { payout: { channel: 'ledger', rejects } },
  })
  const { services } = world
  const office: Office = { world, random, refused: new Map(), tally: { calls: 0, repeated: 0, leaveDays: 0 } }
  try {
    await staffHall(world)
    const claimants: Claimant[] = []
    const people = Math.max(1, Math.ceil(cases / 20))
    for (let i = 0; i < people; i += 1)
      claimants.push(
        await makeClaimant(world, {
          name: `申请人${i + 1}`,
          vouchers: 20,
          paid: () => random.int(200_000, 3_000_000),
          proof: (name) => material(world, 'proofOfOverpayment', name),
        }),
      )
    const byOwner = new Map<string, Claimant>()
    for (const one of claimants) byOwner.set(await world.accountId(one.name), one)
    let [days, handedIn] = [0, 0]
    for (; days < LAST; days += 1) {
      const day = addDays(FIRST, days)
      services.time.now = instantOf(day, 9 * 60)
      await world.settle()
      const wanted = days < MONTH ? Math.ceil((cases * (days + 1)) / MONTH) : 0
      for (let tries = 0; handedIn < wanted; tries += 1) {
        if (tries > 50 * (wanted + 1))
          throw new Error(`nothing is handed in: ${[...office.refused.keys()].join(', ')}`)
        handedIn += await claim(office, random.pick(claimants))
      }
      await claimantsDay(office, byOwner)
      if (worksOn(day)) await officeDay(office)
      await world.settle()
      await callbacksAgain(office)
      services.time.now = instantOf(addDays(day, 1), 7 * 60)
      await world.must('refunds/reconcile', {}, { timer: 'reconcile' })
      services.time.now += HOUR
      const open = await allOf(services.store, refundCases, { index: 'hall', where: { hallId: HALL } })
      const left = open.filter(({ doc }) => doc.endedAt === null).length
      told(`${day}: ${open.length} cases, ${left} open`)
      if (days >= MONTH && left === 0) break
    }
    const all = await allOf(services.store, refundCases, { index: 'hall', where: { hallId: HALL } })
    const states: Record<string, number> = {}
    for (const { doc } of all) states[doc.state] = (states[doc.state] ?? 0) + 1
    const today = dayOf(services.time.now)
    let [unescalated, escalated, bankRejections] = [0, 0, 0]
    for (const { id, doc } of all) {
      if (await ranOutUnseen(world, id, doc, today)) unescalated += 1
      if (doc.escalatedOn !== null) escalated += 1
      const history = await caseHistory(services.store, id)
      bankRejections += history.filter((event) => event.doc.move === 'bankReject').length
    }
    const compared = await allOf(services.store, payoutDays, { index: 'id' })
    return {
      cases: all.length,
      days: days + 1,
      calls: office.tally.calls,
      seconds: Math.round((performance.now() - began) / 1000),
      states,
      refused: Object.fromEntries(office.refused),
      escalated,
      bankRejections,
      repeated: office.tally.repeated,
      leaveDays: office.tally.leaveDays,
      comparedDays: compared.length,
      differences: compared.reduce((sum, { doc }) => sum + doc.differences.length, 0),
      unescalated,
      faults: await refundFaults(services.store),
    }
  } finally {
    await world.close()
  }
}
