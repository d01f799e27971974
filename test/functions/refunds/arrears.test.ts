/** What is owed: a report of a day's end less what refunds took since, whatever order they come in. */
import fc from 'fast-check'
import { offsetOn, reported, type TaxAccount } from '../../../functions/refunds/rules/arrears'

const DAYS = ['2026-10-01', '2026-10-02', '2026-10-03', '2026-10-04', '2026-10-05'] as const

test('an offset after the report is taken off once; one that the next report knows is not taken again', () => {
  const first = reported(undefined, { asOf: '2026-10-01', arrears: 500 })
  if (!first) throw new Error('nothing stands')
  const offset = offsetOn(first, '2026-10-03', 200)
  expect(offset.arrears).toBe(300)
  expect(reported(offset, { asOf: '2026-10-02', arrears: 500 })?.arrears).toBe(300)
  expect(reported(offset, { asOf: '2026-10-03', arrears: 300 })).toEqual({
    arrears: 300,
    asOf: '2026-10-03',
    offsets: [],
  })
  expect(reported(offset, { asOf: '2026-09-30', arrears: 900 })).toBeUndefined()
  const again = offsetOn(offset, '2026-10-04', -200)
  expect(reported(again, { asOf: '2026-10-03', arrears: 300 })?.arrears).toBe(500)
})

test('however reports are late or repeated, what stands is what the tax system would say today', () => {
  const step = fc.record({
    // What happens on that day, in fen: more owed by the tax system's books, then an offset of what stands.
    more: fc.integer({ min: 0, max: 1_000 }),
    share: fc.integer({ min: 0, max: 100 }),
    reports: fc.array(fc.integer({ min: 0, max: DAYS.length - 1 }), { maxLength: 3 }),
  })
  fc.assert(
    fc.property(fc.array(step, { minLength: DAYS.length, maxLength: DAYS.length }), (steps) => {
      // Their books at each day's end: each offset reaches them on its day.
      const books: number[] = []
      let truth = 0
      let account: TaxAccount | undefined
      steps.forEach(({ more, share, reports }, i) => {
        const day = DAYS[i] ?? DAYS[0]
        truth += more
        if (account) {
          const fen = Math.floor((account.arrears * share) / 100)
          account = offsetOn(account, day, fen)
          truth -= fen
        }
        books.push(truth)
        for (const at of [...reports.filter((one) => one <= i), ...(i === DAYS.length - 1 ? [i] : [])]) {
          account = reported(account, { asOf: DAYS[at] ?? day, arrears: books[at] ?? 0 }) ?? account
        }
        // Never more than the books say: what they have not told yet is all that can be missing.
        if (account) expect(account.arrears).toBeLessThanOrEqual(truth)
      })
      expect(account?.arrears).toBe(truth)
    }),
  )
})
