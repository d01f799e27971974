/** Answers of `waitlist` as its contract shapes them; a ballot of which everything is true. */
import { instantOf, MINUTE } from '../../../functions/core/pure/time'
import {
  commitmentOf,
  digestOf,
  drawnOrder,
  type SlotEntries,
} from '../../../functions/waitlist/rules/ballot'
import type { Output } from '../../../src/client/api'
import type { Ballot, Wait } from '../../../src/client/waits'
import { DAY, NOW } from '../booking/fixtures'

export const WAIT = `wt_${'1'.repeat(26)}`

export const wait = (change: Partial<Wait> = {}): Wait => ({
  id: WAIT,
  state: 'waiting',
  hallId: 'east',
  hallName: '城东办税服务厅',
  matter: 'FPLY',
  matterName: '发票领用',
  day: DAY,
  start: 540,
  end: 570,
  taxpayer: { id: 'tp_1', name: '王*明' },
  place: 2,
  joinedAt: NOW,
  ...change,
})

export const offered = (change: Partial<Wait> = {}): Wait =>
  wait({ state: 'offered', place: undefined, offerUntil: NOW + 20 * MINUTE, ...change })

const rules = [
  { rule: '空出的名额按排队先后给下一位，20 分钟内接受有效', basis: '本平台默认设置', unconfirmed: true },
  { rule: '21:00 到次日 8:00 不发出候补通知', basis: '本平台默认设置', unconfirmed: true },
]

export const line = (change: Partial<Output<'waitlist', 'line'>> = {}): Output<'waitlist', 'line'> => ({
  open: true,
  waiting: 3,
  longest: 50,
  rules,
  ...change,
})

const SEED = 'a1'.repeat(32)
const slotAt = (start: string): string => `east.20261124.${start}`
const id = (at: number): string => `wt_${String(at).padStart(26, '0')}`

/** Two slots: one with six entries, of which one is mine, and one with none. */
export const LISTS: readonly SlotEntries[] = [
  { slot: slotAt('0900'), entries: [WAIT, id(1), id(2), id(3), id(4), id(5)].sort() },
  { slot: slotAt('0930'), entries: [] },
]
/** By the seed. */
export const PLACE = drawnOrder(SEED, LISTS[0] ?? { slot: '', entries: [] }).indexOf(WAIT) + 1

export const ballot = (change: Partial<Ballot> = {}): Ballot => ({
  hallId: 'east',
  day: DAY,
  state: 'open',
  commitment: commitmentOf(SEED),
  announcedAt: NOW,
  closesAt: instantOf('2026-11-23', 540),
  ...change,
})

export const listed = (change: Partial<Ballot> = {}): Ballot =>
  ballot({
    state: 'listed',
    closesAt: NOW - 10 * MINUTE,
    digest: digestOf(LISTS),
    starts: [540, 570],
    listedAt: NOW - 9 * MINUTE,
    ...change,
  })

export const drawn = (change: Partial<Ballot> = {}): Ballot =>
  listed({ state: 'drawn', seed: SEED, drawnAt: NOW - 4 * MINUTE, ...change })

/** Page by page: three to a page. */
export const entriesOf = (lists: readonly SlotEntries[]) => {
  return ({ start, page = 0 }: { start: number; page?: number }) => {
    const { slot, entries } = lists[start === 540 ? 0 : 1] ?? { slot: '', entries: [] }
    return { slot, entries: entries.slice(page * 3, page * 3 + 3), more: entries.length > page * 3 + 3 }
  }
}
