import { text } from '../../../functions/core/pure/text'
import { applies, missingNeeds, sizeOf, storedFor, type Need } from '../../../src/ui/material-model'

const need = (code: string, change: Partial<Need> = {}): Need => ({
  code,
  name: text(code, code),
  basis: text('规定', 'Rule'),
  unconfirmed: false,
  ...change,
})
const material = (id: string, code: string, at: number) =>
  ({ id, code, name: id, type: 'application/pdf', size: 1, at }) as const

test('a need applies while its field holds one of its answers, and always without a field', () => {
  const other = need('account', { when: { key: 'way', in: ['other', 'abroad'] } })
  expect([applies(need('voucher'), {}), applies(other, {}), applies(other, { way: 'abroad' })]).toEqual([
    true,
    false,
    true,
  ])
})

test('missing is what is required now, and neither attached nor with the authority', () => {
  const needs = [
    need('a'),
    need('b'),
    need('c', { optional: true }),
    need('d', { onFile: true }),
    need('e', { when: { key: 'way', in: ['other'] } }),
  ]
  expect(missingNeeds(needs, {}, [{ code: 'a' }]).map(({ code }) => code)).toEqual(['b'])
  expect(missingNeeds(needs, { way: 'other' }, []).map(({ code }) => code)).toEqual(['a', 'b', 'e'])
})

test('what is on file is offered under its code alone, the latest first, and not twice', () => {
  const onFile = [
    material('old', 'a', 1),
    material('new', 'a', 3),
    material('else', 'b', 9),
    material('used', 'a', 2),
  ]
  expect(storedFor(need('a'), onFile, [material('used', 'a', 2)]).map(({ id }) => id)).toEqual(['new', 'old'])
})

test.each([
  [1, 'kb', '1'],
  [1499, 'kb', '1'],
  [999_000, 'kb', '999'],
  [999_999, 'mb', '1.0'],
  [1_250_000, 'mb', '1.3'],
  [10_485_760, 'mb', '10.5'],
] as const)('%d bytes are %s %s', (bytes, unit, n) => {
  expect(sizeOf(bytes)).toEqual({ unit, n })
})
