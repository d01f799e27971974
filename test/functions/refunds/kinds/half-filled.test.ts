import fc from 'fast-check'
import type { Field, Value, Values } from '../../../../functions/core/pure/forms'
import { fen } from '../../../../functions/core/pure/money'
import { addDays } from '../../../../functions/core/pure/time'
import type { RefundKind } from '../../../../functions/refunds/rules/kind'
import { kindRules } from '../../../../functions/refunds/rules/kinds'

/** Forms are looked at while they are filled in: faults and all. */
describe('a form half filled in', () => {
  const day = fc.integer({ min: -9000, max: 9000 }).map((n) => addDays('2026-01-01', n))
  const anything: fc.Arbitrary<Value> = fc.oneof(
    fc.integer({ min: -1, max: 1e13 }),
    fc.constantFrom(0, 1, 1e13, 1e13 + 1, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER, 0.5),
    fc.boolean(),
    fc.string({ maxLength: 6 }),
    fc.constantFrom('toString', '__proto__', 'constructor'),
    day,
    day.map((one) => one.slice(0, 7)),
  )
  /** Mostly small, so that parts now and then fit into their whole. */
  const amount = fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 0, max: 1000 }) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: 1e13 }) },
    { weight: 1, arbitrary: fc.constant(1e13) },
  )
  const answerTo = (field: Field): fc.Arbitrary<Value> => {
    const fitting: fc.Arbitrary<Value> =
      field.type === 'choice'
        ? fc.constantFrom(...field.choices.map(({ value }) => value))
        : field.type === 'yesNo'
          ? fc.boolean()
          : field.type === 'day'
            ? day
            : field.type === 'month'
              ? day.map((one) => one.slice(0, 7))
              : amount
    return fc.oneof({ weight: 20, arbitrary: fitting }, { weight: 1, arbitrary: anything })
  }
  const known = fc.record({
    today: fc.integer({ min: 0, max: 3000 }).map((n) => addDays('2026-01-01', n)),
    taxpayer: fc.constantFrom('person' as const, 'enterprise' as const),
    arrears: fc.integer({ min: 0, max: 1e13 }).map(fen),
  })

  it.each<RefundKind>(['vatCredit', 'export', 'departure'])(
    '%s is checked without an error, and never claims less than nothing or more than may be',
    (kind) => {
      const rule = kindRules[kind]
      if (!rule) throw new Error(`no rule of ${kind}`)
      const fields = rule.form.sections.flatMap(({ fields: all }) => all)
      const answers = Object.fromEntries(fields.map((field) => [field.key, answerTo(field)]))
      const values = fc.oneof(
        fc.record(answers, { requiredKeys: [] }),
        fc.record(answers),
      ) as fc.Arbitrary<Values>
      let reckoned = 0
      fc.assert(
        fc.property(values, known, (given, beside) => {
          const { findings, result } = rule.check(given, beside)
          const codes = findings.map(({ code }) => code)
          expect(new Set(codes).size).toBe(codes.length)
          expect(findings.filter(({ ok, warning }) => ok && warning)).toEqual([])
          if (!result) return
          reckoned += 1
          expect(result.claimable).toBeGreaterThanOrEqual(0)
          const claimed = result.lines.find(({ key }) => key === 'claimed')
          if (claimed) expect(claimed.fen).toBeLessThanOrEqual(result.claimable)
        }),
        { numRuns: 3000 },
      )
      expect(reckoned).toBeGreaterThan(10)
    },
  )
})
