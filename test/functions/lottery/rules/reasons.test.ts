/** Reasons are complete, independent of each other, and promise nothing that does not come true. */
import fc from 'fast-check'
import { HOUR, instantOf } from '../../../../functions/core/pure/time'
import { exampleCampaigns } from '../../../../functions/lottery/data/campaigns'
import { entryWindow, termsAt, type Campaign } from '../../../../functions/lottery/rules/campaign'
import {
  blocks,
  CHECKS,
  eligibility,
  verdictOf,
  type Entrant,
  type EntrantInvoice,
  type EntryCounts,
  type ReasonCode,
} from '../../../../functions/lottery/rules/eligibility'
import { lastMoment } from '../../../../functions/lottery/rules/reason'
import { amiss, invoiceFor, NAME, NOW, numberOf } from './cases'

interface Situation {
  readonly invoice: EntrantInvoice
  readonly entrant: Entrant
  readonly counts: EntryCounts
  readonly now: number
}

const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arbitrary)

const anyTime = fc.constantFrom(
  NOW,
  instantOf('2026-02-01'),
  instantOf('2026-07-31', 1439),
  instantOf('2026-09-01'),
)

const situation = (campaign: Campaign, now: fc.Arbitrary<number> = anyTime): fc.Arbitrary<Situation> =>
  fc.record({
    now,
    invoice: fc
      .record({
        kind: fc.constantFrom('32', '31', '04'),
        number: fc.constantFrom(numberOf[campaign.id] ?? '', '12345678', '26112000000012345678'),
        issuedOn: fc.constantFrom('2026-02-01', '2026-03-01', '2026-03-17', '2026-09-09'),
        amount: fc.integer({ min: -20_000, max: 40_000 }),
        amountOf: fc.constantFrom('net' as const, 'total' as const),
        total: maybe(fc.integer({ min: 0, max: 30_000 })),
        buyerName: maybe(fc.constantFrom(NAME, '个人', '某某公司', '王芳')),
        issuerRegion: maybe(fc.constantFrom('350200', '330200', '510100', '140100', '350000', '110000')),
        industry: maybe(fc.constantFrom('62', '9041', '7291', '72', '6312', '8080')),
        issuedByProxy: maybe(fc.boolean()),
        state: fc.constantFrom('normal' as const, 'void' as const, 'red' as const, 'unknown' as const),
        verifiedAt: maybe(fc.constant(NOW - HOUR)),
        issuedAt: maybe(fc.constantFrom(NOW, NOW - HOUR, NOW - 24 * HOUR)),
      })
      .map(({ kind, number, issuedOn, amount, amountOf, ...rest }) =>
        invoiceFor(campaign, { ...rest, facts: { kind, number, issuedOn, amount, amountOf } }),
      ),
    entrant: fc.record({
      realName: maybe(fc.constant(NAME)),
      bornOn: maybe(fc.constantFrom('1990-01-01', '2015-01-01', '2008-05-05')),
      stop: maybe(fc.record({ until: maybe(fc.constantFrom(NOW - 1, NOW + HOUR)) })),
      ownDailyCap: maybe(fc.integer({ min: 0, max: 3 })),
    }),
    counts: fc.record({
      today: fc.integer({ min: 0, max: 5 }),
      thisMonth: fc.integer({ min: 0, max: 25 }),
      inAll: fc.integer({ min: 0, max: 120 }),
      todayEverywhere: fc.integer({ min: 0, max: 5 }),
      entered: fc.constantFrom('no' as const, 'mine' as const, 'others' as const),
      dayOpen: fc.constantFrom(null, true, false),
    }),
  })

/** Puts right what one reason is about, and nothing else. */
const mend: Readonly<Record<ReasonCode, (one: Situation, campaign: Campaign) => Situation>> = (() => {
  type Facts = Partial<EntrantInvoice['facts']>
  const facts = (change: Facts) => (one: Situation) => ({
    ...one,
    invoice: { ...one.invoice, facts: { ...one.invoice.facts, ...change } },
  })
  const invoice = (change: Partial<EntrantInvoice>) => (one: Situation) => ({
    ...one,
    invoice: { ...one.invoice, ...change },
  })
  const person = (change: Partial<Entrant>) => (one: Situation) => ({
    ...one,
    entrant: { ...one.entrant, ...change },
  })
  const counts = (change: Partial<EntryCounts>) => (one: Situation) => ({
    ...one,
    counts: { ...one.counts, ...change },
  })
  return {
    entryWindow: (one) => ({ ...one, now: NOW }),
    kind: facts({ kind: '32' }),
    number: (one, campaign) => facts({ number: numberOf[campaign.id] ?? '' })(one),
    region: (one, campaign) => invoice({ issuerRegion: invoiceFor(campaign).issuerRegion })(one),
    sector: invoice({ industry: '6210' }),
    byProxy: invoice({ issuedByProxy: false }),
    floor: invoice({ total: 10_000 }),
    invoiceDate: facts({ issuedOn: '2026-03-01' }),
    state: (one) =>
      facts({ amount: Math.abs(one.invoice.facts.amount) })(
        invoice({ state: 'normal', verifiedAt: NOW - HOUR })(one),
      ),
    wait: invoice({ issuedAt: NOW - 24 * HOUR }),
    entered: counts({ entered: 'no' }),
    realName: person({ realName: NAME }),
    title: invoice({ buyerName: NAME }),
    adult: person({ bornOn: '1990-01-01' }),
    perDay: counts({ today: 0 }),
    perMonth: counts({ thisMonth: 0 }),
    inAll: counts({ inAll: 0 }),
    stopped: person({ stop: null }),
    ownCap: person({ ownDailyCap: null }),
    dayOpen: counts({ dayOpen: true }),
  }
})()

const run = (campaign: Campaign, one: Situation) =>
  eligibility(campaign, one.invoice, one.entrant, one.counts, one.now)

describe.each(exampleCampaigns.map((campaign) => [campaign.id, campaign] as const))('%s', (_, campaign) => {
  it('tells all reasons: what was found amiss is all that has to be put right', () => {
    fc.assert(
      fc.property(situation(campaign, fc.constant(NOW)), (one) => {
        const bad = run(campaign, one).reasons.filter(({ ok }) => !ok)
        const mended = bad.reduce((so, { code }) => mend[code](so, campaign), one)
        expect(amiss(run(campaign, mended))).toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  it('looks at each rule by itself: any order of checks gives the same', () => {
    const shuffled = fc.shuffledSubarray([...CHECKS], { minLength: CHECKS.length })
    fc.assert(
      fc.property(situation(campaign), shuffled, (one, checks) => {
        const direct = run(campaign, one)
        const terms = termsAt(campaign, one.now)
        const window = entryWindow(campaign)
        const question = {
          ...one,
          campaign,
          terms,
          window,
          today: new Date(one.now + 8 * HOUR).toISOString().slice(0, 10),
          last: lastMoment(window.to, terms, one.invoice),
        }
        const reasons = checks.flatMap((check) => check(question) ?? [])
        const { reasons: inOrder, ...verdict } = direct
        expect(verdictOf(reasons)).toEqual(verdict)
        expect([...reasons].sort((a, b) => (a.code < b.code ? -1 : 1))).toEqual(
          [...inOrder].sort((a, b) => (a.code < b.code ? -1 : 1)),
        )
      }),
      { numRuns: 200 },
    )
  })

  it('promises nothing by "again": then, what only waiting was needed for is gone', () => {
    fc.assert(
      fc.property(situation(campaign), (one) => {
        const { verdict, again, reasons } = run(campaign, one)
        if (verdict !== 'wait' || again === null) return
        expect(again).toBeGreaterThan(one.now)
        // Tomorrow, or next month, counts begin anew.
        const { dayOpen } = one.counts
        // So does whether a day was opened: it is published the day before.
        const begun = { today: 0, thisMonth: 0, todayEverywhere: 0, dayOpen: dayOpen === null ? null : true }
        const counts = { ...one.counts, ...begun }
        const known = { state: 'normal', verifiedAt: again } as const
        const waited = new Set(reasons.filter(blocks).map(({ code }) => code))
        const invoice = waited.has('state') ? { ...one.invoice, ...known } : one.invoice
        expect(run(campaign, { ...one, invoice, counts, now: again }).reasons.filter(blocks)).toEqual([])
      }),
      { numRuns: 2_000 },
    )
  })
})
