/** A prize on its way: who acts next and until when, what becomes of it, and the tax. */
import fc from 'fast-check'
import {
  headAfter,
  isOver,
  movesOpen,
  stateAfter,
  type CaseHead,
  type Party,
} from '../../../../functions/core/pure/case'
import { DAY_MS, instantOf } from '../../../../functions/core/pure/time'
import { chengdu, ningbo, taiyuan, xiamen } from '../../../../functions/lottery/data/campaigns'
import { prizeTaxRows } from '../../../../functions/lottery/data/prize-tax'
import type { Campaign, CampaignTerms } from '../../../../functions/lottery/rules/campaign'
import {
  afterwards,
  claimDeadline,
  claimIsOver,
  confirmAt,
  GIVES_BACK,
  prizeStep,
  prizeTable,
  secondCheckAt,
  taxOn,
  type PrizeMove,
  type PrizeState,
} from '../../../../functions/lottery/rules/prizes'
import { gapsIn } from '../../../harness/dated'

const termsOf = ({ terms }: Campaign): CampaignTerms => {
  const [row] = terms
  if (!row) throw new Error('no terms')
  return row
}

type Head = CaseHead<PrizeState>
const moved = (steps: readonly (readonly [PrizeMove, Party])[]): Head => {
  let head: Head | undefined
  steps.forEach(([move, by], i) => {
    head = headAfter(prizeTable, head, { move, by, place: i + 1 })
  })
  if (!head) throw new Error('no step')
  return head
}

const WON = ['win', 'clock'] as const
const CONFIRMED = [WON, ['confirm', 'clock']] as const
const CLAIMED = [...CONFIRMED, ['claim', 'claimant']] as const
const ORDERED = [...CLAIMED, ['order', 'clock']] as const

describe('the way of a prize', () => {
  it.each([
    ['won and paid', [...ORDERED, ['pay', 'bank']], 'paid'],
    ['looked at again', [WON, ['hold', 'clock'], ['confirm', 'clock']], 'confirmed'],
    ['reversed before the second look', [WON, ['hold', 'clock'], ['void', 'clock']], 'void'],
    ['void after it was claimed', [...CLAIMED, ['void', 'officer']], 'void'],
    [
      'refused by the bank, mended and paid',
      [...ORDERED, ['bankReject', 'bank'], ['fixAccount', 'claimant'], ['order', 'officer'], ['pay', 'bank']],
      'paid',
    ],
    [
      'returned by the bank: ordered again',
      [...ORDERED, ['bankReturn', 'bank'], ['order', 'clock']],
      'ordered',
    ],
    ['not claimed', [...CONFIRMED, ['expire', 'clock']], 'expired'],
    ['declined', [...CONFIRMED, ['decline', 'claimant']], 'declined'],
    ['of an erased winner', [...CLAIMED, ['abandon', 'clock']], 'expired'],
  ] as const)('%s', (_, steps, state) => expect(moved(steps).state).toBe(state))

  it.each([
    ['claimed before it is confirmed', [WON], 'claim', 'claimant'],
    ['void once the payment is ordered', ORDERED, 'void', 'officer'],
    ['declined once the payment is ordered', ORDERED, 'decline', 'claimant'],
    ['expired after it was claimed', CLAIMED, 'expire', 'clock'],
    ['confirmed by its winner', [WON], 'confirm', 'claimant'],
    ['ordered without a claim', CONFIRMED, 'order', 'officer'],
  ] as const)('is not %s', (_, steps, move, by) => {
    expect(stateAfter(prizeTable, moved(steps), { move, by })).toBeUndefined()
  })

  it('comes to an end from anywhere, and is paid at most once', () => {
    const parties: readonly Party[] = ['claimant', 'officer', 'bank', 'clock']
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 40 }), (picks) => {
        let head = moved([WON])
        let paid = 0
        for (const pick of picks) {
          const open = parties.flatMap((by) => movesOpen(prizeTable, head, by).map((move) => ({ move, by })))
          expect(open.length > 0).toBe(!isOver(prizeTable, head.state))
          const step = open[pick % Math.max(1, open.length)]
          if (!step) break
          if (step.move === 'pay') paid += 1
          head = headAfter(prizeTable, head, { ...step, place: head.events + 1 })
        }
        expect(paid).toBeLessThanOrEqual(1)
        if (GIVES_BACK.includes(head.state)) expect(paid).toBe(0)
      }),
    )
  })
})

describe('what becomes of a prize that nobody gets', () => {
  it.each([
    ['void', 'replacement', 'periodic', 'replacement'],
    ['void', 'pool', 'periodic', 'pool'],
    ['void', 'replacement', 'instant', 'pool'],
    ['expired', 'replacement', 'periodic', 'pool'],
    ['declined', 'replacement', 'periodic', 'pool'],
    ['paid', 'replacement', 'periodic', undefined],
    ['checking', 'replacement', 'periodic', undefined],
  ] as const)('%s, by the rule %s, of a draw that is %s: %s', (state, redraw, draw, then) => {
    expect(afterwards(state, { redraw, draw })).toBe(then)
  })
})

describe('who acts next, and until when', () => {
  const wonAt = instantOf('2026-03-17', 600)
  const times = { wonAt, publishedOn: '2026-03-17' }

  it('Ningbo: nothing before seven natural days are over, then sixty days to claim', () => {
    const terms = termsOf(ningbo)
    expect(secondCheckAt(terms, wonAt)).toBe(instantOf('2026-03-24'))
    expect(secondCheckAt(terms, instantOf('2026-03-18') - 1)).toBe(instantOf('2026-03-24'))
    expect(secondCheckAt(terms, instantOf('2026-03-18'))).toBe(instantOf('2026-03-25'))
    expect(prizeStep('checking', terms, times)).toEqual({
      who: 'clock',
      until: { known: true, value: '2026-03-24' },
      said: {
        zh: '已中奖，发奖前再核对一次发票（2026年3月24日前，含当天）',
        en: 'Won; the invoice is looked at again before payment (by 24 Mar 2026)',
      },
    })
    // 60 days after 24 March is a Saturday: to the Monday.
    expect(claimDeadline(terms, times)).toEqual({ known: true, value: '2026-05-25' })
  })

  it('Taiyuan: confirmed once the notice is over, claimed within sixty days of its end', () => {
    const terms = termsOf(taiyuan)
    expect(secondCheckAt(terms, wonAt)).toBeNull()
    expect(confirmAt(terms, times)).toBe(instantOf('2026-03-23'))
    expect(claimDeadline(terms, times)).toEqual({ known: true, value: '2026-05-21' })
    expect(claimIsOver(terms, times, '2026-05-21')).toBe(false)
    expect(claimIsOver(terms, times, '2026-05-22')).toBe(true)
  })

  it('Chengdu: nothing to wait for', () => expect(confirmAt(termsOf(chengdu), times)).toBeNull())

  it('the later of notice and second look', () => {
    const [notice, secondCheck] = [termsOf(taiyuan).notice, termsOf(ningbo).secondCheck]
    expect(confirmAt({ ...termsOf(taiyuan), notice, secondCheck }, times)).toBe(instantOf('2026-03-24'))
  })

  it('Xiamen: paid within ten working days of the claim', () => {
    const step = prizeStep('claimed', termsOf(xiamen), { ...times, claimedOn: '2026-04-30' })
    // Labour Day is 1 to 5 May; Saturday, 9 May is worked.
    expect([step.who, step.until]).toEqual(['officer', { known: true, value: '2026-05-18' }])
  })

  it('says it where the calendar of the year is not published', () => {
    const late = { wonAt: instantOf('2029-03-17'), publishedOn: '2029-03-17' }
    const step = prizeStep('confirmed', termsOf(xiamen), late)
    expect(step.until).toMatchObject({ known: false })
    expect(step.said.zh).toBe('请领奖（日期待放假安排公布后确定）')
    expect(claimIsOver(termsOf(xiamen), late, '2031-01-01')).toBe(false)
  })

  it('has words and somebody to act for every state', () => {
    for (const state of Object.keys(prizeTable.next) as PrizeState[]) {
      const step = prizeStep(state, termsOf(xiamen), times)
      expect(step.said.zh.length).toBeGreaterThan(2)
      expect(step.who === null).toBe(isOver(prizeTable, state))
    }
  })

  it('never asks for a claim before it can be made', () => {
    const win = fc
      .integer({ min: 0, max: 170 * 24 })
      .map((hour) => instantOf('2026-02-10') + hour * (DAY_MS / 24))
    fc.assert(
      fc.property(win, fc.constantFrom(xiamen, ningbo, chengdu, taiyuan), (at, campaign) => {
        const terms = termsOf(campaign)
        const won = { wonAt: at, publishedOn: '2026-08-05' }
        const until = claimDeadline(terms, won)
        if (until.known) expect(instantOf(until.value)).toBeGreaterThan(confirmAt(terms, won) ?? at)
      }),
    )
  })
})

describe('tax on prizes', () => {
  const on = '2026-03-17'

  it.each([
    [1, 0],
    [79_999, 0],
    [80_000, 0],
    // 800.01 × 20 % = 160.002
    [80_001, 16_000],
    // 800.03 × 20 % = 160.006
    [80_003, 16_001],
    [1_000_000, 200_000],
    [5_000_000, 1_000_000],
    [10_000_000, 2_000_000],
  ])('of %i fen: %i', (prize, tax) => {
    const result = taxOn({ prize, wonOn: on })
    expect([result.tax, result.payable, result.short]).toEqual([tax, prize - tax, 0])
  })

  it('is explained line by line, by the law', () => {
    const { lines } = taxOn({ prize: 1_000_000, wonOn: on })
    expect(lines.map(({ key, fen }) => [key, fen])).toEqual([
      ['prize', 1_000_000],
      ['tax', -200_000],
      ['payable', 800_000],
    ])
    expect(lines[1]).toMatchObject({
      how: { zh: '10,000.00 × 20%' },
      rate: '0.20',
      basis: { zh: '财税〔2007〕34号；财政部 税务总局公告2018年第177号（继续有效）' },
      unconfirmed: false,
    })
    expect(taxOn({ prize: 80_000, wonOn: on }).lines[1]?.how).toEqual({
      zh: '800.00 元不超过 800.00 元，免税',
      en: 'CNY 800.00 is not more than CNY 800.00: exempt',
    })
  })

  it.each([
    // Taiyuan: what one invoice wins twice is added up.
    ['both together exempt', 9_800, 70_200, 0, 0, 0],
    ['together above: the whole is taxed', 50_000, 40_000, 0, 18_000, 0],
    ['what was withheld is taken off', 100_000, 1_000_000, 200_000, 20_000, 0],
    ['never more than the prize; the rest is told', 800, 80_000, 0, 800, 15_360],
  ])('%s', (_, prize, prizes, withheld, tax, short) => {
    const result = taxOn({ prize, wonOn: on, before: { prizes, withheld } })
    expect([result.tax, result.short, result.payable]).toEqual([tax, short, prize - tax])
    // That two prizes are added up is our reading.
    expect(result.lines[1]?.unconfirmed).toBe(true)
  })

  it('loses no fen', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000_000 }), (prize) => {
        const { tax, payable, lines } = taxOn({ prize, wonOn: on })
        expect(tax + payable).toBe(prize)
        expect((lines[0]?.fen ?? 0) + (lines[1]?.fen ?? 0)).toBe(lines[2]?.fen)
        expect(tax).toBe(prize <= 80_000 ? 0 : Math.round(prize / 5))
      }),
    )
  })

  it.each([0, -1, 0.5])('refuses %p as a prize', (prize) => {
    expect(() => taxOn({ prize, wonOn: on })).toThrow(RangeError)
  })

  it('has one row for every day', () => expect(gapsIn(prizeTaxRows, '2007-02-27')).toEqual([]))
})
