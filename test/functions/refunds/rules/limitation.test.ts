import fc from 'fast-check'
import { dayKind } from '../../../../functions/core/pure/calendar'
import { addDays } from '../../../../functions/core/pure/time'
import { limitations } from '../../../../functions/refunds/data/limitation'
import { lastDayToClaim, threeYears } from '../../../../functions/refunds/rules/limitation'
import { gapsIn } from '../../../harness/dated'

describe('three years to claim', () => {
  it.each([
    ['2023-11-24', '2026-11-23', true],
    ['2023-11-24', '2026-11-24', true],
    ['2023-11-24', '2026-11-25', false],
    // 29 February has no match in 2027, and its 28th is a Sunday of a year that is not published: see below.
    ['2024-02-29', '2027-02-28', true],
    ['2021-02-28', '2024-02-28', true],
    ['2021-02-28', '2024-02-29', false],
    // The last day is a Saturday: Monday is still in time (细则 §109).
    ['2023-11-21', '2026-11-23', true],
    ['2023-11-21', '2026-11-24', false],
    // The last day is the first of the National Day holidays.
    ['2023-10-01', '2026-10-08', true],
    ['2023-10-01', '2026-10-09', false],
  ])('settled on %s, claimed on %s: in time is %s', (settledOn, today, ok) => {
    const finding = threeYears(settledOn, today)
    expect(finding.ok).toBe(ok)
    expect(finding.warning).toBeUndefined()
  })

  it('names the statute, the day of payment and the last day', () => {
    const finding = threeYears('2023-11-24', '2026-11-25')
    expect(finding.basis.zh).toContain('征收管理法》第五十一条')
    expect(finding.found).toEqual({
      zh: '2023年11月24日结算缴纳，最迟可在 2026年11月24日申请',
      en: 'Settled on 24 Nov 2023; claimable until 24 Nov 2026',
    })
  })

  it('leaves it to a person just after a last day whose year has no calendar, and to none later', () => {
    expect(lastDayToClaim('2024-02-29', '2027-03-01')).toEqual({
      plain: '2027-02-28',
      outer: { known: false, unpublished: '2027-02-28' },
    })
    expect(threeYears('2024-02-29', '2027-03-01')).toMatchObject({ ok: false, warning: true })
    expect(threeYears('2024-02-29', '2027-03-15')).toMatchObject({ ok: false, warning: true })
    expect(threeYears('2024-02-29', '2027-03-16').warning).toBeUndefined()
    // Past years that have no calendar here are over, without a doubt.
    expect(threeYears('2018-06-01', '2026-11-24')).toMatchObject({ ok: false })
    expect(threeYears('2018-06-01', '2026-11-24').warning).toBeUndefined()
  })

  it('ends once, on a working day of a published year', () => {
    const settled = fc.integer({ min: 0, max: 1090 }).map((n) => addDays('2021-01-01', n))
    fc.assert(
      fc.property(settled, (settledOn) => {
        const { outer } = lastDayToClaim(settledOn, '2026-11-24')
        if (!outer.known) return
        expect(dayKind(outer.value)).toBe('working')
        expect(threeYears(settledOn, outer.value).ok).toBe(true)
        expect(threeYears(settledOn, addDays(outer.value, 1)).ok).toBe(false)
      }),
    )
  })

  it('has one row for every day', () => expect(gapsIn(limitations)).toEqual([]))
})
