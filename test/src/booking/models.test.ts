import { instantOf } from '../../../functions/core/pure/time'
import { isUrgent, spokenMark } from '../../../src/packages/booking/model/countdown'
import { toPosition } from '../../../src/client/position'
import { loadOf, mapLink, openingAt, percentOf } from '../../../src/packages/booking/model/halls'
import { checklist, groupMatters, searchMatters } from '../../../src/packages/booking/model/matters'
import {
  cancelMeans,
  isUsable,
  outlookOf,
  spacedCode,
  spelledCode,
  stepsDone,
} from '../../../src/packages/booking/model/ticket'
import { readAppointmentId, readTrip } from '../../../src/packages/booking/model/trip'
import { appointment, DAY, hall, held, matter, NOW } from './fixtures'

describe('a deep link', () => {
  it('reads what it may be opened with', () => {
    expect(
      readTrip({
        hallId: 'east',
        matter: 'FPLY',
        day: '2026-11-24',
        start: '570',
        hold: 'ap_01hf8z6m9k3v7q2w4x5y6z7a8b',
      }),
    ).toEqual({
      hallId: 'east',
      matter: 'FPLY',
      day: '2026-11-24',
      start: 570,
      hold: 'ap_01hf8z6m9k3v7q2w4x5y6z7a8b',
    })
  })

  it('drops what is malformed', () => {
    expect(
      readTrip({ hallId: '../x', matter: 'fp ly', day: '2026-02-30', start: '9999', hold: 'ap_1' }),
    ).toEqual({})
    expect(readTrip({ hallId: '%E0%A4%A', start: '-1' })).toEqual({})
    expect(readAppointmentId({ id: 'x' })).toBeUndefined()
  })
})

describe('a hall', () => {
  it.each([
    [0, 'calm'],
    [49, 'calm'],
    [50, 'steady'],
    [80, 'busy'],
    [100, 'busy'],
  ] as const)('with %p %% taken is %s', (load, expected) => expect(loadOf(load)).toBe(expected))

  const at = (day: string, minute: number): number => instantOf(day, minute)
  const next = { day: '2026-11-25', from: 540, load: 12 }
  const why = { rule: '放假安排尚未公布', basis: '国务院办公厅', unconfirmed: false }

  it.each([
    ['before it opens', {}, 539, { state: 'opens', from: 540 }, 42],
    ['open', {}, 540, { state: 'open', until: 720 }, 42],
    ['in the lunch break', {}, 720, { state: 'opens', from: 840 }, 42],
    ['after closing, as the server says', { next }, 1020, { state: 'next', ...next }, 12],
    ['after closing, an earlier answer in hand', {}, 1020, { state: 'over' }, null],
    ['closed today', { openToday: false, next }, 600, { state: 'next', ...next }, 12],
    [
      'closed today, the calendar unknown',
      { openToday: false, nextUnknown: why },
      600,
      { state: 'unknown', why },
      null,
    ],
    ['closed today, nothing known', { openToday: false }, 600, { state: 'closed' }, null],
    [
      'an opening that is over since',
      { openToday: false, next: { ...next, day: DAY } },
      600,
      { state: 'closed' },
      null,
    ],
  ] as const)('%s', (_, change, minute, opening, percent) => {
    const one = hall(change)
    expect(openingAt(one, at(DAY, minute))).toEqual(opening)
    expect(percentOf(one, openingAt(one, at(DAY, minute)))).toBe(percent)
  })

  it('links to a web map by longitude and latitude, with its name escaped', () => {
    expect(mapLink({ name: '城东&厅', position: hall().position })).toBe(
      `https://uri.amap.com/marker?position=118.802000,32.041000&name=${encodeURIComponent('城东&厅')}&coordinate=wgs84`,
    )
  })

  it('sends whole micro-degrees', () => {
    expect(toPosition({ latitude: 32.0410004, longitude: -118.8020006 })).toEqual({
      latitude: 32_041_000,
      longitude: -118_802_001,
    })
  })
})

describe('the catalogue', () => {
  const catalogue = [
    matter(),
    matter({
      code: 'DJBG',
      name: '税务登记变更',
      group: '登记',
      bring: [{ name: '变更决议', copies: '', required: true }],
    }),
    matter({ code: 'FPDK', name: '代开增值税专用发票', group: '发票', bring: [] }),
    matter({ code: 'INV', name: 'Invoice collection', group: 'Invoices', bring: [] }),
  ]
  const found = (words: string) => searchMatters(catalogue, words).map(({ code }) => code)

  it('finds by beginning, part, scattered characters, code, group and what to bring', () => {
    expect(found('发票')).toEqual(['FPLY', 'FPDK'])
    expect(found('登变')).toEqual(['DJBG'])
    expect(found('djbg')).toEqual(['DJBG'])
    expect(found('登记')).toEqual(['DJBG'])
    expect(found('决议')).toEqual(['DJBG'])
    expect(found('INVOICE')).toEqual(['INV'])
  })

  it('does not scatter Latin letters over a name', () => expect(found('ioc')).toEqual([]))
  it('shows everything when nothing is asked', () => expect(found('  ')).toHaveLength(4))

  it('groups in the order of first appearance', () => {
    expect(groupMatters(catalogue).map(({ name, matters }) => [name, matters.length])).toEqual([
      ['发票', 2],
      ['登记', 1],
      ['Invoices', 1],
    ])
  })

  it('lists what is required first', () => {
    const bring = [
      { name: 'b', copies: '', required: false },
      { name: 'a', copies: '', required: true },
    ]
    expect(checklist({ bring }).map(({ name }) => name)).toEqual(['a', 'b'])
    expect(bring.map(({ name }) => name)).toEqual(['b', 'a'])
  })
})

describe('a ticket', () => {
  const timed = (change: Parameters<typeof appointment>[0] = {}) => ({
    ...appointment(change),
    endsAt: instantOf(DAY, 600),
  })

  it('says what to do next as time passes', () => {
    expect(outlookOf(timed(), NOW)).toBe('prepare')
    expect(outlookOf(timed(), instantOf(DAY, 555))).toBe('go')
    expect(outlookOf(timed(), instantOf(DAY, 599))).toBe('go')
    expect(outlookOf(timed(), instantOf(DAY, 600))).toBe('passed')
    expect(outlookOf(timed({ state: 'cancelledByHall' }), NOW)).toBe('cancelled')
    expect(outlookOf(timed({ state: 'lapsed' }), NOW)).toBe('lapsed')
  })

  it('takes a hold past its time for lapsed, before any sweeper has been by', () => {
    const hold = { ...held(), endsAt: instantOf(DAY, 600) }
    expect(outlookOf(hold, NOW)).toBe('confirm')
    expect(outlookOf(hold, NOW + 600_000)).toBe('lapsed')
  })

  it('shows a code only while it can be used', () => {
    expect((['confirm', 'prepare', 'go', 'passed', 'cancelled', 'lapsed'] as const).filter(isUsable)).toEqual(
      ['prepare', 'go'],
    )
    expect([stepsDone('confirm'), stepsDone('prepare'), stepsDone('go'), stepsDone('passed')]).toEqual([
      0, 1, 2, 3,
    ])
  })

  it('says what cancelling means: free for a hold, counted for a booking, late after the limit', () => {
    expect(cancelMeans({ ...held(), endsAt: 0 }, NOW)).toBe('free')
    expect(cancelMeans(timed(), appointment().cancelUntil)).toBe('counts')
    expect(cancelMeans(timed(), appointment().cancelUntil + 1)).toBe('late')
    expect(cancelMeans(timed({ canCancel: false }), NOW)).toBe('no')
  })

  it('writes its code in threes and spells it for a voice', () => {
    expect(spacedCode('048213')).toBe('048 213')
    expect(spelledCode('048213')).toBe('0 4 8 2 1 3')
  })
})

describe('a countdown', () => {
  it('speaks at a few marks only', () => {
    const spoken = Array.from({ length: 601 }, (_, passed) => spokenMark(600 - passed))
    expect([...new Set(spoken)]).toEqual([600, 300, 120, 60, 30, 10, 0])
    expect(isUrgent(121)).toBe(false)
    expect(isUrgent(120)).toBe(true)
  })
})
