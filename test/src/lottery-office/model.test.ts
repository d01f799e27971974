import * as fc from 'fast-check'
import { addDays, daysBetween } from '../../../functions/core/pure/time'
import { validateCampaign } from '../../../functions/lottery/campaign-schema'
import { isPeriodic, type Campaign } from '../../../functions/lottery/rules/campaign'
import { periodsOf } from '../../../functions/lottery/rules/periods'
import {
  begunWith,
  edited,
  examples,
  hasInstant,
  sentOf,
} from '../../../src/packages/lottery-office/model/draft'
import { partsOf } from '../../../src/packages/lottery-office/model/parts'
import { problemsOf } from '../../../src/packages/lottery-office/model/problems'
import { valueAt, type Draft } from '../../../src/packages/lottery-office/model/tree'
import { atOnceCampaign, dailyCampaign } from '../../functions/lottery/campaign'

const example = fc.constantFrom(...examples)
const today = fc.integer({ min: 0, max: 1_000 }).map((days) => addDays('2026-11-24', days))

describe('a campaign begun with another', () => {
  it('is sound but for its id, on whatever day, for the screen and for the server alike', () => {
    fc.assert(
      fc.property(example, today, (from, day) => {
        const draft = begunWith(from, day)
        expect(problemsOf(draft, partsOf(draft), day).map(({ path }) => path)).toEqual(['id'])
        const named = { ...draft, id: 'new-one' }
        expect(problemsOf(named, partsOf(named), day)).toEqual([])
        expect(validateCampaign(JSON.parse(sentOf(named)))).toMatchObject({ ok: true })
      }),
      { numRuns: 60 },
    )
  })

  it('opens in a week at the earliest, lasts as long, and is drawn as often', () => {
    const drawn = (campaign: Campaign) =>
      campaign.draws.filter(isPeriodic).map((draw) => periodsOf(campaign, draw).length)
    fc.assert(
      fc.property(example, today, (from, day) => {
        const campaign = JSON.parse(sentOf(begunWith(from, day))) as Campaign
        expect(campaign.opensOn >= addDays(day, 7)).toBe(true)
        const lasts = (one: Campaign): number => daysBetween(one.opensOn, one.closesOn)
        // Months are not all as long.
        expect(Math.abs(lasts(campaign) - lasts(from))).toBeLessThanOrEqual(3)
        if (from.draws.some((draw) => isPeriodic(draw) && draw.schedule.every === 'month'))
          expect(drawn(campaign)).toEqual(drawn(from))
      }),
      { numRuns: 60 },
    )
  })
})

describe('a change', () => {
  const draft = JSON.parse(JSON.stringify(dailyCampaign())) as Draft

  it('of the campaign’s days takes along what began or ended with it, and nothing else', () => {
    const later = edited(draft, 'closesOn', '2027-02-28')
    for (const path of ['terms.0.effectiveTo', 'pools.0.effectiveTo', 'draws.0.effectiveTo'])
      expect(valueAt(later, path)).toBe('2027-02-28')
    expect(valueAt(later, 'terms.0.invoiceDates.value.to')).toBe('2027-02-28')
    const apart = edited(edited(draft, 'draws.0.effectiveTo', '2026-12-31'), 'closesOn', '2027-02-28')
    expect(valueAt(apart, 'draws.0.effectiveTo')).toBe('2026-12-31')
  })

  it('that is no day yet moves nothing', () => {
    expect(valueAt(edited(draft, 'closesOn', '2027-02-'), 'draws.0.effectiveTo')).toBe('2027-01-31')
  })
})

it('a campaign has instant draws or it has none; what cannot be read has none', () => {
  expect(hasInstant(JSON.stringify(atOnceCampaign()))).toBe(true)
  expect(hasInstant(JSON.stringify(dailyCampaign()))).toBe(false)
  expect(hasInstant('{')).toBe(false)
})
