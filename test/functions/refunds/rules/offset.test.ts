import fc from 'fast-check'
import { fen } from '../../../../functions/core/pure/money'
import { moneyOf } from '../../../../functions/refunds/work/money'
import { offsetArrears, type Direction } from '../../../../functions/refunds/rules/offset'

const ask = (arrears: number, { offsets = true, direction = 'refund' as Direction } = {}) =>
  offsetArrears({
    law: { offsets },
    refund: fen(100_00),
    interest: fen(35),
    arrears: fen(arrears),
    direction,
  })

describe('arrears come first', () => {
  it.each([
    [0, 0, 10_035],
    [1, 1, 10_034],
    [10_034, 10_034, 1],
    [10_035, 10_035, 0],
    [10_036, 10_035, 0],
  ])('of arrears of %i fen, %i are paid and %i go out', (arrears, offset, paidOut) =>
    expect(ask(arrears)).toMatchObject({ offset, paidOut, carried: 0 }),
  )

  it('is shown line by line, interest included, with the statute', () => {
    expect(ask(40_00).lines.map(({ key, fen: amount }) => [key, amount])).toEqual([
      ['arrearsOffset', -4000],
      ['paidOut', 6035],
    ])
    expect(ask(40_00).lines[0]?.basis?.zh).toContain('第七十九条')
  })

  it('has no line without arrears', () => expect(ask(0).lines.map(({ key }) => key)).toEqual(['paidOut']))

  it('keeps the rest against taxes to come when asked to', () =>
    expect(ask(40_00, { direction: 'offset' })).toMatchObject({ offset: 4000, carried: 6035, paidOut: 0 }))

  it('is not done to export refunds, and says so', () => {
    const { offset, paidOut, lines } = ask(40_00, { offsets: false })
    expect({ offset, paidOut }).toEqual({ offset: 0, paidOut: 10_035 })
    expect(lines[0]?.how?.zh).toBe('此类退税不抵缴欠税')
  })

  it('comes after interest, for kinds that bear it: all of it is reckoned before anybody hands it in', () => {
    const question = { approved: 40_000, paidOn: '2025-11-24', arrears: 10_000, on: '2026-11-24' } as const
    const linesFor = (kind: 'overpaid' | 'settlement', direction: Direction) =>
      moneyOf({ ...question, kind, direction, receivedOn: '2026-11-24' }).lines.map(
        ({ key, fen: amount }) => `${key} ${amount}`,
      )
    // 400.00 × 0.35 % × 365 ÷ 360 = 1.4194…
    expect(linesFor('overpaid', 'refund')).toEqual(['interest 142', 'arrearsOffset -10000', 'paidOut 30142'])
    expect(linesFor('settlement', 'offset')).toEqual(['interest 0', 'arrearsOffset -10000', 'carried 30000'])
  })

  it('loses and makes nothing', () => {
    const amount = fc.integer({ min: 0, max: 1e13 }).map(fen)
    fc.assert(
      fc.property(
        amount,
        amount,
        amount,
        fc.boolean(),
        fc.constantFrom<Direction>('refund', 'offset'),
        (refund, interest, arrears, offsets, direction) => {
          const result = offsetArrears({ law: { offsets }, refund, interest, arrears, direction })
          expect(result.offset + result.carried + result.paidOut).toBe(refund + interest)
          expect(result.offset).toBeLessThanOrEqual(offsets ? arrears : 0)
          expect(Math.min(result.offset, result.carried, result.paidOut)).toBeGreaterThanOrEqual(0)
        },
      ),
    )
  })
})
