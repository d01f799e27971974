import { act, screen, waitFor } from '@testing-library/react'
import { paperPartOf } from '../../../functions/core/io/papers/part'
import NumbersPage from '../../../src/packages/lottery-office/numbers'
import { refuse } from '../../harness/taro/server'
import Taro, { fireHook } from '../../harness/taro/taro'
import { CAMPAIGN, statistics } from './fixtures'
import { eachAlone, el, namelessControls, onStage, seen, tap } from './stage'

eachAlone()

const open = (change: Readonly<Record<string, unknown>> = {}) =>
  onStage(NumbersPage, { campaign: CAMPAIGN }, change)

it('says how many entered, what the pools have, which prizes stand where, what was left out, and up to when', async () => {
  open()
  expect(await seen('all-entries')).toHaveTextContent('12张发票')
  expect(el('all-entrants')).toHaveTextContent('4人参加')
  expect(el('all-fen')).toHaveTextContent('1,500.00 元')
  expect(document.body).toHaveTextContent('统计到 11月24日 周二 9:58 参加的发票，每分钟更新')
  expect(el('days')).toHaveTextContent('其中 1 张金额不明，不计入金额。')
  expect(el('pool-daily')).toHaveTextContent(/可用1,200\.00 元已预留600\.00 元已付200\.00 元合计2,000\.00 元/)
  expect(el('tier-daily-first')).toHaveTextContent('每日开奖 · 一等奖已领奖1 个，800.00 元')
  expect(el('exclusions')).toHaveTextContent('不合理拆分或合并开票')
  expect(namelessControls()).toEqual([])
})

it('shows days by number, by amount or by new people, of a week, a fortnight or a month', async () => {
  const { inputs } = open()
  await tap('by-fen')
  expect(screen.getByLabelText(/每天的发票金额（元）/)).toBeInTheDocument()
  await tap('by-entrants')
  expect(screen.getByLabelText(/每天第一次参加的人数/)).toBeInTheDocument()
  await tap('span-31')
  await waitFor(() =>
    expect(inputs('statistics')).toContainEqual({ campaign: CAMPAIGN, until: '2026-11-24', days: 31 }),
  )
})

it('before anything is counted, and where not all is, says so', async () => {
  open({
    'lottery/statistics': statistics({
      countedTo: null,
      days: [{ day: '2026-11-24', entries: 0, fen: 0, unknown: 0, entrants: 0 }],
      all: { entries: 0, fen: 0, unknown: 0, entrants: 0 },
      prizes: { looked: 2000, whole: false, rows: [] },
      exclusions: [{ reason: 'split', said: '不合理拆分或合并开票', entries: 1000, more: true }],
    }),
  })
  expect(await screen.findByText(/还没有统计到发票/)).toBeInTheDocument()
  expect(el('prizes')).toHaveTextContent('只统计最近的 2,000 个奖。还没有开出奖。')
  expect(el('exclusions')).toHaveTextContent('有的原因不止图中的张数。')
})

it('is read anew when it is pulled down', async () => {
  const { inputs } = open()
  await seen('all-entries')
  await act(async () => {
    fireHook('pullDownRefresh')
  })
  await waitFor(() => expect(inputs('statistics')).toHaveLength(2))
})

describe('the spreadsheet', () => {
  it('is fetched in parts and opened', async () => {
    const openDocument = jest.fn(async (_: object) => ({ errMsg: 'ok' }))
    Object.assign(Taro, {
      env: { USER_DATA_PATH: 'wxfile://usr' },
      openDocument,
      getFileSystemManager: () => ({
        readdirSync: () => [],
        unlinkSync: () => undefined,
        writeFile: ({ success }: { success: () => void }) => success(),
      }),
    })
    const bytes = Uint8Array.from({ length: 10 }, (_, at) => at)
    const { inputs } = open({
      'lottery/statisticsSheet': ({ place }: { place: number }) =>
        paperPartOf({ kind: 'xlsx', name: '摇奖统计', bytes }, place),
    })
    await tap('sheet')
    expect(await seen('sheet-told')).toHaveTextContent('表格已导出')
    expect(inputs('statisticsSheet')).toEqual([
      { campaign: CAMPAIGN, until: '2026-11-24', days: 7, place: 0 },
    ])
    expect(openDocument).toHaveBeenCalledTimes(1)
  })

  it('that cannot be had is told', async () => {
    open({ 'lottery/statisticsSheet': refuse(429, 'TOO_MANY', '请稍后再试。') })
    await tap('sheet')
    expect(await screen.findByText('请稍后再试。')).toBeInTheDocument()
  })
})

it('a campaign of another hall is not found', async () => {
  open({ 'lottery/statistics': refuse(404, 'NOT_FOUND', '没有找到。') })
  expect(await screen.findByText('没有找到')).toBeInTheDocument()
})
