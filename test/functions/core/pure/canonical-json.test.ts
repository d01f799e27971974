/** One text for one value. */
import fc from 'fast-check'
import { canonicalJson } from '../../../../functions/core/pure/canonical-json'

it.each([
  [{ b: 1, a: [true, null, '奖'] }, '{"a":[true,null,"奖"],"b":1}'],
  [{ a: undefined, b: -0 }, '{"b":0}'],
  // RFC 8785, 3.2.3: by UTF-16 code units, so that what is beyond the first plane comes before U+FB33.
  [
    { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\u{1f600}': 5, '\u0080': 6, '\u00f6': 7 },
    '{"\\r":2,"1":4,"\u0080":6,"\u00f6":7,"\u20ac":1,"\u{1f600}":5,"\ufb33":3}',
  ],
  ['a"\\\n', '"a\\"\\\\\\n"'],
  [[], '[]'],
])('%j', (value, text) => expect(canonicalJson(value)).toBe(text))

it.each([0.5, Number.NaN, Infinity, 2 ** 53, undefined, [undefined], () => 1, Symbol('s')])(
  'refuses %p',
  (value) => {
    expect(() => canonicalJson(value)).toThrow(RangeError)
  },
)

const document = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.string(),
    fc.boolean(),
    fc.constant(null),
    fc.maxSafeInteger(),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.string(), tie('value'), { maxKeys: 5 }),
  ),
})).value

/** The same value, its keys put in the other way round. */
const turned = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(turned)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, item]) => [key, turned(item)]),
  )
}

it('is the same in whatever order keys were set, and reads back as the value', () => {
  fc.assert(
    fc.property(document, (value) => {
      const text = canonicalJson(value)
      expect(canonicalJson(turned(value))).toBe(text)
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
    }),
  )
})
