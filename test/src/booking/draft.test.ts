import {
  clearDraft,
  CHOICE,
  SEAT,
  readDraft,
  saveDraft,
  type Cupboard,
  type Shelf,
} from '../../../src/packages/booking/model/draft'
import { NOW } from './fixtures'

const cupboard = () => {
  const shelves = new Map<string, string>()
  const shelf = (prefix: string): Shelf => ({
    recall: (name) => (shelves.has(prefix + name) ? JSON.parse(shelves.get(prefix + name) ?? '') : undefined),
    remember: (name, value) => shelves.set(prefix + name, JSON.stringify(value)),
    forget: (name) => shelves.delete(prefix + name),
  })
  const made: Cupboard = { open: shelf(''), own: shelf('own:') }
  return { made, shelves }
}

it('goes on where it stopped', () => {
  const { made } = cupboard()
  saveDraft(made, { hallId: 'east', matter: 'FPLY' }, NOW)
  saveDraft(made, { day: '2026-11-24', start: 570 }, NOW + 1000)
  expect(readDraft(made, NOW + 2000)).toMatchObject({
    hallId: 'east',
    matter: 'FPLY',
    day: '2026-11-24',
    start: 570,
    savedAt: NOW + 1000,
  })
})

it('drops a hold that has lapsed, and keeps what was chosen', () => {
  const { made } = cupboard()
  saveDraft(made, { hallId: 'east', hold: 'ap_1', heldUntil: NOW + 600_000 }, NOW)
  expect(readDraft(made, NOW + 1)?.hold).toBe('ap_1')
  const later = readDraft(made, NOW + 600_000)
  expect(later?.hold).toBeUndefined()
  expect(later?.hallId).toBe('east')
})

it('forgets a wish of last week', () => {
  const { made } = cupboard()
  saveDraft(made, { hallId: 'east' }, NOW)
  expect(readDraft(made, NOW + 7 * 86_400_000)).toBeDefined()
  expect(readDraft(made, NOW + 7 * 86_400_000 + 1)).toBeUndefined()
})

it.each([null, 1, 'text', [], { savedAt: 'x' }])('reads %p as no draft', (kept) => {
  const { made, shelves } = cupboard()
  shelves.set(CHOICE, JSON.stringify(kept))
  expect(readDraft(made, NOW)).toBeUndefined()
})

it('is gone once booked', () => {
  const { made } = cupboard()
  saveDraft(made, { hallId: 'east' }, NOW)
  clearDraft(made)
  expect(readDraft(made, NOW)).toBeUndefined()
})

it('keeps the seat and for whom it is apart from what was chosen', () => {
  const { made, shelves } = cupboard()
  saveDraft(
    made,
    { hallId: 'east', day: '2026-11-24', taxpayerId: 'tp_1', hold: 'ap_1', heldUntil: NOW + 600_000 },
    NOW,
  )
  expect(shelves.get(CHOICE)).not.toMatch(/tp_1|ap_1/)
  expect(shelves.get(`own:${SEAT}`)).toMatch(/tp_1.*ap_1/)
  shelves.delete(`own:${SEAT}`)
  expect(readDraft(made, NOW)).toMatchObject({ hallId: 'east', hold: undefined, taxpayerId: undefined })
})
