/** A day of instant draws: before it, while it runs, once its seed is shown; the whole of it and one's own entry recomputed on the phone. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { waitFor } from '@testing-library/react'
import { instantOf } from '../../../functions/core/pure/time'
import CampaignPage from '../../../src/packages/lottery/campaign'
import DrawPage from '../../../src/packages/lottery/draw'
import EntryPage from '../../../src/packages/lottery/entry'
import Taro from '../../harness/taro/taro'
import { dayCampaign, DAY_ID, entryOfDay, HOLDER, publishDay, SALT, type PublishedDay } from './day-folder'
import { filesOf, pieceOf } from './draw-folder'
import { CAMPAIGN, DRAW, drawRow, ENTRY, NOW, odds } from './fixtures'
import { el, namelessControls, onStage, seen, standStill, tap } from './stage'

standStill()
let won: PublishedDay
let lost: PublishedDay
let spent: PublishedDay
beforeAll(async () => {
  ;[won, lost, spent] = await Promise.all([
    publishDay('five'),
    publishDay(undefined),
    publishDay('five', 2_000),
  ])
}, 30_000)

const answersOf = (day: PublishedDay, change: Readonly<Record<string, unknown>> = {}) => ({
  'lottery/campaign': dayCampaign(),
  'lottery/draw': { draw: day.row() },
  'lottery/file': pieceOf(day.folder),
  'lottery/proof': { proof: day.proof },
  ...change,
})
const opened = (change: object = {}) =>
  won.row({ state: 'open', count: 0, prizes: 0, files: filesOf(won.folder).slice(-2, -1), ...change })
/** What nobody can see before the day is over. */
const openFiles = (name: string): boolean => name === 'day-opening.json'

describe('the page of a day', () => {
  const open = (change: Readonly<Record<string, unknown>> = {}) =>
    onStage(DrawPage, { id: DAY_ID }, answersOf(won, change))

  it('while it runs: what was committed to the day before, what is left, and when the seed is shown', async () => {
    const running = opened({ from: instantOf('2026-11-24'), to: instantOf('2026-11-25') })
    const band = { from: 10_000, below: 50_000 }
    const full = {
      ...dayCampaign(),
      odds: [odds({ draw: 'instant', kind: 'instant', band, left: 250_000, drawnAt: null, frozenAt: null })],
    }
    expect(running.files.map(({ name }) => name).every(openFiles)).toBe(true)
    open({ 'lottery/draw': { draw: running }, 'lottery/campaign': full })
    const state = await seen('draw-state')
    await waitFor(() => expect(state).toHaveTextContent('即开即奖'))
    for (const words of ['当场开奖', /还有 1[34] 小时 \d+ 分钟 公开种子/, '100.00 元到不足 500.00 元'])
      expect(el('draw-state')).toHaveTextContent(words)
    expect(el('day-left')).toHaveTextContent('还剩 2,500.00 元（共 10,000.00 元）')
    expect(el('seed-commitment').textContent).toMatch(/^[0-9a-f]{64}$/)
    expect(el('facts')).toHaveTextContent('五十元')
    expect(el('facts')).toHaveTextContent('机会：10 张中 3 张')
    expect(document.getElementById('seed')).toBeNull()
    expect(document.getElementById('verify-draw')).toBeNull()
    expect(namelessControls()).toEqual([])
  })

  it('before it begins it says so, with its money', async () => {
    open({
      'lottery/draw': { draw: opened({ from: instantOf('2026-11-25'), to: instantOf('2026-11-26') }) },
    })
    expect(await seen('draw-next')).toHaveTextContent('还没有开始')
    expect(el('draw-state')).toHaveTextContent('当天奖金10,000.00 元')
    expect(document.getElementById('seed-left')).toBeNull()
  })

  it('once it is over: who won by tier, what was left, the seed; and the whole of it is recomputed here', async () => {
    open()
    expect(await seen('draw-next')).toHaveTextContent('已经公布')
    const five = won.closing.wins.filter(({ tier }) => tier === 'five')
    expect(el('won-five')).toHaveTextContent(`五十元 × ${five.length}`)
    expect(el('won-five').querySelectorAll('.lt-place')[0]).toHaveTextContent(
      `第 ${(five[0]?.index ?? -2) + 1} 张`,
    )
    expect(el('seed')).toHaveTextContent(won.closing.seed)
    expect(el('day-left')).toHaveTextContent('已退回奖池')
    await tap('verify-whole')
    const verdict = await waitFor(() => el('whole-verdict'), { timeout: 20_000 })
    expect(verdict).toHaveTextContent('全部成立')
    expect(el('verify-draw')).toHaveTextContent('种子就是前一天承诺的那个')
    expect(el('whole').querySelectorAll('.fails')).toHaveLength(0)
  }, 30_000)

  it('another seed than the one committed to does not hold', async () => {
    const closing = readFileSync(path.join(won.folder, 'day-closing.json'), 'utf8')
    const forged = Buffer.from(closing.replace(won.closing.seed, 'ab'.repeat(32)))
    open({ 'lottery/file': pieceOf(won.folder, { 'day-closing.json': forged }) })
    await tap('verify-whole')
    const verdict = await waitFor(() => el('whole-verdict'), { timeout: 20_000 })
    expect(verdict).toHaveTextContent('有内容不成立')
    expect([...el('whole').querySelectorAll('.fails')].some(({ id }) => id.endsWith('-seed'))).toBe(true)
  }, 30_000)

  it('nobody entered, or none won: said plainly', async () => {
    open({ 'lottery/draw': { draw: won.row({ state: 'empty', count: 0, prizes: 0, files: [] }) } })
    expect(await seen('draw-next')).toHaveTextContent('奖金已退回奖池')
  })
})

describe('the instant draw of an entry of mine', () => {
  const told = {
    won: { tier: 'five', tierName: '五十元', fen: 5_000 },
    lost: {},
    spent: { spent: true },
  } as const
  const open = (
    day: PublishedDay,
    change: Parameters<typeof entryOfDay>[0],
    more: Readonly<Record<string, unknown>> = {},
  ) =>
    onStage(
      EntryPage,
      { id: ENTRY },
      answersOf(day, {
        'lottery/entry': { entry: entryOfDay(change), salt: SALT, holder: HOLDER },
        ...more,
      }),
    )
  const verified = async (): Promise<HTMLElement> => {
    await seen(`verify-${DAY_ID}`)
    await tap(`verify-${DAY_ID}-now`)
    return seen(`verify-${DAY_ID}-verdict`)
  }
  const failing = (): readonly string[] =>
    [...el(`own-${DAY_ID}`).querySelectorAll('.fails')].map(({ id }) => id.replace(`own-${DAY_ID}-`, ''))

  it.each([
    ['won', '即时开奖：中了五十元', '对应五十元'],
    ['lost', '即时开奖：没有中奖', '不对应任何奖'],
    ['spent', '这一档当天的奖金已经发完', '对应五十元'],
  ] as const)('%s: its number and the tier come out as it was told', async (which, said, number) => {
    const day = { won, lost, spent }[which]
    open(day, told[which])
    expect(await seen('way-instant-atOnce')).toHaveTextContent(said)
    expect(await verified()).toHaveTextContent('成立：结果就是由事先承诺的种子算出的')
    expect(el(`verify-${DAY_ID}-number`)).toHaveTextContent(number)
    expect(el(`verify-${DAY_ID}-place`)).toHaveTextContent('名单里的第 41 张，共 41 张')
    expect(el(`own-${DAY_ID}`).querySelectorAll('.holds')).toHaveLength(11)
    expect(el(`verify-${DAY_ID}`).textContent?.includes('验证一整天')).toBe(which === 'spent')
  })

  it.each([
    ['a win that was told as nothing', () => open(won, told.lost), ['outcome', 'listed']],
    ['nothing that was told as a win', () => open(lost, told.won), ['outcome', 'listed']],
    ['money that was there, told as gone', () => open(won, told.spent), ['listed']],
    [
      'another’s entry',
      () =>
        open(won, told.won, {
          'lottery/entry': { entry: entryOfDay(told.won), salt: SALT, holder: 'sj_another' },
        }),
      ['holder'],
    ],
    [
      'another day',
      () =>
        open(won, told.won, {
          'lottery/draw': { draw: won.row({ period: 'instant-band1:2026-11-23T0000' }) },
        }),
      ['ofDay'],
    ],
    [
      'a seed that was not committed to',
      () => {
        const closing = readFileSync(path.join(won.folder, 'day-closing.json'), 'utf8')
        const forged = Buffer.from(closing.replace(won.closing.seed, lost.closing.seed))
        return open(won, told.won, { 'lottery/file': pieceOf(won.folder, { 'day-closing.json': forged }) })
      },
      ['seed', 'outcome'],
    ],
  ] as const)('%s does not hold, and it says which', async (_, show, codes) => {
    show()
    expect(await verified()).toHaveTextContent('有内容不成立')
    expect(failing()).toEqual(codes)
  })

  it('before the day is over: that it was committed to beforehand, and when to come back', async () => {
    const { inputs } = open(won, told.won, {
      'lottery/draw': {
        draw: opened({ to: instantOf('2026-11-25') }),
      },
    })
    expect(await seen(`verify-${DAY_ID}`)).toHaveTextContent(
      '11月25日 周三 0:00 当天结束后才公开，那时请再来',
    )
    expect(el('way-instant-shown')).toHaveAttribute('aria-current', 'step')
    expect(await verified()).toHaveTextContent('承诺在当天之前就已公布')
    expect(el(`own-${DAY_ID}`).querySelectorAll('.holds')).toHaveLength(3)
    expect(inputs('lottery/proof')).toEqual([])
  })

  it('keeps nothing of what shows whose entry it is', async () => {
    open(won, told.won)
    await verified()
    const { storage } = await import('../../harness/taro/taro')
    expect(JSON.stringify([...storage.values()])).not.toContain(SALT)
  })
})

describe('days of a campaign', () => {
  it('stand in a list of their own below the periods, the newest first', async () => {
    const newer = won.row({ id: DAY_ID.replace('-23T', '-24T'), state: 'open', from: NOW - 1, count: 0 })
    const { inputs } = onStage(
      CampaignPage,
      { id: CAMPAIGN },
      answersOf(won, {
        'lottery/draws': ({ kind }: { kind: string }) => ({
          items: kind === 'instant' ? [newer, won.row()] : [drawRow({ id: DRAW, state: 'published' })],
        }),
      }),
    )
    const days = await seen('days')
    expect(days).toHaveTextContent('2026年11月23日')
    expect(days).toHaveTextContent(`41 张参加，${won.closing.wins.length} 张中奖`)
    expect(days).toHaveTextContent('100.00 元到不足 500.00 元')
    expect(el('draws').querySelectorAll('[role=listitem]')).toHaveLength(1)
    expect(el('draws').compareDocumentPosition(days)).toBe(Node.DOCUMENT_POSITION_FOLLOWING)
    expect(inputs('lottery/draws')).toContainEqual({ campaign: CAMPAIGN, kind: 'instant', limit: 5 })
    expect(namelessControls()).toEqual([])
    await tap(`day-${DAY_ID}`)
    expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: `/packages/lottery/draw/index?id=${DAY_ID}` })
  })

  it('are not spoken of where a campaign draws nothing at once', async () => {
    const { inputs } = onStage(CampaignPage, { id: CAMPAIGN })
    await seen('hash')
    expect(document.getElementById('days')).toBeNull()
    expect(inputs('lottery/draws')).toMatchObject([{ kind: 'periodic' }])
  })

  it('odds of each band are told by its amounts and the day’s money', async () => {
    const ofBand = (from: number, below: number | null) =>
      odds({ draw: 'instant', name: '即开即奖', kind: 'instant', band: { from, below }, drawnAt: null })
    const full = { ...dayCampaign(), odds: [ofBand(10_000, 50_000), ofBand(50_000, null)] }
    onStage(CampaignPage, { id: CAMPAIGN }, answersOf(won, { 'lottery/campaign': full }))
    expect(await seen('odds-instant-10000')).toHaveTextContent('价税合计 100.00 元到不足 500.00 元的发票')
    expect(el('odds-instant-50000')).toHaveTextContent('价税合计 500.00 元及以上的发票')
    expect(el('odds-instant-50000')).toHaveTextContent('参加后马上知道结果')
    expect(el('odds-instant-50000')).toHaveTextContent('奖金还剩 2,000.00 元')
  })
})
