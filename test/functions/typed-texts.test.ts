/**
 * Every text that any contract takes is an id, a token, one of a few, or typed by a person and held to the one rule: none
 * takes characters that turn the writing round, hide, or control.
 */
import * as z from 'zod/mini'
import { issueWords } from '../../functions/core/io/entry/issue-messages'
import { factsOf } from '../../functions/core/io/entry/procedures'
import { personText, token } from '../../functions/core/io/schema'
import { textProblem } from '../../functions/core/pure/typed-text'
import { functionModules } from '../../functions/deployment'

interface Definition {
  readonly type: string
  readonly shape?: Readonly<Record<string, z.core.$ZodType>>
  readonly element?: z.core.$ZodType
  readonly options?: readonly z.core.$ZodType[]
  readonly innerType?: z.core.$ZodType
  readonly valueType?: z.core.$ZodType
  readonly in?: z.core.$ZodType
}
interface Leaf {
  readonly at: string
  readonly schema: z.core.$ZodType
}
const OPAQUE_KINDS = new Set(['int', 'number', 'boolean', 'literal', 'enum', 'null', 'undefined', 'bigint'])

/** Every schema of a text inside, however deep. @throws Error for a kind of schema that it does not know */
const textsIn = (schema: z.core.$ZodType, at: string): readonly Leaf[] => {
  const definition = schema._zod.def as Definition
  const { type, shape, element, options, innerType, valueType } = definition
  if (type === 'string') return [{ at, schema }]
  if (OPAQUE_KINDS.has(type)) return []
  if (shape) return Object.entries(shape).flatMap(([name, one]) => textsIn(one, `${at}.${name}`))
  if (element) return textsIn(element, `${at}[]`)
  if (options) return options.flatMap((one, place) => textsIn(one, `${at}|${place}`))
  if (valueType) return textsIn(valueType, `${at}{}`)
  const inner = innerType ?? definition.in
  if (inner) return textsIn(inner, at)
  throw new Error(`${at}: what texts does a schema of type ${type} take?`)
}

const HOSTILE: readonly (readonly [string, string])[] = [
  ['an override before a name', '\u202e王小明先生'],
  ['an isolate', '\u2067abcdef\u2069'],
  ['an embedding inside', 'abc\u202adef'],
  ['a mark of direction', 'abcdef\u200f'],
  ['an Arabic mark of direction', '\u061cabcdef'],
  ['nothing but zero width', '\u200b'.repeat(8)],
  ['nothing but combining marks', '\u0301'.repeat(8)],
  ['nothing but Hangul fillers', '\u3164'.repeat(8)],
  ['nothing but other fillers', '\u115f'.repeat(8)],
  ['nothing but blank braille', '\u2800'.repeat(8)],
  ['a bell', 'abc\u0007def'],
  ['a separator of lines', 'abc\u2028def'],
  ['a next line', 'abc\u0085def'],
]
/** What comes through is another text, and a harmless one. */
const comesThrough = (schema: z.core.$ZodType, value: string): boolean => {
  const { success, data } = z.core.safeParse(schema, value)
  return success && (data === value || textProblem(String(data)) !== undefined)
}
const faultsOf = ({ at, schema }: Leaf): readonly string[] =>
  HOSTILE.filter(([, value]) => comesThrough(schema, value)).map(([what]) => `${at} takes ${what}`)

const inputs = Object.entries(functionModules).flatMap(([name, { contract }]) =>
  Object.entries(contract).flatMap(([key, one]) => {
    const schema = factsOf(one).inputSchema as z.core.$ZodType | undefined
    return schema ? textsIn(schema, `${name}/${key}`) : []
  }),
)
const SAID = '王小明的说明 A1'
const typed = inputs.filter(({ schema }) => z.core.safeParse(schema, SAID).data === SAID)

test('no text of any contract takes what turns, hides or controls', () => {
  expect(inputs.length).toBeGreaterThan(30)
  expect(inputs.flatMap(faultsOf)).toEqual([])
})

test('what people type is found among them, and keeps joiners inside names and emoji', () => {
  expect(typed.map(({ at }) => at)).toEqual(
    expect.arrayContaining(['accounts/bind.name', 'accounts/reveal.purpose', 'appointments/closeDay.reason']),
  )
  const names = [
    '\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645',
    'family 👨\u200d👩\u200d👧',
    'Nguyễn Văn A',
  ]
  for (const { at, schema } of typed)
    for (const name of names) {
      const result = z.core.safeParse(schema, name)
      expect([at, result.data]).toEqual([at, name])
    }
})

test('a plain string, a bounded one and a trimmed one would each be found out', () => {
  const plain = [z.string(), z.string().check(z.maxLength(200)), z.string().check(z.trim(), z.minLength(2))]
  for (const schema of plain)
    expect(faultsOf({ at: 'x', schema })).toContain('x takes an override before a name')
  expect(faultsOf({ at: 'x', schema: token(40) })).toEqual([])
  expect(faultsOf({ at: 'x', schema: personText({ max: 40 }) })).toEqual([])
})

describe('personText', () => {
  const told = (limits: Parameters<typeof personText>[0], value: string): unknown => {
    const result = z.core.safeParse(personText(limits), value)
    return result.success
      ? result.data
      : result.error.issues.map(({ message, code }) => (code === 'custom' ? message : code))
  }
  it('tidies, then tells each problem once, by a name that has words in both languages', () => {
    expect(told({ max: 9 }, ' \ufeff王\u200b明 ')).toBe('王明')
    expect(told({ max: 9 }, '\u202e王明')).toEqual(['direction'])
    expect(told({ max: 9 }, '一\n二')).toEqual(['control'])
    expect(told({ max: 9, multiline: true }, '一\r\n二')).toBe('一\n二')
    expect(told({ max: 9 }, '\u3164\u3164')).toEqual(['unseen'])
    expect(told({ max: 9, says: true }, '……')).toEqual(['unsaid'])
    expect(told({ min: 2, max: 9, says: true }, '\u200b')).toEqual(['too_small'])
    expect(told({ max: 3 }, '一二三四')).toEqual(['too_big'])
    expect(told({ min: 0, max: 3 }, '\u200b')).toBe('')
    for (const name of ['direction', 'control', 'unseen', 'unsaid', 'format'])
      expect(Object.keys(issueWords)).toContain(name)
  })
})
