import fc from 'fast-check'
import {
  formProblems,
  MOST,
  tidyValues,
  type Field,
  type Form,
  type Value,
  type Values,
} from '../../../../functions/core/pure/forms'
import { legalDates } from '../../../../functions/core/pure/legal-clock'
import { fen } from '../../../../functions/core/pure/money'
import { addDays } from '../../../../functions/core/pure/time'
import * as figures from '../../../../functions/refunds/data/figures'
import { purchaseRates, vesselRates } from '../../../../functions/refunds/data/kinds/vehicle'
import { REFUND_KINDS, type KindLaw, type Term } from '../../../../functions/refunds/rules/kind'
import { kindLaw, kindLaws, kindRules } from '../../../../functions/refunds/rules/kinds'
import { termOf } from '../../../../functions/refunds/rules/term'
import { gapsIn } from '../../../harness/dated'
import { formDefects, saysBoth } from '../../../harness/forms'

const rules = Object.entries(kindRules)
const laws = Object.entries(kindLaws)
const rows = laws.flatMap(([, all]) => all)
const fieldsOf = (form: Form): readonly Field[] => form.sections.flatMap(({ fields }) => fields)
/** Filled in on every form of a claim on a voucher. */
const SHARED = ['claimed', 'direction', 'reason']

describe('every kind of refund', () => {
  it('has a rule and a law, both under its name', () => {
    expect(rules.map(([kind]) => kind)).toEqual(REFUND_KINDS)
    expect(laws.map(([kind]) => kind)).toEqual(REFUND_KINDS)
    for (const [kind, rule] of rules) expect(rule.kind).toBe(kind)
    for (const [kind, all] of laws) for (const row of all) expect(row.kind).toBe(kind)
  })

  it.each(laws)('%s has exactly one row for every day from 2026 on', (_kind, all) =>
    expect(gapsIn(all)).toEqual([]),
  )

  it('so has the law of vehicles, once it began', () => {
    expect(gapsIn(purchaseRates, '2019-07-01')).toEqual([])
    expect(gapsIn(vesselRates, '2019-07-01')).toEqual([])
  })

  it.each(Object.entries(figures))('so has the figure %s', (_name, all) => expect(gapsIn(all)).toEqual([]))

  it('is refunded in ten days when the authority found it, else by the term of its kind', () => {
    const law = kindLaw('overpaid', '2026-11-24')
    const lastDay = (term: Term) => legalDates({ term, begunOn: '2026-07-01' }, '2026-07-01').target
    expect(lastDay(termOf(law))).toEqual({ known: true, value: '2026-07-31' })
    expect(lastDay(termOf(law, 'authority'))).toEqual({ known: true, value: '2026-07-11' })
  })

  it('is found on a day, and not before its law', () => {
    expect(kindLaw('overpaid', '2026-11-24').interest).toBe(true)
    expect(() => kindLaw('overpaid', '2002-10-14')).toThrow(RangeError)
  })

  it.each(rules)('%s has a form that can be drawn and read in both languages', (_kind, { form }) =>
    expect(formDefects(form)).toEqual([]),
  )

  it.each(rows.filter(({ perVoucher }) => perVoucher))(
    '$kind asks for what every claim on a voucher has',
    (law) => {
      const fields = fieldsOf(kindRules[law.kind].form)
      expect(fields.map(({ key }) => key)).toEqual(expect.arrayContaining(SHARED))
    },
  )

  it.each(rows)('$kind says its law, term and papers in both languages', (law: KindLaw) => {
    const words = [
      law.name,
      law.summary,
      law.basis,
      ...[law.term, ...(law.terms ?? []).map(({ term }) => term)].flatMap(({ rule, basis }) => [rule, basis]),
      ...law.materials.flatMap(({ name, basis }) => [name, basis]),
    ]
    expect(words.filter((one) => !saysBoth(one))).toEqual([])
  })

  it.each(rows)(
    '$kind asks for papers, and has terms, by answers of its form',
    ({ kind, materials, terms = [] }) => {
      const fields = fieldsOf(kindRules[kind].form)
      const wrong = [...materials, ...terms].filter(({ when }) => {
        const field = fields.find(({ key }) => key === when?.key)
        const answers: readonly unknown[] =
          field?.type === 'choice' ? field.choices.map(({ value }) => value) : [true, false]
        return when && (!field || when.in.some((value) => !answers.includes(value)))
      })
      expect(wrong).toEqual([])
      const codes = materials.map(({ code }) => code)
      expect(new Set(codes).size).toBe(codes.length)
    },
  )
})

describe('whatever is answered', () => {
  const answer = fc.oneof(
    fc.integer({ min: -5, max: 1e13 }),
    fc.boolean(),
    fc.string({ maxLength: 8 }),
    fc.integer({ min: 0, max: 3000 }).map((n) => addDays('2019-01-01', n)),
    fc.integer({ min: 0, max: 3000 }).map((n) => addDays('2019-01-01', n).slice(0, 7)),
  )
  const answersTo = (form: Form, of: (field: Field) => fc.Arbitrary<Value>, requiredKeys?: []) =>
    fc.record(Object.fromEntries(fieldsOf(form).map((field) => [field.key, of(field)])), {
      ...(requiredKeys && { requiredKeys }),
    }) as fc.Arbitrary<Values>
  const anything = (field: Field): fc.Arbitrary<Value> =>
    field.type === 'choice'
      ? fc.constantFrom(...field.choices.map(({ value }) => value), 'none of them')
      : answer
  const aDay = fc.integer({ min: 0, max: 2500 }).map((n) => addDays('2019-01-01', n))
  const fitting = (field: Field): fc.Arbitrary<Value> => {
    switch (field.type) {
      case 'choice':
        return fc.constantFrom(...field.choices.map(({ value }) => value))
      case 'yesNo':
        return field.agreed ? fc.constant(true) : fc.boolean()
      case 'day':
        return aDay
      case 'month':
        return aDay.map((day) => day.slice(0, 7))
      case 'text':
        return fc.constantFrom(' 缴重了 ', '退\u200b车')
      case 'code':
        return fc.constantFrom('ＡＢ12', 'a-1')
      case 'money':
      case 'count':
      case 'rate':
        return fc.integer({ min: field.min ?? 0, max: field.max ?? MOST[field.type] })
    }
  }
  const known = fc.record(
    {
      today: fc.integer({ min: 0, max: 1500 }).map((n) => addDays('2026-01-01', n)),
      taxpayer: fc.constantFrom('person' as const, 'enterprise' as const),
      arrears: fc.integer({ min: 0, max: 1e13 }).map(fen),
      voucher: fc
        .record({
          number: fc.constant('144011251000000001'),
          tax: fc.constantFrom('deed', 'vehicleVessel', 'vehiclePurchase', 'something else'),
          paidOn: fc.integer({ min: 0, max: 2500 }).map((n) => addDays('2019-07-01', n)),
          paid: fc.integer({ min: 0, max: 1e13 }).map(fen),
          share: fc.integer({ min: 0, max: 100 }),
        })
        .map(({ share, ...voucher }) => ({
          ...voucher,
          left: fen(Math.floor((voucher.paid / 100) * share)),
        })),
    },
    { requiredKeys: ['today', 'taxpayer'] },
  )

  it.each(rules.filter(([kind]) => kindLaws[kind as KindLaw['kind']].every(({ perVoucher }) => perVoucher)))(
    '%s is checked without an error, and never promises more than is left',
    (_kind, rule) => {
      fc.assert(
        fc.property(answersTo(rule.form, anything, []), known, (values, beside) => {
          const { findings, result } = rule.check(values, beside)
          expect(new Set(findings.map(({ code }) => code)).size).toBe(findings.length)
          expect(result === undefined).toBe(beside.voucher === undefined)
          if (!result || !beside.voucher) return
          expect(result.claimable).toBeGreaterThanOrEqual(0)
          expect(result.claimable).toBeLessThanOrEqual(beside.voucher.left)
          const lineOf = (wanted: string) => result.lines.find(({ key }) => key === wanted)?.fen
          expect(lineOf('claimable')).toBe(result.claimable)
          expect(lineOf('claimed')).toBeLessThanOrEqual(result.claimable)
        }),
        { numRuns: 300 },
      )
    },
  )

  it.each(rules)('%s: what is not asked has no say, nor how a text was typed', (_kind, rule) => {
    fc.assert(
      fc.property(answersTo(rule.form, fitting), known, (values, beside) => {
        expect(formProblems(rule.form, values, { today: beside.today })).toEqual([])
        expect(rule.check(tidyValues(rule.form, values), beside)).toEqual(rule.check(values, beside))
      }),
      { numRuns: 200 },
    )
  })
})
