import fc from 'fast-check'
import { stateAfter, movesOpen, isOver, headAfter, type CaseHead } from '../../../../functions/core/pure/case'
import { fen } from '../../../../functions/core/pure/money'
import { addDays, dayOf } from '../../../../functions/core/pure/time'
import { codeOf } from '../../../../functions/core/pure/verification-code'
import { departureAmount } from '../../../../functions/refunds/rules/kinds/departure-amount'
import { chargedBy, daysLeft } from '../../../../functions/refunds/rules/kinds/departure-days'
import { departureQrText, readDepartureQr } from '../../../../functions/refunds/rules/kinds/departure-qr'
import {
  departureMoves,
  departureTable,
  fitsMode,
  isCharged,
  type DepartureMove,
  type DepartureState,
} from '../../../../functions/refunds/rules/kinds/departure-states'
import { linesOf } from '../../../harness/refunds/checks'
import { check, traveller } from '../../../harness/refunds/departure'

const bought = (amount13: number, amount9: number, feeRate?: number) =>
  departureAmount({
    amount13: fen(amount13),
    amount9: fen(amount9),
    purchasedOn: '2026-01-10',
    ...(feeRate !== undefined && { feeRate }),
  })

describe('what a traveller gets back', () => {
  it.each([
    [113_000, 0, 12_430, 2_260, 10_170, true],
    [0, 109_000, 8_720, 2_180, 6_540, true],
    [25_000_000, 0, 2_750_000, 500_000, 2_250_000, false],
    [113_000, 109_000, 21_150, 4_440, 16_710, true],
  ])('on %i and %i fen: %i, fee %i, net %i, in cash %s', (amount13, amount9, refund, fee, net, cashAllowed) =>
    expect(bought(amount13, amount9)).toMatchObject({ refund, fee, net, cashAllowed, minimumReached: true }),
  )

  it('is nothing below the minimum', () => expect(bought(19_999, 0).minimumReached).toBe(false))

  it('takes the fee that the agency sets, and never pays less than nothing', () => {
    expect(bought(113_000, 0, 0).net).toBe(12_430)
    expect(bought(113_000, 0, 150)).toMatchObject({ fee: 1_695, net: 10_735 })
    expect(bought(113_000, 0, 1_200).net).toBe(0)
  })

  it('holds the ceiling of cash against the refund, before the fee', () => {
    // 21 000.00 before the fee of 3 818.18: more than the ceiling, though less is paid.
    expect(bought(19_090_909, 0)).toMatchObject({ refund: 2_100_000, net: 1_718_182, cashAllowed: false })
  })

  it('is explained line by line', () => {
    expect(linesOf(check({ ...traveller, amount9: 109_000 }))).toEqual([
      'amount13 12430',
      'amount9 8720',
      'refund 21150',
      'fee -4440',
      'net 16710',
    ])
    expect(check(traveller).result?.claimable).toBe(10_170)
  })

  it('agrees with a slow reckoning, whatever was bought', () => {
    const half = (over: bigint, under: bigint) => (over * 2n + under) / (under * 2n)
    const money = fc.integer({ min: 0, max: 10_000_000_000_000 })
    fc.assert(
      fc.property(money, money, (amount13, amount9) => {
        const [a, b] = [BigInt(amount13), BigInt(amount9)]
        const refund = half(a * 11n, 100n) + half(b * 8n, 100n)
        const fee = half((a + b) * 2n, 100n)
        const amount = bought(amount13, amount9)
        expect([amount.refund, amount.fee, amount.net].map(BigInt)).toEqual([refund, fee, refund - fee])
        const lines = new Map(amount.lines.map((line) => [line.key, line.fen as number]))
        expect(lines.get('net')).toBe((lines.get('refund') ?? 0) + (lines.get('fee') ?? 0))
      }),
      { numRuns: 500 },
    )
  })
})

describe('the ninety days', () => {
  it.each([
    ['2026-01-10', 90, 89, 'inTime'],
    ['2026-04-07', 3, 2, 'inTime'],
    ['2026-04-08', 2, 1, 'lastDays'],
    ['2026-04-09', 1, 0, 'lastDays'],
    ['2026-04-10', 0, -1, 'doubtful'],
    ['2026-04-11', -1, -2, 'over'],
  ])('bought on 2026-01-10, on %s: %i left, strictly %i, %s', (on, left, strictLeft, state) =>
    expect(daysLeft('2026-01-10', on)).toEqual({
      lastDay: '2026-04-10',
      strictLastDay: '2026-04-09',
      left,
      strictLeft,
      state,
    }),
  )

  it('are days of the calendar, by a slow count as well', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 0, max: 120 }), (start, later) => {
        const purchasedOn = addDays('2019-04-01', start)
        const at = Date.UTC(2019, 3, 1 + start)
        const { lastDay, left, state } = daysLeft(purchasedOn, addDays(purchasedOn, later))
        expect(lastDay).toBe(dayOf(at + 90 * 86_400_000))
        expect(left).toBe(90 - later)
        expect(state).toBe(
          later > 90 ? 'over' : later === 90 ? 'doubtful' : later > 87 ? 'lastDays' : 'inTime',
        )
      }),
    )
  })

  it.each([
    ['2026-11-24', '2026-11-27'],
    ['2026-11-26', '2026-12-01'],
    // The holiday of October, and a Saturday worked in exchange.
    ['2026-09-30', '2026-10-10'],
  ])('who promised to leave by %s is charged by %s', (promisedOn, last) =>
    expect(chargedBy(promisedOn)).toEqual({ known: true, value: last }),
  )

  it('of a year without a calendar, that is not known', () =>
    expect(chargedBy('2031-06-01')).toEqual({ known: false, unpublished: '2031-06-02' }))
})

describe('the way of a departure refund', () => {
  const begun: CaseHead<DepartureState> = { state: 'invoiced', events: 1, made: [] }
  const go = (...moves: readonly DepartureMove[]) =>
    moves.reduce((head, move) => {
      const [by = 'clock'] = departureMoves[move].by
      return headAfter(departureTable, head, { move, by, place: head.events + 1 })
    }, begun)

  it.each<[string, readonly DepartureMove[], DepartureState]>([
    ['in cash', ['issueForm', 'verify', 'audit', 'payCash'], 'paid'],
    ['by transfer', ['issueForm', 'verify', 'audit', 'order', 'pay'], 'paid'],
    [
      'by transfer to another account',
      ['issueForm', 'verify', 'audit', 'order', 'bankReject', 'fixAccount', 'order', 'pay'],
      'paid',
    ],
    ['ordered again', ['issueForm', 'verify', 'audit', 'order', 'bankReturn', 'payCash'], 'paid'],
    ['upon purchase', ['issueForm', 'prepay', 'verify', 'audit', 'settle'], 'paid'],
    ['not left as promised', ['issueForm', 'prepay', 'charge'], 'preauthCharged'],
    ['left later', ['issueForm', 'prepay', 'charge', 'verify', 'audit', 'payCash'], 'paid'],
    ['left by another port', ['issueForm', 'prepay', 'verify', 'audit', 'chargeAtPort', 'payCash'], 'paid'],
    ['refused by customs', ['issueForm', 'refuse'], 'rejected'],
    ['rejected by the agency', ['issueForm', 'verify', 'audit', 'reject'], 'rejected'],
    ['never left', ['issueForm', 'expire'], 'expired'],
    ['never left after an advance', ['issueForm', 'prepay', 'charge', 'expire'], 'expired'],
    ['cancelled in time', ['issueForm', 'cancel'], 'cancelled'],
    ['erased meanwhile', ['issueForm', 'verify', 'abandon'], 'cancelled'],
  ])('%s', (_, moves, state) => expect(go(...moves).state).toBe(state))

  it.each<[readonly DepartureMove[], DepartureMove]>([
    [[], 'verify'],
    [['issueForm'], 'payCash'],
    [['issueForm', 'verify'], 'order'],
    [['issueForm', 'verify'], 'cancel'],
    [['issueForm', 'prepay'], 'prepay'],
    [['issueForm', 'prepay'], 'cancel'],
    [['issueForm', 'prepay'], 'expire'],
    [['issueForm', 'prepay', 'charge', 'verify', 'audit'], 'charge'],
    // While a bank has the order, nobody pays beside it.
    [['issueForm', 'verify', 'audit', 'order'], 'payCash'],
    [['issueForm', 'verify', 'audit', 'order'], 'order'],
    [['issueForm', 'verify', 'audit', 'payCash'], 'reject'],
    [['issueForm', 'verify', 'audit', 'payCash'], 'payCash'],
    [['issueForm', 'expire'], 'verify'],
  ])('after %p nobody can %s', (moves, move) => {
    const head = go(...moves)
    for (const by of ['claimant', 'officer', 'bank', 'clock'] as const)
      expect(stateAfter(departureTable, head, { move, by })).toBeUndefined()
  })

  it('leaves customs to officers', () => {
    const head = go('issueForm')
    expect(movesOpen(departureTable, head, 'officer')).toEqual(['prepay', 'verify', 'refuse'])
    expect(movesOpen(departureTable, head, 'claimant')).toEqual(['cancel'])
    expect(movesOpen(departureTable, head, 'bank')).toEqual([])
  })

  it('gives an advance upon purchase alone, and takes it back once', () => {
    expect(fitsMode('prepay', { mode: 'cash', made: [] })).toBe(false)
    expect(fitsMode('prepay', { mode: 'instant', made: [] })).toBe(true)
    expect(fitsMode('charge', { mode: 'instant', made: [] })).toBe(false)
    expect(fitsMode('chargeAtPort', { mode: 'instant', made: ['prepay'] })).toBe(true)
    expect(fitsMode('chargeAtPort', { mode: 'instant', made: ['prepay', 'charge'] })).toBe(false)
    expect(fitsMode('verify', { mode: 'transfer', made: [] })).toBe(true)
    expect(isCharged(go('issueForm', 'prepay', 'charge').made)).toBe(true)
    expect(isCharged(go('issueForm', 'prepay', 'verify', 'audit', 'settle').made)).toBe(false)
  })

  it('pays nobody beside an advance that stands, and settles no advance that does not', () => {
    const advanced = { mode: 'instant', made: ['prepay'] } as const
    const charged = { mode: 'instant', made: ['prepay', 'charge'] } as const
    expect(['settle', 'payCash', 'order'].map((move) => fitsMode(move as DepartureMove, advanced))).toEqual([
      true,
      false,
      false,
    ])
    expect(['settle', 'payCash', 'order'].map((move) => fitsMode(move as DepartureMove, charged))).toEqual([
      false,
      true,
      true,
    ])
  })

  it('comes to every state, and ends where nobody is next', () => {
    const states = Object.keys(departureTable.next) as DepartureState[]
    const reached = new Set<string>(
      Object.values(departureMoves).flatMap(({ to }) => (to === null ? [] : [to])),
    )
    expect(states.filter((state) => !reached.has(state))).toEqual([])
    const left = (state: DepartureState) =>
      Object.values(departureMoves).some(({ from }) => (from as readonly string[]).includes(state))
    expect(states.filter((state) => isOver(departureTable, state) === left(state))).toEqual([])
  })
})

describe('the QR code of a departure form', () => {
  const code = codeOf(Uint8Array.from([3, 141, 59, 26, 53, 58, 97, 93, 23, 84, 62]))
  const mac = 'Zk9xQmN0c2VhbF9vZl8z'

  it('is read as it was written', () => {
    expect(departureQrText({ code, mac })).toBe(`SBTF1:${code}:${mac}`)
    expect(readDepartureQr(` SBTF1:${code}:${mac}\n`)).toEqual({ code, mac })
  })

  it.each([
    ['nothing', ''],
    ['another kind', `SBTF2:${code}:${mac}`],
    ['no seal', `SBTF1:${code}`],
    ['a short seal', `SBTF1:${code}:abc`],
    ['a seal with other characters', `SBTF1:${code}:${mac}/+`],
    [
      'a slip in the code',
      `SBTF1:${code.slice(0, -2)}${code.at(-2) === '0' ? '1' : '0'}${code.slice(-1)}:${mac}`,
    ],
    ['more than that', `SBTF1:${code}:${mac}:x`],
    ['a page', 'https://example.com/SBTF1'],
  ])('%s is no form', (_, scanned) => expect(readDepartureQr(scanned)).toBeUndefined())
})
