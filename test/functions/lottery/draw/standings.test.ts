/** Who stands in for whom after second verification. */
import fc from 'fast-check'
import { standingsAfter, type Drawn } from '../../../../functions/lottery/rules/draw/winners'

const drawn: Drawn = {
  tiers: [
    { tier: 'first', winners: [7] },
    { tier: 'second', winners: [3, 9] },
  ],
  replacements: [5, 1, 8],
}
const held = (losses: readonly number[]) => standingsAfter(drawn, losses).map(({ index }) => index)

test('without losses, those drawn stand', () => {
  expect(standingsAfter(drawn, [])).toEqual([
    { tier: 'first', place: 0, index: 7 },
    { tier: 'second', place: 0, index: 3 },
    { tier: 'second', place: 1, index: 9 },
  ])
})

test.each([
  ['a winner of any tier is replaced by the next in line', [9, 7], [1, 3, 5]],
  ['a replacement that loses is replaced too', [9, 5], [7, 3, 1]],
  ['one that lost before its turn is passed over', [5, 9], [7, 3, 1]],
  ['who never won takes nobody’s turn', [2, 9], [7, 3, 5]],
  ['once all have stepped in, a place stays empty', [7, 5, 1, 8, 3], [undefined, undefined, 9]],
])('%s', (_, losses, standing) => {
  expect(held(losses)).toEqual(standing)
})

test('a later loss never moves who stepped in before, and nobody who lost stands', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(10), { maxLength: 8 }), fc.nat(10), (losses, loss) => {
      fc.pre(!losses.includes(loss))
      const [before, after] = [held(losses), held([...losses, loss])]
      before.forEach((index, at) => {
        if (index !== loss) expect(after[at]).toBe(index)
      })
      for (const lost of [...losses, loss]) expect(after).not.toContain(lost)
    }),
  )
})
