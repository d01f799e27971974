/** Check-in at the door: its edges to the minute and the metre, each with its own answer; and a ticket's states. */
import { instantOf, MINUTE } from '../../../../functions/core/pure/time'
import { checkIn, type Arrival } from '../../../../functions/queue/rules/check-in'
import { afterPassed, canMove, TICKET_STATES } from '../../../../functions/queue/rules/states'

const day = '2026-11-30'
const visit = { hallId: 'tianhe', day, end: 630, from: instantOf(day, 585) }
const at = (minute: number): Arrival => ({ hallId: 'tianhe', at: instantOf(day, minute), ticketed: false })
const SECOND = MINUTE / 60

test.each<[string, Arrival, object]>([
  ['fifteen minutes before', at(585), { kind: 'admitted' }],
  ['a second earlier', { ...at(585), at: at(585).at - SECOND }, { kind: 'early', from: at(585).at }],
  ['at the end of the slot', at(630), { kind: 'admitted' }],
  ['a second later', { ...at(630), at: at(630).at + SECOND }, { kind: 'late', until: at(630).at }],
  ['the day before', { ...at(600), at: instantOf('2026-11-29', 600) }, { kind: 'wrongDay', day }],
  ['in another hall', { ...at(600), hallId: 'yuexiu' }, { kind: 'wrongHall', hallId: 'tianhe' }],
  ['twice', { ...at(600), ticketed: true }, { kind: 'twice' }],
  ['300 metres away', { ...at(600), metres: 300 }, { kind: 'admitted' }],
  ['301 metres away', { ...at(600), metres: 301 }, { kind: 'far', metres: 301 }],
  ['at no distance that is a number', { ...at(600), metres: NaN }, { kind: 'far', metres: NaN }],
  ['by position where the hall does not allow it', { ...at(600), metres: null }, { kind: 'noPosition' }],
])('%s', (_, arrival, answer) => {
  expect(checkIn(visit, arrival)).toEqual(answer)
})

test('a ticket moves as the table says, and what is over stays so', () => {
  const moves = TICKET_STATES.flatMap((from) =>
    TICKET_STATES.filter((to) => canMove(from, to)).map((to) => `${from} ${to}`),
  )
  expect(moves).toEqual([
    'waiting called',
    'waiting left',
    'waiting closed',
    'called passed',
    'called serving',
    'called noShow',
    'called closed',
    'passed called',
    'passed left',
    'passed closed',
    'serving waiting',
    'serving done',
    'serving closed',
  ])
})

test('a passed ticket comes back once', () => {
  expect([0, 1, 2].map(afterPassed)).toEqual(['passed', 'noShow', 'noShow'])
})
