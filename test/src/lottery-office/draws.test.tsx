import { act, screen, waitFor } from '@testing-library/react'
import { instantOf } from '../../../functions/core/pure/time'
import DrawsPage from '../../../src/packages/lottery-office/draws'
import { refuse } from '../../harness/taro/server'
import Taro, { fireHook } from '../../harness/taro/taro'
import { CAMPAIGN, DAY_DRAW, dayRow, DRAW, drawRow, goneOn, office, withInstant } from './fixtures'
import { eachAlone, el, gone, namelessControls, onStage, seen, tap } from './stage'

eachAlone()

const cardOf = (id: string) => `draw-${id.replace(/\./g, '-')}`
const open = (change: Readonly<Record<string, unknown>> = {}, language: 'zh-CN' | 'en' = 'zh-CN') =>
  onStage(DrawsPage, { campaign: CAMPAIGN }, change, { language })
/** Rows by the kind that is asked for. */
const both = (periodic: readonly object[], instant: readonly object[]) => ({
  'lottery/officeCampaign': withInstant(),
  'lottery/officeDraws': ({ kind }: { kind: string }) => ({ items: kind === 'instant' ? instant : periodic }),
})

describe('periods', () => {
  it('each says where it stands, how many came, what is next and when, and is a door', async () => {
    open()
    const card = await seen(cardOf(DRAW))
    expect(card).toHaveTextContent(
      /每日开奖正在收发票11月23日 周一 23:00 至 11月24日 周二 23:00已有 12 张11月24日 周二 23:00 截止，之后的算下一期。/,
    )
    await tap(cardOf(DRAW))
    expect(Taro.navigateTo).toHaveBeenLastCalledWith({
      url: `/packages/lottery-office/draw/index?id=${DRAW}`,
    })
    expect(namelessControls()).toEqual([])
    // No draws at once, no switch.
    gone('kind')
  })

  it.each([
    ['freezing', { next: 'freeze', nextAt: null }, '正在生成名单和承诺。'],
    ['frozen', { next: 'round', nextAt: instantOf('2026-11-24', 1400) }, '23:20 公开随机数到，随即开奖。'],
    ['drawn', { next: 'publish', nextAt: null }, '正在写中奖结果。'],
    ['published', { next: null, nextAt: null }, '这一期已经办完。'],
    ['empty', { next: null, nextAt: null, count: 0 }, '这一期无人参加，奖金留在奖池。'],
    ['empty', { next: null, nextAt: null, count: 3 }, '奖池里的钱不够发一个奖，这一期没有开奖。'],
  ] as const)('%s: %o', async (state, more, said) => {
    open({ 'lottery/officeDraws': { items: [drawRow({ state, ...more })] } })
    expect(await seen(cardOf(DRAW))).toHaveTextContent(said)
  })

  it.each(['close', 'freeze', 'round', 'publish'] as const)(
    'late is loud, and says what to do: %s',
    async (late) => {
      open({ 'lottery/officeDraws': { items: [drawRow({ late })] } })
      const card = await seen(cardOf(DRAW))
      expect(card.querySelector('.sb-tag.danger')).toHaveTextContent('有延误')
      expect(card.querySelector('.sb-danger')).toHaveTextContent('现在继续')
    },
  )

  it('one that nobody entered is no door yet; more than were counted are “more than”', async () => {
    open({
      'lottery/officeDraws': {
        items: [
          drawRow({ begun: false, count: 0 }),
          drawRow({ id: `${DRAW.slice(0, -5)}T2301`, count: 5000, more: true }),
        ],
      },
    })
    expect(await seen(cardOf(DRAW))).not.toHaveAttribute('role', 'button')
    expect(document.body).toHaveTextContent('已有 5,000 张以上')
  })

  it('none yet leads to the campaign; a campaign of another hall is not found; an error is told', async () => {
    open({ 'lottery/officeDraws': { items: [] } })
    expect(await screen.findByText('还没有可以看的一期')).toBeInTheDocument()
    open({ 'lottery/officeDraws': refuse(404, 'NOT_FOUND', '没有找到。') })
    expect(await screen.findByText('没有找到')).toBeInTheDocument()
    open({ 'lottery/officeDraws': refuse(403, 'FORBIDDEN', '出错了。') })
    expect(await screen.findByText('出错了。')).toBeInTheDocument()
  })

  it('are read anew when they are pulled down', async () => {
    const { inputs } = open()
    await seen(cardOf(DRAW))
    await act(async () => {
      fireHook('pullDownRefresh')
    })
    await waitFor(() => expect(inputs('officeDraws')).toHaveLength(2))
  })
})

describe('days of instant draws', () => {
  it('are behind the switch: the day, its amounts, what came, and when it ends', async () => {
    const { inputs } = open(both([drawRow()], [dayRow()]))
    await tap('kind-instant')
    const card = await seen(cardOf(DAY_DRAW))
    expect(card).toHaveTextContent(
      /即开即奖正在进行2026年11月24日价税合计 100\.00 元到不足 500\.00 元的发票已有 12 张11月25日 周三 0:00 结束，随即公布种子/,
    )
    expect(card).not.toHaveTextContent('公开随机数')
    expect(inputs('officeDraws')).toContainEqual({ campaign: CAMPAIGN, kind: 'instant', limit: 10 })
    await tap('kind-periodic')
    expect(await seen(cardOf(DRAW))).toBeInTheDocument()
  })

  it.each([
    [
      { from: instantOf('2026-11-25'), to: instantOf('2026-11-26') },
      /未开始2026年11月25日价税合计.*的发票奖金和种子的承诺已经公布，11月25日 周三 0:00 开始/,
    ],
    [{ state: 'opening', next: 'open', nextAt: null }, /正在开启.*公布以后才能参加/],
    [{ state: 'freezing', next: 'freeze', nextAt: null }, /正在结束.*正在公布种子、名单和中奖结果/],
    [{ state: 'published', next: null, nextAt: null }, /已公布.*已退回奖池/],
    [{ state: 'empty', next: null, nextAt: null, count: 0 }, /没有开奖.*奖金已退回奖池/],
    [{ late: 'close' }, /有延误.*这一天已经过完，却没有结束/],
    [{ band: { from: 50_000, below: null } }, /价税合计 500\.00 元及以上的发票/],
  ] as const)('say where they stand: %o', async (more, said) => {
    open(both([], [dayRow(more)]))
    await tap('kind-instant')
    expect(await seen(cardOf(DAY_DRAW))).toHaveTextContent(said)
  })

  it('one that the schedule did not open is opened from here, by who may draw', async () => {
    const missed = dayRow({
      begun: false,
      state: 'opening',
      next: 'open',
      nextAt: null,
      count: 0,
      late: 'open',
    })
    const { inputs, answers } = open({
      ...both([], [missed]),
      'lottery/goOn': goneOn({ state: 'open', moved: true, why: 'time' }),
    })
    await tap('kind-instant')
    expect(await seen(cardOf(DAY_DRAW))).toHaveTextContent('当天的即开早该开启却没有开启')
    answers['lottery/officeDraws'] = { items: [dayRow({ from: instantOf('2026-11-25') })] }
    await tap('go-on')
    expect(inputs('goOn')).toEqual([{ id: DAY_DRAW }])
    await waitFor(() => expect(el(cardOf(DAY_DRAW))).toHaveTextContent('未开始'))
    open({ ...both([], [missed]), 'lottery/office': office('review') })
    await tap('kind-instant')
    await seen(cardOf(DAY_DRAW))
    gone('go-on')
  })

  it('none yet says when the first comes', async () => {
    open(both([drawRow()], []), 'en')
    await tap('kind-instant')
    expect(await screen.findByText('No days of instant draws yet')).toBeInTheDocument()
  })
})
