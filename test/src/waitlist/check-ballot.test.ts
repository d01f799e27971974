/** @jest-environment node */
/** What the phone finds when it computes a ballot again: that it holds, and every way in which it may not. */
import { checkBallot, type Mine } from '../../../src/packages/waitlist/model/check-ballot'
import type { Ballot } from '../../../src/client/waits'
import { drawn, entriesOf, LISTS, listed, PLACE, WAIT } from './fixtures'

const mine: Mine = { id: WAIT, start: 540, drawnPlace: PLACE }

const check = (
  ballot: Ballot,
  { lists = LISTS, of = mine }: { lists?: typeof LISTS; of?: Mine | undefined } = {},
) =>
  checkBallot(ballot, {
    mine: of,
    entriesOf: (place) => Promise.resolve(entriesOf(lists)(place as { start: number; page?: number })),
    come: () => undefined,
  })
const failed = async (...of: Parameters<typeof check>) =>
  ((await check(...of)) ?? []).filter(({ holds }) => !holds).map(({ code }) => code)

it('holds, over every page, with my own entry at its place', async () => {
  expect(await check(drawn())).toEqual([
    { code: 'seed', holds: true },
    { code: 'entries', holds: true, n: 6 },
    { code: 'twice', holds: true },
    { code: 'place', holds: true, n: PLACE },
    { code: 'found', holds: true, start: 540 },
  ])
})

it('is nothing yet before the entries are published; before the draw it is of the entries alone', async () => {
  expect(await check({ ...listed(), digest: undefined } as Ballot)).toBeUndefined()
  expect(((await check(listed())) ?? []).map(({ code, holds }) => [code, holds])).toEqual([
    ['entries', true],
    ['found', true],
  ])
})

const [first, second] = LISTS
const changed = (entries: readonly string[]) => [
  { slot: first?.slot ?? '', entries },
  ...(second ? [second] : []),
]

it.each([
  ['another seed', drawn({ seed: 'b2'.repeat(32) }), {}, ['seed', 'place']],
  ['another commitment', drawn({ commitment: '0'.repeat(64) }), {}, ['seed']],
  ['an entry put in', drawn(), { lists: changed([...(first?.entries ?? []), 'wt_x']) }, ['entries']],
  [
    'my entry left out',
    drawn(),
    { lists: changed((first?.entries ?? []).filter((id) => id !== WAIT)) },
    ['entries', 'place', 'found'],
  ],
  ['another place told', drawn(), { of: { ...mine, drawnPlace: (PLACE % 6) + 1 } }, ['place']],
  ['the wrong digest before the draw', listed({ digest: '0'.repeat(64) }), {}, ['entries']],
  ['a time that has no list', drawn(), { of: { ...mine, start: 1000 } }, ['found']],
] as const)('finds %s', async (_what, ballot, change, codes) => {
  const found = await failed(ballot, change as Parameters<typeof check>[1])
  expect(found.filter((code) => code !== 'place')).toEqual(codes.filter((code) => code !== 'place'))
  if (codes.some((code) => code === 'place') && PLACE > 0 && !_what.startsWith('another seed'))
    expect(found).toContain('place')
})

it('finds somebody who stands there twice', async () => {
  const twice = [...(first?.entries ?? []), first?.entries[0] ?? '']
  expect(await failed(drawn(), { lists: changed(twice) })).toEqual(
    expect.arrayContaining(['twice', 'entries']),
  )
})

it('does not follow a list that never ends', async () => {
  const endless = checkBallot(drawn(), {
    entriesOf: () => Promise.resolve({ slot: 's', entries: [], more: true }),
    come: () => undefined,
  })
  await expect(endless).rejects.toThrow('never ends')
})
