import { act, screen, waitFor } from '@testing-library/react'
import HomePage from '../../../src/packages/lottery/home'
import EntriesPage from '../../../src/packages/lottery/entries'
import PrizesPage from '../../../src/packages/lottery/prizes'
import { NO_NETWORK, refuse } from '../../harness/taro/server'
import Taro, { fireHook } from '../../harness/taro/taro'
import { instantOf } from '../../../functions/core/pure/time'
import { CAMPAIGN, campaignRow, ENTRY, entryRow, NO_LIMITS, NOW, PRIZE, prize } from './fixtures'
import { el, namelessControls, onStage, seen, standStill, tap } from './stage'

standStill()

it('lists campaigns: where, until when, who runs them, whether they can be entered, what is not confirmed', async () => {
  onStage(
    HomePage,
    {},
    {
      'lottery/campaigns': {
        items: [campaignRow(), campaignRow({ id: 'later-2027', opensOn: '2027-01-01', unconfirmed: false })],
      },
    },
  )
  const card = await seen(`campaign-${CAMPAIGN}`)
  for (const words of [
    '试验有奖发票',
    '厦门市 · 试验单位',
    '2026年11月1日 至 2027年1月31日',
    '正在进行',
    '待确认',
  ])
    expect(card).toHaveTextContent(words)
  expect(el('campaign-later-2027')).toHaveTextContent('未开始')
  expect(el('campaign-later-2027')).not.toHaveTextContent('待确认')
  await tap(`campaign-${CAMPAIGN}`)
  expect(Taro.navigateTo).toHaveBeenLastCalledWith({
    url: `/packages/lottery/campaign/index?id=${CAMPAIGN}`,
  })
  expect(namelessControls()).toEqual([])
})

it('puts prizes that wait for me on top; others are not among them', async () => {
  onStage(
    HomePage,
    {},
    {
      'lottery/prizes': {
        items: [prize({ id: `pz_${'2'.repeat(26)}`, state: 'paid', moves: [] }), prize()],
      },
    },
  )
  const card = await seen(`prize-${PRIZE}`)
  expect(card).toHaveTextContent('800.00 元')
  expect(card).toHaveTextContent('请领奖（2027年1月22日前，含当天）')
  expect(document.getElementById(`prize-pz_${'2'.repeat(26)}`)).toBeNull()
  expect(card.compareDocumentPosition(el('enter'))).toBe(Node.DOCUMENT_POSITION_FOLLOWING)
})

it('shows the three latest entries, each with how far it is', async () => {
  const items = ['1', '2', '3', '4'].map((digit) => entryRow({ id: `en_${digit.repeat(32)}` }))
  onStage(HomePage, {}, { 'lottery/mine': { items } })
  expect(await seen(`entry-${ENTRY}`)).toHaveTextContent('可参加')
  expect(document.getElementById(`entry-en_${'4'.repeat(32)}`)).toBeNull()
  await tap('all-entries')
  expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: '/packages/lottery/entries/index' })
})

it('shows campaigns to who is not signed in, and the way to sign in for the rest', async () => {
  const { inputs } = onStage(HomePage, {}, {}, { signedIn: false })
  expect(await seen(`campaign-${CAMPAIGN}`)).toBeInTheDocument()
  expect(el('signed-out')).toHaveTextContent('登录后参加摇奖')
  expect(inputs('lottery/mine')).toEqual([])
})

it('says what to do while there is no campaign, and offers to try again without a network', async () => {
  onStage(HomePage, {}, { 'lottery/campaigns': { items: [] } })
  expect(await screen.findByText('现在没有可以参加的活动')).toBeInTheDocument()
  onStage(HomePage, {}, { 'lottery/campaigns': NO_NETWORK })
  await waitFor(() => expect(screen.getAllByText('再试一次').length).toBeGreaterThan(0), { timeout: 5000 })
})

it('is read again when it is pulled down', async () => {
  const { inputs } = onStage(HomePage)
  await seen(`campaign-${CAMPAIGN}`)
  const before = inputs('lottery/campaigns').length
  await act(async () => {
    await Promise.all(fireHook('pullDownRefresh'))
  })
  await waitFor(() => expect(inputs('lottery/campaigns').length).toBeGreaterThan(before))
})

describe('limits of my own', () => {
  it('stops for me for a week, and says that it holds now', async () => {
    const until = NOW + 7 * 86_400_000
    const { inputs } = onStage(
      HomePage,
      {},
      {
        'lottery/setLimits': { stopped: true, until, ownDailyCap: null },
      },
    )
    expect(await seen('limits')).toHaveTextContent('设置后马上生效')
    await tap('stop')
    expect(inputs('lottery/setLimits')).toEqual([])
    await tap('stop-week')
    await waitFor(() => expect(el('stop-said')).toHaveTextContent('您已停止参加，到 12月1日'))
    expect(inputs('lottery/setLimits')).toMatchObject([{ stopped: true, ownDailyCap: null }])
    expect(el('limits-done')).toHaveTextContent('现在起有效')
  })

  it('asks in words before it is taken up again', async () => {
    const { inputs } = onStage(
      HomePage,
      {},
      {
        'lottery/limits': { stopped: true, until: null, ownDailyCap: 2 },
        'lottery/setLimits': { ...NO_LIMITS, ownDailyCap: 2 },
      },
    )
    expect(await seen('stop-said')).toHaveTextContent('直到您自己恢复')
    await tap('stop')
    await tap('stop-over-confirm')
    await waitFor(() => expect(el('stop-said')).toHaveTextContent('您没有停止参加'))
    expect(inputs('lottery/setLimits')).toEqual([{ stopped: false, until: null, ownDailyCap: 2 }])
  })

  it('sets a daily cap with one tap, and shows one that is not among those offered', async () => {
    const { inputs } = onStage(
      HomePage,
      {},
      {
        'lottery/limits': { ...NO_LIMITS, ownDailyCap: 7 },
        'lottery/setLimits': { ...NO_LIMITS, ownDailyCap: 1 },
      },
    )
    expect(await seen('own-cap-7')).toHaveAttribute('aria-checked', 'true')
    await tap('own-cap-1')
    await waitFor(() => expect(el('own-cap-1')).toHaveAttribute('aria-checked', 'true'))
    expect(inputs('lottery/setLimits')).toEqual([{ ...NO_LIMITS, ownDailyCap: 1 }])
  })

  it('a stop that is over is none, and one that could not be set is not shown as set', async () => {
    onStage(
      HomePage,
      {},
      {
        'lottery/limits': { ...NO_LIMITS, stopped: true, until: NOW - 1 },
        'lottery/setLimits': refuse(403, 'FORBIDDEN', '现在不行。'),
      },
    )
    expect(await seen('stop-said')).toHaveTextContent('您没有停止参加')
    await tap('stop')
    await tap('stop-open')
    expect(await screen.findByText('现在不行。')).toBeInTheDocument()
    expect(document.getElementById('limits-done')).toBeNull()
  })
})

describe('lists', () => {
  it('every entry comes page by page, with the state of its draws', async () => {
    const later = entryRow({
      id: `en_${'2'.repeat(32)}`,
      prizes: [PRIZE],
      draws: [{ id: 'd', draw: 'daily', state: 'published', closesAt: instantOf('2026-11-20', 1380) }],
    })
    onStage(
      EntriesPage,
      {},
      {
        'lottery/mine': ({ after }: { after?: string }) =>
          after === 'c1' ? { items: [later] } : { items: [entryRow()], next: 'c1' },
      },
    )
    expect(await seen(`entry-${ENTRY}`)).toHaveTextContent('128.00 元')
    await act(async () => {
      await Promise.all(fireHook('reachBottom'))
    })
    const second = await seen(`entry-en_${'2'.repeat(32)}`)
    expect(second).toHaveTextContent('已公布')
    expect(second).toHaveTextContent('中奖')
  })

  it('an empty one says what to do; nobody signed in is asked to sign in', async () => {
    onStage(EntriesPage)
    expect(await screen.findByText('您还没有参加过')).toBeInTheDocument()
    onStage(PrizesPage)
    expect(await screen.findByText('还没有中奖')).toBeInTheDocument()
    onStage(PrizesPage, {}, {}, { signedIn: false })
    expect(await screen.findByText('登录后查看奖品')).toBeInTheDocument()
  })
})
