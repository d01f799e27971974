import { addDays } from '../../../../functions/core/pure/time'
import { keepUntil, settlementWindow } from '../../../../functions/refunds/rules/income-tax/window'

describe('when a year is settled', () => {
  it.each([
    ['2025-12-31', 'notYet'],
    ['2026-02-24', 'notYet'],
    ['2026-02-25', 'bookingOnly'],
    ['2026-02-28', 'bookingOnly'],
    ['2026-03-01', 'bookingOnly'],
    ['2026-03-20', 'bookingOnly'],
    ['2026-03-21', 'open'],
    ['2026-06-30', 'open'],
    ['2026-07-01', 'over'],
  ])('2025 on %s: %s', (day, state) => {
    expect(settlementWindow(2025, day)).toMatchObject({
      state,
      from: '2026-03-01',
      until: '2026-06-30',
      announced: true,
      booking: { opens: '2026-02-25', neededUntil: '2026-03-20' },
      unconfirmed: false,
    })
  })
  it.each([
    [2026, '2027-02-28', 'notYet'],
    [2026, '2027-03-01', 'open'],
    [2026, '2027-06-30', 'open'],
    [2026, '2027-07-01', 'over'],
    [2023, '2024-07-01', 'over'],
  ])('%i, which was not announced, on %s: %s by the law alone, and says so', (year, day, state) => {
    const window = settlementWindow(year, day)
    expect(window).toMatchObject({ state, announced: false, unconfirmed: true })
    expect(window.booking).toBeUndefined()
    expect(window.rule.zh).toContain('尚未收录')
    expect(window.basis.zh).toBe('《中华人民共和国个人所得税法》第十一条')
  })
  it('has a state on every day, in one order', () => {
    const states: string[] = []
    for (let day = '2026-01-01'; day <= '2026-12-31'; day = addDays(day, 1)) {
      const { state } = settlementWindow(2025, day)
      if (states[states.length - 1] !== state) states.push(state)
    }
    expect(states).toEqual(['notYet', 'bookingOnly', 'open', 'over'])
  })
  it('papers are kept for five years from its end', () => {
    expect(keepUntil(2025)).toMatchObject({ until: '2031-06-30', unconfirmed: false })
    expect(keepUntil(2019).until).toBe('2025-06-30')
  })
})
