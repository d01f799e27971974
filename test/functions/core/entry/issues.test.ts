import * as z from 'zod'
import { inputIssues } from '../../../../functions/core/io/entry/issues'
import type { Language } from '../../../../functions/core/pure/errors'

const issuesOf = (schema: z.ZodType, input: unknown, language: Language = 'en') => {
  const result = schema.safeParse(input)
  return result.success ? [] : inputIssues({ issues: result.error.issues, schema, input }, language)
}

const form = z.object({
  name: z.string().min(2).max(5),
  age: z.int().min(0).max(150),
  price: z.number().multipleOf(5),
  code: z.string().regex(/^[A-Z]+$/),
  kind: z.enum(['person', 'enterprise']),
  agree: z.literal(true),
  tags: z.array(z.string()).min(1).max(2),
  place: z.object({ x: z.int() }),
  day: z.string().refine((text) => text === '2026-11-24', 'day'),
  reason: z
    .string()
    .refine((text) => text.trim() !== '', 'required')
    .optional(),
  remark: z
    .string()
    .refine((text) => text === 'fine', 'toString')
    .optional(),
  more: z.boolean().optional(),
})
const good = {
  name: 'Wang',
  age: 3,
  price: 5,
  code: 'A',
  kind: 'person',
  agree: true,
  tags: ['a'],
  place: { x: 1 },
  day: '2026-11-24',
}

describe('what is wrong with the input', () => {
  it.each([
    ['name', undefined, 'required', 'Please fill this in.', '请填写此项。'],
    ['name', 12, 'invalid_type', 'This should be text.', '应为文字。'],
    ['name', 'x', 'too_small', 'At least 2 characters.', '至少 2 个字。'],
    ['name', 'abcdef', 'too_big', 'At most 5 characters.', '最多 5 个字。'],
    ['age', '7', 'invalid_type', 'This should be a number.', '应为数字。'],
    ['age', 1.5, 'invalid_type', 'This should be a whole number.', '应为整数。'],
    ['age', -1, 'too_small', 'Not less than 0.', '不能小于 0。'],
    ['age', 151, 'too_big', 'Not more than 150.', '不能大于 150。'],
    ['price', 7, 'not_multiple_of', 'The number is not one of the allowed steps.', '数值不在允许的刻度上。'],
    ['code', 'a', 'invalid_format', 'The format is not right.', '格式不正确。'],
    ['kind', 'dog', 'invalid_value', 'Please choose one of the options.', '请从给出的选项中选择。'],
    ['agree', false, 'invalid_value', 'Please choose one of the options.', '请从给出的选项中选择。'],
    ['tags', [], 'too_small', 'At least 1 items.', '至少 1 项。'],
    ['tags', 'a', 'invalid_type', 'This should be a list.', '应为一组内容。'],
    ['place', [], 'invalid_type', 'This part does not have the right shape.', '这一部分的格式不对。'],
    [
      'day',
      '2026-02-30',
      'custom',
      'A day is written like 2026-11-24, and must exist.',
      '日期应写作 2026-11-24 的样式，且确有这一天。',
    ],
    ['reason', '  ', 'required', 'Please fill this in.', '请填写此项。'],
    ['remark', 'x', 'custom', 'This is not accepted.', '这一项不符合要求。'],
    ['more', 'yes', 'invalid_type', 'This should be yes or no.', '应为“是”或“否”。'],
  ])('%s = %j: %s', (path, value, code, en, zh) => {
    const input = { ...good, [path]: value }
    expect(issuesOf(form, input)).toEqual([{ path, code, message: en }])
    expect(issuesOf(form, input, 'zh-CN')).toEqual([{ path, code, message: zh }])
  })

  it('accepts the good form', () => {
    expect(issuesOf(form, good)).toEqual([])
  })

  it('tells where, by a dotted path', () => {
    expect(issuesOf(form, { ...good, place: { x: 'a' }, tags: ['a', 3] }).map((issue) => issue.path)).toEqual(
      ['tags.1', 'place.x'],
    )
    expect(issuesOf(form, null)).toEqual([
      { path: '', code: 'invalid_type', message: 'This part does not have the right shape.' },
    ])
  })

  it('never repeats what was entered', () => {
    const secret = '110101199003074514'
    const input = {
      name: secret,
      age: secret,
      price: secret,
      code: `${secret}!`,
      kind: secret,
      agree: secret,
      tags: secret,
      place: secret,
      day: secret,
      [secret]: 1,
    }
    const told = JSON.stringify([
      ...issuesOf(form, input),
      ...issuesOf(z.strictObject({}), { [secret]: secret }),
    ])
    expect(told).toContain('invalid_type')
    expect(told).not.toContain(secret)
  })

  it('tells at most 20 issues', () => {
    expect(
      issuesOf(
        z.array(z.string()),
        Array.from({ length: 500 }, () => 1),
      ),
    ).toHaveLength(20)
  })

  describe('of a union', () => {
    const byHold = z.object({ holdId: z.string() })
    const byWish = z.object({
      hallId: z.string(),
      day: z.string(),
      start: z.int(),
      note: z.string().optional(),
    })
    const book = z.union([byHold, byWish])

    it('speaks of the option that was meant', () => {
      expect(issuesOf(book, { hallId: 'h', day: '2026' }).map((issue) => issue.path)).toEqual(['start'])
      expect(issuesOf(book, { holdId: 5 }).map((issue) => issue.path)).toEqual(['holdId'])
    })
    it('chooses the shortest way when nothing tells', () => {
      expect(issuesOf(book, {}).map((issue) => issue.path)).toEqual(['holdId'])
    })
    it('finds unions inside objects, arrays and optional fields', () => {
      const nested = z.object({ list: z.array(z.object({ item: book.optional() })) })
      expect(issuesOf(nested, { list: [{ item: { hallId: 'h', start: 1 } }] })).toEqual([
        { path: 'list.0.item.day', code: 'required', message: 'Please fill this in.' },
      ])
    })
    it('asks to choose when a discriminator fits none', () => {
      const states = z.discriminatedUnion('state', [
        z.object({ state: z.literal('a') }),
        z.object({ state: z.literal('b') }),
      ])
      expect(issuesOf(states, { state: 'c' })).toEqual([
        { path: 'state', code: 'invalid_union', message: 'Please choose one of the options.' },
      ])
      expect(issuesOf(states, {})).toEqual([
        { path: 'state', code: 'required', message: 'Please fill this in.' },
      ])
    })
  })
})
