import fc from 'fast-check'
import {
  formProblems,
  MOST,
  problemText,
  shownSections,
  shownValue,
  tidyValues,
  type Field,
  type Form,
  type FormProblem,
  type ProblemCode,
} from '../../../../functions/core/pure/forms'
import { text } from '../../../../functions/core/pure/text'

const label = text('项目', 'Item')
const today = '2026-11-24'
const formOf = (...fields: Field[]): Form => ({
  version: 1,
  sections: [{ key: 'only', title: label, fields }],
})
const fields = {
  money: { key: 'money', label, type: 'money', min: 1, max: 50_000 },
  anyMoney: { key: 'anyMoney', label, type: 'money' },
  count: { key: 'count', label, type: 'count', max: 12 },
  rate: { key: 'rate', label, type: 'rate' },
  day: { key: 'day', label, type: 'day' },
  pastDay: { key: 'pastDay', label, type: 'day', until: 'today' },
  month: { key: 'month', label, type: 'month' },
  pastMonth: { key: 'pastMonth', label, type: 'month', until: 'today' },
  text: { key: 'text', label, type: 'text', max: 5 },
  reason: { key: 'reason', label, type: 'text', max: 50, lines: 3, says: true },
  code: { key: 'code', label, type: 'code', max: 6 },
  yesNo: { key: 'yesNo', label, type: 'yesNo' },
  declared: { key: 'declared', label, type: 'yesNo', agreed: true },
  choice: { key: 'choice', label, type: 'choice', choices: [{ value: 'a', label }] },
} as const satisfies Record<string, Field>

describe('what is wrong with an answer', () => {
  it.each<[keyof typeof fields, unknown, ProblemCode | undefined]>([
    ['money', undefined, 'required'],
    ['money', '', 'required'],
    ['money', 0, 'least'],
    ['money', 1, undefined],
    ['money', 50_000, undefined],
    ['money', 50_001, 'most'],
    ['money', 1.5, 'kind'],
    ['money', '100', 'kind'],
    ['money', Number.NaN, 'kind'],
    ['money', null, 'kind'],
    ['money', [1], 'kind'],
    ['anyMoney', -1, 'least'],
    ['anyMoney', 0, undefined],
    ['anyMoney', MOST.money, undefined],
    ['anyMoney', MOST.money + 1, 'most'],
    ['count', 12, undefined],
    ['count', 13, 'most'],
    ['rate', 10_000, undefined],
    ['rate', 10_001, 'most'],
    ['day', '2026-02-29', 'day'],
    ['day', '2024-02-29', undefined],
    ['day', '9999-12-31', 'day'],
    ['day', '1899-12-31', 'day'],
    ['day', '2026-1-1', 'day'],
    ['day', 20260101, 'kind'],
    ['pastDay', '2026-11-24', undefined],
    ['pastDay', '2026-11-25', 'future'],
    ['month', '2026-13', 'month'],
    ['month', '2026-00', 'month'],
    ['month', '2026-12', undefined],
    ['month', '2026-12-01', 'month'],
    ['pastMonth', '2026-11', undefined],
    ['pastMonth', '2026-12', 'future'],
    ['text', '一二三四五', undefined],
    ['text', '一二三四五六', 'long'],
    ['text', ' 一二三四五\ufeff', undefined],
    ['text', '\u202e王', 'direction'],
    ['text', '一\n二', 'control'],
    ['text', '\u3164', 'unseen'],
    ['text', ' \u200b ', 'required'],
    ['text', true, 'kind'],
    ['reason', '重复缴了\n两次', undefined],
    ['reason', '……', 'unsaid'],
    ['code', 'A1-/9', undefined],
    ['code', 'ＡＢ１２', undefined],
    ['code', '12 34', undefined],
    ['code', '1234567', 'long'],
    ['code', '京A123', 'code'],
    ['code', 5, 'kind'],
    ['yesNo', false, undefined],
    ['yesNo', 'yes', 'kind'],
    ['declared', false, 'agreed'],
    ['declared', true, undefined],
    ['choice', 'a', undefined],
    ['choice', 'b', 'choice'],
    ['choice', 1, 'choice'],
  ])('%s %p: %s', (key, value, problem) =>
    expect(formProblems(formOf(fields[key]), { [key]: value }, { today })).toEqual(
      problem ? [{ key, problem }] : [],
    ),
  )

  it('tells every fault at once, in the order of the form, and what it does not know', () => {
    const form = formOf(fields.money, fields.text, fields.choice, fields.declared)
    const values = { strange: 1, choice: 'z', money: 0, toString: 'x' }
    expect(formProblems(form, values, { today })).toEqual([
      { key: 'money', problem: 'least' },
      { key: 'text', problem: 'required' },
      { key: 'choice', problem: 'choice' },
      { key: 'declared', problem: 'required' },
      { key: 'strange', problem: 'unknown' },
      { key: 'toString', problem: 'unknown' },
    ])
  })

  it('lets an optional field be empty, of whatever type', () => {
    const optional = Object.values(fields).map((field): Field => ({ ...field, optional: true }))
    expect(formProblems(formOf(...optional), {}, { today })).toEqual([])
    const emptied = Object.fromEntries(optional.map(({ key }) => [key, ' ']))
    expect(formProblems(formOf(...optional), emptied, { today })).toEqual([])
    expect(tidyValues(formOf(...optional), emptied)).toEqual({})
  })
})

describe('what is asked only then', () => {
  const branches: Form = {
    version: 1,
    sections: [
      {
        key: 'first',
        title: label,
        fields: [
          {
            ...fields.choice,
            choices: [
              { value: 'a', label },
              { value: 'b', label },
            ],
          },
        ],
      },
      {
        key: 'second',
        title: label,
        fields: [
          { ...fields.yesNo, when: { key: 'choice', in: ['a'] } },
          { ...fields.money, when: { key: 'yesNo', in: [true] } },
        ],
      },
      { key: 'third', title: label, fields: [{ ...fields.text, when: { key: 'choice', in: ['b'] } }] },
    ],
  }
  const sections = (values: unknown) =>
    shownSections(branches, values).map(({ key, fields: shown }) => [key, ...shown.map((one) => one.key)])

  it('shows the steps and fields that are asked', () => {
    expect(sections({})).toEqual([['first', 'choice']])
    expect(sections({ choice: 'b' })).toEqual([
      ['first', 'choice'],
      ['third', 'text'],
    ])
    expect(sections({ choice: 'a', yesNo: true })).toEqual([
      ['first', 'choice'],
      ['second', 'yesNo', 'money'],
    ])
  })

  it('passes over the faults of what is not asked, and does not keep it', () => {
    const values = { choice: 'b', yesNo: true, money: -5, text: ' 好\u200b的 ' }
    expect(formProblems(branches, values, { today })).toEqual([])
    expect(tidyValues(branches, values)).toEqual({ choice: 'b', text: '好的' })
  })

  it('does not ask by an answer that is itself not asked for', () =>
    expect(tidyValues(branches, { choice: 'b', yesNo: true, money: 5 })).toEqual({ choice: 'b' }))

  it('asks for it, and for nothing else, once it is', () =>
    expect(formProblems(branches, { choice: 'a', yesNo: true, text: 5 }, { today })).toEqual([
      { key: 'money', problem: 'required' },
    ]))
})

describe('answers as they are kept', () => {
  it('are tidied, and stand in the order of the form', () => {
    const form = formOf(fields.code, fields.text, fields.count)
    const kept = tidyValues(form, { count: -0, text: '\ufeffa ', code: ' ａＢ－12 ', other: 1 })
    expect(Object.entries(kept)).toEqual([
      ['code', 'aB-12'],
      ['text', 'a'],
      ['count', 0],
    ])
  })
})

describe('in words', () => {
  it.each<[keyof typeof fields, ProblemCode, string, string]>([
    ['money', 'most', '不能大于 500.00 元。', 'Not more than CNY 500.00.'],
    ['money', 'least', '不能小于 0.01 元。', 'Not less than CNY 0.01.'],
    ['rate', 'most', '不能大于 100%。', 'Not more than 100%.'],
    ['count', 'most', '不能大于 12。', 'Not more than 12.'],
    ['text', 'long', '最多 5 个字。', 'At most 5 characters.'],
    ['declared', 'agreed', '请先阅读并同意。', 'Please read this and agree to it first.'],
  ])('%s %s', (key, problem, zh, en) =>
    expect(problemText(formOf(fields[key]), { key, problem })).toEqual({ zh, en }),
  )

  it('says a fault of a field that the form does not have', () =>
    expect(problemText(formOf(), { key: 'x', problem: 'unknown' }).zh).toBe('表单中没有这一项。'))

  it.each<[keyof typeof fields, string | number | boolean | undefined, string, string]>([
    ['money', 123_456, '1,234.56 元', 'CNY 1,234.56'],
    ['anyMoney', -7, '-0.07 元', 'CNY -0.07'],
    ['count', 1_234_567, '1,234,567', '1,234,567'],
    ['rate', 1100, '11%', '11%'],
    ['rate', 35, '0.35%', '0.35%'],
    ['rate', 350, '3.5%', '3.5%'],
    ['rate', -5, '-0.05%', '-0.05%'],
    ['day', '2026-11-04', '2026年11月4日', '4 Nov 2026'],
    ['month', '2026-03', '2026年3月', 'Mar 2026'],
    ['yesNo', true, '是', 'Yes'],
    ['yesNo', false, '否', 'No'],
    ['choice', 'a', '项目', 'Item'],
    ['text', '重复\u202e缴税', '重复缴税', '重复缴税'],
    ['code', 'A-1', 'A-1', 'A-1'],
    ['text', undefined, '—', '—'],
    ['text', ' ', '—', '—'],
    // What does not fit its field is shown as it stands.
    ['choice', 'gone', 'gone', 'gone'],
    ['money', 'x', 'x', 'x'],
    ['day', '2026-02-30', '2026-02-30', '2026-02-30'],
  ])('%s %p is read %s', (key, value, zh, en) => {
    expect(shownValue(fields[key], value, 'zh-CN')).toBe(zh)
    expect(shownValue(fields[key], value, 'en')).toBe(en)
  })
})

describe('whatever comes', () => {
  const form = formOf(...Object.values(fields), {
    ...fields.text,
    key: 'then',
    when: { key: 'yesNo', in: [true] },
  })
  const keys = [...Object.keys(fields), 'then', '__proto__', 'constructor']
  const answer = fc.oneof(
    fc.jsonValue(),
    fc.string({ unit: 'binary' }),
    fc.constantFrom('2026-11-24', '2026-02-30', 'a', '', -0, 1e308, 2 ** 53),
  )
  const answers = fc.oneof(
    fc.jsonValue(),
    fc.dictionary(fc.constantFrom(...keys), answer),
    fc.constantFrom(undefined, null, [], 'text', 0),
  )

  it('is checked, tidied and shown without an error', () => {
    fc.assert(
      fc.property(answers, (values) => {
        for (const problem of formProblems(form, values, { today }))
          expect(problemText(form, problem).en).toMatch(/\.$/)
        const kept = tidyValues(form, values)
        for (const { fields: shown } of shownSections(form, kept))
          for (const field of shown) expect(shownValue(field, kept[field.key], 'en')).not.toBe('')
      }),
      { numRuns: 1000 },
    )
  })

  it('has no fault once tidied that it did not have before, and is tidied once and for all', () => {
    fc.assert(
      fc.property(answers, (values) => {
        const before = formProblems(form, values, { today })
        const kept = tidyValues(form, values)
        expect(tidyValues(form, kept)).toEqual(kept)
        if (before.length === 0) expect(formProblems(form, kept, { today })).toEqual([])
        const keysOf = (problems: readonly FormProblem[]) => problems.map(({ key }) => key)
        expect(keysOf(before)).toEqual(expect.arrayContaining(keysOf(formProblems(form, kept, { today }))))
      }),
      { numRuns: 1000 },
    )
  })
})
