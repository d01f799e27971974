/**
 * A week of a campaign: people enter at once and twice, claim, decline, name closed accounts; invoices become void, reviewers leave
 * entries out, the relay is silent for hours, and what the clock runs dies at any commit. Then what must hold is read from the documents.
 */
import type { Services } from '../../../functions/core/io/context'
import type { InvoiceFacts } from '../../../functions/core/pure/invoice-facts'
import { addDays, instantOf, type Day } from '../../../functions/core/pure/time'
import type { Campaign } from '../../../functions/lottery/rules/campaign'
import { payPrizes, runPrizes } from '../../../functions/lottery/work/prize-time'
import { runDraws } from '../../../functions/lottery/work/run'
import { dyingAt } from '../dying'
import { CAMPAIGN, openWorld, type World } from '../../functions/lottery/world'
import { atOnceCampaign } from '../../functions/lottery/campaign'
import { seededRandom, type Random } from '../fuzz/random'
import { lotteryFaults } from './faults'

const FIRST: Day = '2026-11-24'
const CLOSED = '6222020200110000000'
const GOOD = '6222020200112345678'
const REVIEWER = '审核人'

export interface WeekAsked {
  readonly seed: number
  readonly days: number
  readonly people: number
  /** Things that happen in a day. */
  readonly perDay: number
}

export interface WeekTold {
  readonly entries: number
  readonly wonAtOnce: number
  readonly paid: number
  readonly deaths: number
  readonly refused: Readonly<Record<string, number>>
  readonly faults: readonly string[]
}

interface Week {
  readonly world: World
  readonly random: Random
  readonly people: readonly string[]
  readonly entered: { readonly id: string; readonly as: string; readonly facts: InvoiceFacts }[]
  readonly refused: Map<string, number>
  readonly tally: { calls: number; wonAtOnce: number; deaths: number }
}

/** What people may be told; anything else is a fault. */
const EXPECTED = new Set(['MAY_NOT_ENTER', 'PERIOD_CLOSED', 'CASE_STATE', 'BUSY'])

const ask = async <T>(
  { world, tally, refused, random }: Week,
  [procedure, input, as]: readonly [string, unknown, string],
): Promise<T | undefined> => {
  const key = `week-${String(tally.calls).padStart(6, '0')}`
  tally.calls += 1
  const answer = await world.call<T>(procedure, input, { as, key })
  if (random.chance(0.1)) {
    const again = await world.call<T>(procedure, input, { as, key })
    if (again.ok !== answer.ok) throw new Error(`${procedure} was answered otherwise the second time`)
  }
  if (answer.ok) return answer.body
  const code = answer.code ?? ''
  if (!EXPECTED.has(code)) throw new Error(`${procedure}: ${code}`)
  refused.set(code, (refused.get(code) ?? 0) + 1)
  return undefined
}

/** Several at once, some of them the same invoice. */
const enter = async (week: Week, day: Day): Promise<void> => {
  const { world, random, people } = week
  const attempts: { readonly as: string; readonly facts: InvoiceFacts }[] = []
  for (let i = random.int(1, 6); i > 0; i -= 1) {
    const as = random.pick(people)
    const amount = random.chance(0.3) ? random.int(50_000, 90_000) : random.int(10_000, 30_000)
    const facts = await world.invoice(as, { amount, issuedOn: day })
    attempts.push({ as, facts })
    if (random.chance(0.2)) attempts.push({ as: random.chance(0.5) ? as : random.pick(people), facts })
  }
  await Promise.all(
    attempts.map(async ({ as, facts }) => {
      const done = await ask<{ id: string; instant: { tier: string | null } | null }>(week, [
        'lottery/enter',
        { campaign: CAMPAIGN, facts },
        as,
      ])
      if (!done) return
      week.entered.push({ id: done.id, as, facts })
      if (done.instant?.tier != null) week.tally.wonAtOnce += 1
    }),
  )
}

interface Prize {
  readonly id: string
  readonly moves: readonly string[]
}

const claim = async (week: Week): Promise<void> => {
  const { world, random, people } = week
  const as = random.pick(people)
  const { items } = await world.must<{ items: Prize[] }>('lottery/prizes', {}, { as })
  for (const { id, moves } of items) {
    const account = { bank: '示范银行', number: random.chance(0.2) ? CLOSED : GOOD }
    if (moves.includes('fixAccount')) await ask(week, ['lottery/fixAccount', { id, account }, as])
    else if (moves.includes('claim') && random.chance(0.7))
      await Promise.all([1, 2].map(() => ask(week, ['lottery/claim', { id, account }, as])))
    else if (moves.includes('decline') && random.chance(0.1)) await ask(week, ['lottery/decline', { id }, as])
  }
}

const spoil = async (week: Week): Promise<void> => {
  if (week.entered.length === 0) return
  const { id, as, facts } = week.random.pick(week.entered)
  if (week.random.chance(0.5)) {
    await week.world.void(facts)
    await week.world.call('invoices/check', facts, { as })
  } else await ask(week, ['lottery/exclude', { id, reason: 'split' }, REVIEWER])
}

/** What the clock runs, which may die anywhere. */
const tick = async (week: Week): Promise<void> => {
  const { world, random } = week
  const run = async (work: (services: Services) => Promise<unknown>): Promise<void> => {
    const commits = random.chance(0.6) ? random.int(0, 12) : Infinity
    if (commits !== Infinity) week.tally.deaths += 1
    await dyingAt(world.services, { commits, told: random.chance(0.5) }, work)
  }
  await run(runDraws)
  await run(runPrizes)
  await run(payPrizes)
  world.services.time.now += random.int(1, 4) * 60_000
}

const happen = async (week: Week, day: Day): Promise<void> => {
  const { world, random } = week
  const what = random.next()
  if (what < 0.45) await enter(week, day)
  else if (what < 0.6) await claim(week)
  else if (what < 0.66) await spoil(week)
  else if (what < 0.7) world.relay.sign = random.chance(0.5) ? undefined : (round) => world.chain.sign(round)
  else await tick(week)
}

const liveDay = async (week: Week, day: Day, things: number): Promise<void> => {
  const minutes = Array.from({ length: things }, () => week.random.int(0, 1439)).sort((a, b) => a - b)
  for (const minute of minutes) {
    week.world.services.time.now = Math.max(week.world.services.time.now, instantOf(day, minute))
    await happen(week, day)
  }
}

/** Everything that is due is done, and nothing dies any more. */
const settle = async ({ world }: Week, day: Day): Promise<void> => {
  world.relay.sign = (round) => world.chain.sign(round)
  for (const minute of [1, 30, 60]) {
    world.services.time.now = instantOf(day, minute)
    await world.run()
  }
}

export const liveWeek = async ({ seed, days, people: many, perDay }: WeekAsked): Promise<WeekTold> => {
  const random = seededRandom(seed)
  const world = await openWorld({
    seed,
    rejects: (payee) => (payee.kind === 'bank' && payee.account === CLOSED ? 'accountClosed' : undefined),
  })
  try {
    const campaign: Campaign = atOnceCampaign()
    await world.publish(campaign)
    world.services.time.now = instantOf(addDays(FIRST, -1), 800)
    await world.run()
    const people = Array.from({ length: many }, (_, i) => `住户${i}`)
    for (const name of people) await world.person(name)
    const tally = { calls: 0, wonAtOnce: 0, deaths: 0 }
    const week: Week = { world, random, people, entered: [], refused: new Map(), tally }
    for (let i = 0; i < days; i += 1) await liveDay(week, addDays(FIRST, i), perDay)
    await settle(week, addDays(FIRST, days + 1))
    const faults = await lotteryFaults(world.services, campaign)
    const { paid } = await paidOf(week)
    world.services.logged.length = 0
    const { wonAtOnce, deaths } = tally
    return {
      entries: week.entered.length,
      wonAtOnce,
      paid,
      deaths,
      refused: Object.fromEntries(week.refused),
      faults,
    }
  } finally {
    await world.close()
  }
}

const paidOf = async ({ world, people }: Week): Promise<{ readonly paid: number }> => {
  let paid = 0
  for (const as of people) {
    const { items } = await world.must<{ items: { state: string }[] }>('lottery/prizes', {}, { as })
    paid += items.filter(({ state }) => state === 'paid').length
  }
  return { paid }
}
