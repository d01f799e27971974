import {
  dayToShow,
  halves,
  isFree,
  nearestFree,
  otherOpenDays,
  orderNearest,
  reasonsOf,
} from '../../../src/packages/booking/model/slots'
import { days, slot, slots } from './fixtures'

describe('slots of a day', () => {
  it('falls into morning and afternoon at noon, and leaves an empty half out', () => {
    expect(halves(slots).map(({ half, slots: rows }) => [half, rows.length])).toEqual([
      ['morning', 6],
      ['afternoon', 3],
    ])
    expect(halves([slot(720, 1)]).map(({ half }) => half)).toEqual(['afternoon'])
    expect(halves([])).toEqual([])
  })

  it('is free only when open with an online seat: walk-in seats do not count', () => {
    expect(isFree(slot(540, 1))).toBe(true)
    expect(isFree(slot(540, 0, { state: 'open' }))).toBe(false)
    expect(isFree(slot(540, 3, { state: 'closed' }))).toBe(false)
  })

  it('offers the nearest free times, the earlier of two as near', () => {
    expect(nearestFree(slots, 540).map(({ start }) => start)).toEqual([570, 600, 630])
    expect(nearestFree([slot(540, 1), slot(600, 1)], 570).map(({ start }) => start)).toEqual([540, 600])
    expect(nearestFree(slots, 900, 2).map(({ start }) => start)).toEqual([870, 840])
  })

  it('never offers the wanted slot itself', () => {
    expect(nearestFree([slot(540, 5)], 540)).toEqual([])
  })
})

describe('days', () => {
  it('shows the day asked for, else the first with seats, else the first', () => {
    expect(dayToShow(days, '2026-11-23')).toBe('2026-11-23')
    expect(dayToShow(days, '2027-01-01')).toBe('2026-11-24')
    expect(dayToShow(days)).toBe('2026-11-24')
    expect(dayToShow([{ day: '2026-11-22', state: 'closed', left: 0 }])).toBe('2026-11-22')
    expect(dayToShow([])).toBeUndefined()
  })

  it('names the nearest other days with seats, on either side', () => {
    expect(otherOpenDays(days, '2026-11-24').map(({ day }) => day)).toEqual(['2026-11-25', '2026-11-27'])
    expect(otherOpenDays(days, '2026-11-28').map(({ day }) => day)).toEqual(['2026-11-25', '2026-11-27'])
  })

  it('tells each reason once', () => {
    expect(reasonsOf([...days, ...days]).map(({ rule }) => rule)).toEqual([
      '公休日不办公',
      '每月 23 日下午不受理预约',
    ])
  })
})

it('puts the same hall before others, then by time across days', () => {
  const near = (hallId: string, day: string, start: number) => ({
    hallId,
    day,
    start,
    end: start + 30,
    left: 1,
  })
  const ordered = orderNearest(
    [near('west', '2026-11-24', 540), near('east', '2026-11-25', 540), near('east', '2026-11-24', 600)],
    'east',
  )
  expect(ordered.map(({ hallId, day, start }) => `${hallId} ${day} ${start}`)).toEqual([
    'east 2026-11-24 600',
    'east 2026-11-25 540',
    'west 2026-11-24 540',
  ])
})
