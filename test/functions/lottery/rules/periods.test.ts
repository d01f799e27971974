/** Which period an entry is of, and what follows when. */
import fc from 'fast-check'
import { HOUR, addDays, dayOf, instantOf, type Day, type Instant } from '../../../../functions/core/pure/time'
import {
  chengdu,
  exampleCampaigns,
  ningbo,
  taiyuan,
  xiamen,
} from '../../../../functions/lottery/data/campaigns'
import type { Campaign } from '../../../../functions/lottery/rules/campaign'
import {
  claimUntil,
  entryPeriod,
  noticeEnd,
  periodOf,
  periodsOf,
  timesOf,
} from '../../../../functions/lottery/rules/periods'
import type { Draw, PeriodicDraw, Schedule } from '../../../../functions/lottery/rules/plan'

const periodic = ({ draws }: Campaign, key: string): PeriodicDraw => {
  const draw = draws.find((one) => one.key === key)
  if (draw?.kind !== 'periodic') throw new Error(`no periodic draw ${key}`)
  return draw
}

const daily = periodic(chengdu, 'daily')
const weekly = periodic(taiyuan, 'weekly')
const special = periodic(taiyuan, 'special')
const monthly = periodic(xiamen, 'monthly')

const at = (day: Day, clock: string): Instant => {
  const [hour = 0, minute = 0] = clock.split(':').map(Number)
  return instantOf(day, hour * 60 + minute)
}

describe('the period of an entry', () => {
  it.each([
    [
      'Chengdu, the first morning',
      chengdu,
      daily,
      at('2026-02-06', '00:00'),
      'daily:2026-02-06T0000',
      '2026-02-06',
    ],
    [
      'just before eleven',
      chengdu,
      daily,
      at('2026-02-06', '23:00') - 1,
      'daily:2026-02-06T0000',
      '2026-02-06',
    ],
    [
      'at eleven: of the next day',
      chengdu,
      daily,
      at('2026-02-06', '23:00'),
      'daily:2026-02-06T2300',
      '2026-02-07',
    ],
    [
      'the last hour of all',
      chengdu,
      daily,
      at('2026-07-31', '23:30'),
      'daily:2026-07-31T2300',
      '2026-08-01',
    ],
    ['Taiyuan, a Monday', taiyuan, weekly, at('2026-03-16', '00:00'), 'weekly:2026-03-16T0000', '2026-03-22'],
    [
      'the Sunday before',
      taiyuan,
      weekly,
      at('2026-03-16', '00:00') - 1,
      'weekly:2026-03-09T0000',
      '2026-03-15',
    ],
    ['a fortnight', taiyuan, special, at('2026-02-23', '00:00'), 'special:2026-02-23T0000', '2026-03-08'],
    [
      'Xiamen, its first month',
      xiamen,
      monthly,
      at('2026-02-28', '23:59'),
      'monthly:2026-02-10T0000',
      '2026-02-28',
    ],
    [
      'a month of 31 days',
      xiamen,
      monthly,
      at('2026-03-31', '23:59'),
      'monthly:2026-03-01T0000',
      '2026-03-31',
    ],
  ])('%s', (_, campaign, draw, instant, key, frozenOn) => {
    const period = periodOf(campaign, draw, instant)
    expect([period?.key, period && dayOf(period.frozenAt - 1)]).toEqual([key, frozenOn])
  })

  it('is the legal day for instant draws', () => {
    const [instant] = ningbo.draws
    const period = instant && periodOf(ningbo, instant, at('2026-03-17', '10:00'))
    expect(period).toMatchObject({ from: instantOf('2026-03-17'), to: instantOf('2026-03-18') })
  })

  it.each([
    ['before the campaign', at('2026-02-05', '23:59')],
    ['after it', at('2026-08-01', '00:00')],
  ])('is none %s', (_, instant) => expect(periodOf(chengdu, daily, instant)).toBeUndefined())
})

/** No instant is left out, and none is in two. */
const tiles = (campaign: Campaign, draws: readonly Draw[], from: Day, to: Day): void => {
  const periods = draws.flatMap((draw) => periodsOf(campaign, draw))
  expect(periods[0]?.from).toBe(instantOf(from))
  expect(periods[periods.length - 1]?.to).toBe(instantOf(addDays(to, 1)))
  periods.forEach((period, i) => {
    const next = periods[i + 1]
    if (next) expect(next.from).toBe(period.to)
    expect(period.to).toBeGreaterThan(period.from)
    expect(period.frozenAt).toBeGreaterThanOrEqual(period.to)
  })
  expect(new Set(periods.map(({ key }) => key)).size).toBe(periods.length)
}

describe('periods tile a campaign without gaps', () => {
  it.each(
    exampleCampaigns.flatMap((campaign) =>
      campaign.draws.map((draw) => [campaign.id, draw.key, campaign, draw] as const),
    ),
  )('%s, %s', (_id, _key, campaign, draw) =>
    tiles(campaign, [draw], draw.effectiveFrom, draw.effectiveTo ?? campaign.closesOn),
  )

  const day = fc.integer({ min: 0, max: 400 }).map((n) => addDays('2026-01-01', n))
  const schedule: fc.Arbitrary<Schedule> = fc.oneof(
    fc.constantFrom<Schedule>({ every: 'day' }, { every: 'month' }, { every: 'campaign' }),
    fc
      .constantFrom<1 | 2 | 3 | 4 | 5 | 6 | 7>(1, 2, 3, 4, 5, 6, 7)
      .map((last): Schedule => ({ every: 'week', last })),
    day.map((last): Schedule => ({ every: 'fortnight', last })),
  )
  const freezeAt = fc.constantFrom(1, 600, 1380, 1440)

  it('whatever the rhythm, the time of the freeze and the days', () => {
    fc.assert(
      fc.property(
        schedule,
        freezeAt,
        day,
        fc.integer({ min: 0, max: 120 }),
        (rhythm, minute, opensOn, days) => {
          const closesOn = addDays(opensOn, days)
          const draw = {
            ...weekly,
            schedule: rhythm,
            freezeAt: minute,
            effectiveFrom: opensOn,
            effectiveTo: null,
          }
          tiles({ ...taiyuan, opensOn, closesOn }, [draw], opensOn, closesOn)
        },
      ),
      { numRuns: 300 },
    )
  })

  it('also where the rhythm changes in the middle, each period under a key of its own', () => {
    fc.assert(
      fc.property(
        schedule,
        schedule,
        freezeAt,
        freezeAt,
        fc.integer({ min: 0, max: 60 }),
        (one, two, a, b, n) => {
          const middle = addDays(taiyuan.opensOn, n)
          const first = {
            ...weekly,
            schedule: one,
            freezeAt: a,
            effectiveFrom: taiyuan.opensOn,
            effectiveTo: middle,
          }
          const second = {
            ...weekly,
            schedule: two,
            freezeAt: b,
            effectiveFrom: addDays(middle, 1),
            effectiveTo: null,
          }
          tiles(taiyuan, [first, second], taiyuan.opensOn, taiyuan.closesOn)
        },
      ),
      { numRuns: 300 },
    )
  })

  it('and hold each entry that is asked for', () => {
    const span = fc
      .integer({ min: 0, max: 175 * 24 * 60 })
      .map((minute) => instantOf('2026-02-09') + minute * 60_000)
    fc.assert(
      fc.property(span, (instant) => {
        const found = entryPeriod(taiyuan, 'weekly', instant)
        if (instant >= instantOf('2026-08-01')) expect(found).toBeUndefined()
        else {
          expect(found?.period.from).toBeLessThanOrEqual(instant)
          expect(found?.period.to).toBeGreaterThan(instant)
        }
      }),
    )
  })
})

describe('when it is drawn and published', () => {
  const of = (campaign: Campaign, draw: PeriodicDraw, instant: Instant) => {
    const period = periodOf(campaign, draw, instant)
    if (!period) throw new Error('no period')
    return timesOf(draw, period)
  }

  it('Chengdu: half an hour after the freeze, and at noon of the next day, holiday or not', () => {
    // 16 February 2026 is of the Spring Festival.
    expect(of(chengdu, daily, at('2026-02-16', '12:00'))).toEqual({
      drawnAt: { known: true, value: at('2026-02-16', '23:30') },
      publishedAt: { known: true, value: at('2026-02-17', '12:00') },
    })
  })

  it('Taiyuan: on a working day', () => {
    // The week ends on Sunday, 15 March; three days on is a Wednesday.
    expect(of(taiyuan, weekly, at('2026-03-10', '12:00')).drawnAt).toEqual({
      known: true,
      value: at('2026-03-18', '10:00'),
    })
    // Sunday, 15 February: the Wednesday after is of the Spring Festival, which lasts to the 23rd.
    expect(of(taiyuan, weekly, at('2026-02-10', '12:00')).drawnAt).toEqual({
      known: true,
      value: at('2026-02-24', '10:00'),
    })
  })

  it('is not known where its year has no calendar', () => {
    const late = { ...taiyuan, closesOn: '2029-12-31' }
    const draw = { ...weekly, effectiveTo: null }
    expect(of(late, draw, at('2029-06-05', '12:00')).drawnAt).toMatchObject({ known: false })
  })

  it('never publishes before it draws', () => {
    const instant = fc.integer({ min: 0, max: 170 }).map((n) => instantOf(addDays('2026-02-10', n), 600))
    fc.assert(
      fc.property(instant, fc.constantFrom(weekly, monthly, special, daily), (moment, draw) => {
        const period = periodOf({ opensOn: '2026-02-06', closesOn: '2026-07-31' }, draw, moment)
        if (!period) return
        const { drawnAt, publishedAt } = timesOf(draw, period)
        if (!drawnAt.known || !publishedAt.known) throw new Error('2026 is published')
        expect(drawnAt.value).toBeGreaterThanOrEqual(period.frozenAt)
        expect(publishedAt.value).toBeGreaterThanOrEqual(drawnAt.value)
      }),
    )
  })
})

describe('the time to claim', () => {
  const [terms] = taiyuan.terms
  if (!terms) throw new Error('no terms')
  const won = { wonOn: '2026-03-18', publishedOn: '2026-03-18' }

  it('Taiyuan: sixty days from the end of the notice, counted plainly', () => {
    expect(noticeEnd(terms, '2026-03-18')).toBe('2026-03-23')
    // 60 days after 23 March: a Friday.
    expect(claimUntil(terms, won)).toEqual({ known: true, value: '2026-05-22' })
  })

  const claim = (defer: 'none' | 'nextWorkingDay' | 'article109', days: number) => ({
    notice: null,
    claim: { ...terms.claim, value: { days, from: 'win' as const, defer } },
  })

  it.each([
    // Ten days after 22 April: 2 May, in the holiday of Labour Day (1 to 5 May 2026).
    ['none', '2026-05-02'],
    ['nextWorkingDay', '2026-05-06'],
    // Two of the five days are inside the term: fewer than three lengthen nothing, the last day moves.
    ['article109', '2026-05-06'],
  ] as const)('a last day off, %s: %s', (defer, until) => {
    expect(claimUntil(claim(defer, 10), { wonOn: '2026-04-22', publishedOn: '2026-04-22' })).toEqual({
      known: true,
      value: until,
    })
  })

  it('article 109 lengthens a term by a holiday inside it', () => {
    const days = (defer: 'none' | 'article109') =>
      claimUntil(claim(defer, 20), { wonOn: '2026-04-22', publishedOn: '2026-04-22' })
    expect(days('none')).toEqual({ known: true, value: '2026-05-12' })
    // Five working days on from 12 May.
    expect(days('article109')).toEqual({ known: true, value: '2026-05-19' })
  })

  it('is a day of the calendar, an hour before midnight as an hour after', () => {
    const wonOn = dayOf(instantOf('2026-03-19') - HOUR)
    expect(claimUntil(claim('none', 1), { wonOn, publishedOn: wonOn })).toEqual({
      known: true,
      value: '2026-03-19',
    })
  })
})
