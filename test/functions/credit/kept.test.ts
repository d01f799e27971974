/** How long what suspends is kept: at least as long as it can suspend, whenever the ledger is written in between. */
import fc from 'fast-check'
import { ledgers } from '../../../functions/appointments/collections'
import { emptyLedger, pruned, suspension, type Ledger } from '../../../functions/appointments/rules/ledger'
import { limitsOn } from '../../../functions/appointments/rules/limits'
import { ledgerDoc } from '../../../functions/appointments/work/ledger'
import { addDays, DAY_MS, dayOf, instantOf } from '../../../functions/core/pure/time'
import { creditEvents } from '../../../functions/credit/collections'
import { EVENTS_KEPT } from '../../../functions/credit/data/kept'
import { appealUntil } from '../../../functions/credit/rules/until'

/** Around the turn of a month, where a suspension lasts into the second one after it; or anywhere. */
const day = fc
  .oneof(
    {
      weight: 3,
      arbitrary: fc.record({ month: fc.integer({ min: 1, max: 4 }), off: fc.integer({ min: -3, max: 3 }) }),
    },
    { weight: 1, arbitrary: fc.record({ month: fc.constant(1), off: fc.nat({ max: 90 }) }) },
  )
  .map(({ month, off }) => addDays(`2026-0${month}-01`, off))
/** Days from writing to looking: mostly few. */
const soon = fc.oneof(
  { weight: 3, arbitrary: fc.nat({ max: 2 }) },
  { weight: 1, arbitrary: fc.nat({ max: 35 }) },
)
const noShows = fc
  .uniqueArray(day, { minLength: 12, maxLength: 20 })
  .map((days) => days.map((one) => ({ id: one, day: one })))
const cancellations = fc
  .uniqueArray(day, { minLength: 12, maxLength: 20 })
  .map((days) => days.map((one) => ({ id: one, at: instantOf(one, 600), late: false })))

it('never drops from a ledger what still suspends, though it is written on any day before', () => {
  const never = { suspended: 0 }
  fc.assert(
    fc.property(noShows, cancellations, day, soon, (missed, cancelled, written, later) => {
      const now = instantOf(addDays(written, later), 720)
      const whole = { ...emptyLedger, noShows: missed, cancellations: cancelled }
      const kept = pruned(whole, instantOf(written, 720))
      // What had not happened when it was written is not judged.
      const known = (some: Ledger): Ledger => ({
        ...some,
        noShows: some.noShows.filter((one) => one.day < written),
        cancellations: some.cancellations.filter(({ at }) => dayOf(at) < written),
      })
      const limits = limitsOn(dayOf(now))
      const [before, after] = [whole, kept].map((some) => suspension(known(some), limits, now))
      // How many stand in all is said beside it, and may be fewer once what is long past is dropped.
      const told = (verdict: typeof before) =>
        verdict?.ok === false && { code: verdict.refusal.code, until: verdict.refusal.until }
      expect(told(after)).toEqual(told(before))
      if (before?.ok === false) never.suspended += 1
    }),
    { numRuns: 1500 },
  )
  expect(never.suspended).toBeGreaterThan(20)
})

it('keeps what suspends from the end of January into March', () => {
  const missed = ['2026-01-29', '2026-01-30', '2026-01-31'].map((one) => ({ id: one, day: one }))
  const now = instantOf('2026-03-02', 1439)
  const verdict = suspension(pruned({ ...emptyLedger, noShows: missed }, now), limitsOn('2026-03-02'), now)
  expect(verdict).toMatchObject({ ok: false, refusal: { code: 'BANNED', until: instantOf('2026-03-03') } })
})

it('keeps this month, the last, and of what suspends the one before; nothing older', () => {
  const now = instantOf('2026-05-20', 600)
  const at = (one: string) => ({ id: one, at: instantOf(one, 600), late: true })
  const visit = (one: string) => ({
    id: one,
    hallId: 'h',
    day: one,
    start: 600,
    end: 630,
    matter: 'SB01',
    until: 0,
  })
  const days = ['2026-02-28', '2026-03-01', '2026-03-31', '2026-04-01', '2026-05-19']
  const kept = pruned(
    {
      ...emptyLedger,
      active: days.map(visit),
      noShows: days.map((one) => ({ id: one, day: one })),
      cancellations: days.map(at),
    },
    now,
  )
  expect(kept.active.map(({ id }) => id)).toEqual(days.slice(3))
  expect(kept.noShows.map(({ id }) => id)).toEqual(days.slice(1))
  expect(kept.cancellations.map(({ id }) => id)).toEqual(days.slice(1))
})

it('keeps the document longer than anything in it counts, and the events longer than they can be appealed', () => {
  const last = '2026-01-31'
  const written = instantOf(last, 1439)
  const doc = ledgerDoc({ ...emptyLedger, noShows: [{ id: 'a', day: last }] }, written)
  const limits = limitsOn(last)
  expect(doc.expiresAt).toBeGreaterThan(instantOf(addDays(last, 1)) + limits.banDays.value * DAY_MS)
  expect(ledgers.retention.kind).toBe('expiresAt')
  expect(creditEvents.retention.kind).toBe('expiresAt')
  expect(instantOf(last) + EVENTS_KEPT).toBeGreaterThan(appealUntil(last))
})
