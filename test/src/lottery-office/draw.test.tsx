import { act, screen, waitFor } from '@testing-library/react'
import { instantOf } from '../../../functions/core/pure/time'
import DrawPage from '../../../src/packages/lottery-office/draw'
import { refuse } from '../../harness/taro/server'
import Taro, { fireHook } from '../../harness/taro/taro'
import { DAY_DRAW, dayFull, DRAW, drawFull, frozenDraw, goneOn, office, partyDraw } from './fixtures'
import { eachAlone, el, gone, namelessControls, onStage, seen, tap, typeInto } from './stage'

eachAlone()

const open = (draw: object = drawFull(), change: Readonly<Record<string, unknown>> = {}) =>
  onStage(DrawPage, { id: DRAW }, { 'lottery/officeDraw': { draw }, ...change })
const openDay = (draw: object = dayFull(), change: Readonly<Record<string, unknown>> = {}) =>
  onStage(DrawPage, { id: DAY_DRAW }, { 'lottery/officeDraw': { draw }, ...change })

describe('a period', () => {
  it('frozen: its commitment, its round and when that comes, its prizes, what was left out, its files', async () => {
    open(frozenDraw())
    const now = await seen('now')
    for (const words of ['名单已定', '名单共 12 张', '已写 0 / 4 个，共 1,400.00 元', '11月24日 周二 9:30'])
      expect(now).toHaveTextContent(words)
    expect(el('round')).toHaveTextContent('1000')
    expect(el('commitment')).toHaveTextContent('c'.repeat(64))
    expect(el('left-out')).toHaveTextContent('不合理拆分或合并开票2 张')
    expect(el('file-freeze-json')).toHaveTextContent('1,234 字节')
    await tap('public')
    expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: `/packages/lottery/draw/index?id=${DRAW}` })
    expect(namelessControls()).toEqual([])
  })

  it('open: nothing is promised before its time, nothing is shown to the public', async () => {
    open()
    expect(await seen('committed')).toHaveTextContent('截止后，名单的承诺会先公布')
    expect(el('left-out')).toHaveTextContent('截止时按原因统计')
    for (const id of ['public', 'round', 'beacon', 'parties']) gone(id)
  })

  it('over: nothing is left to do', async () => {
    open(drawFull({ state: 'published', next: null, nextAt: null, places: 4, written: 4, fen: 140_000 }))
    expect(await seen('now')).toHaveTextContent('这一期已经办完。')
    expect(el('left-out')).toHaveTextContent('这一期没有排除发票')
    gone('go-on')
  })

  it('that there is not says so, with a way out', async () => {
    open({}, { 'lottery/officeDraw': refuse(404, 'NOT_FOUND', '没有找到。') })
    expect(await screen.findByText('没有找到')).toBeInTheDocument()
    onStage(DrawPage, { id: 'not an id' })
    expect(await screen.findByText('没有找到')).toBeInTheDocument()
  })

  it('is read anew when it is pulled down', async () => {
    const { inputs } = open()
    await seen('now')
    await act(async () => {
      fireHook('pullDownRefresh')
    })
    await waitFor(() => expect(inputs('officeDraw')).toHaveLength(2))
  })
})

describe('a day of instant draws', () => {
  it('under way: its day, amounts and money, prizes won so far, the commitment of its seed; no round', async () => {
    openDay()
    const now = await seen('now')
    for (const words of [
      '正在进行',
      '2026年11月24日',
      '价税合计 100.00 元到不足 500.00 元的发票',
      '已有 12 张',
    ])
      expect(now).toHaveTextContent(words)
    expect(el('day-money')).toHaveTextContent('6,884.00 元')
    expect(el('day-won')).toHaveTextContent('目前 3 个')
    expect(el('committed')).toHaveTextContent(`种子的承诺${'d'.repeat(64)}`)
    expect(document.body).not.toHaveTextContent(/随机数|名单的承诺/)
    for (const id of ['left-out', 'parties', 'beacon', 'round']) gone(id)
    expect(el('public')).toBeInTheDocument()
  })

  it('goes on now as well, and says that it is not its time', async () => {
    const { inputs } = openDay(dayFull(), { 'lottery/goOn': goneOn({ state: 'open', why: 'time' }) })
    await tap('go-on')
    expect(inputs('goOn')).toEqual([{ id: DAY_DRAW }])
    expect(await seen('gone-on')).toHaveTextContent(/^还没到下一步的时间。$/)
  })

  it.each([
    [{ from: instantOf('2026-11-25'), to: instantOf('2026-11-26'), count: 0, written: 0 }, '未开始'],
    [{ state: 'opening', next: 'open', nextAt: null, commitment: null, count: 0, written: 0 }, '正在开启'],
  ] as const)('not begun counts nothing yet: %o', async (more, said) => {
    openDay(dayFull(more))
    expect(await seen('now')).toHaveTextContent(said)
    for (const id of ['count', 'day-won']) gone(id)
    expect(el('committed')).toHaveTextContent(/种子的承诺/)
  })

  it('over: prizes in all, when it ended, nothing left to do', async () => {
    const frozenAt = instantOf('2026-11-25', 1)
    openDay(dayFull({ state: 'published', next: null, nextAt: null, frozenAt }))
    expect(await seen('day-won')).toHaveTextContent('共 3 个')
    expect(el('now')).toHaveTextContent('结束11月25日 周三 0:01')
    gone('go-on')
  })

  it('opened by going on is told in the words of days', async () => {
    const opening = dayFull({ state: 'opening', next: 'open', nextAt: null, late: 'open', commitment: null })
    const { answers } = openDay(opening, {
      'lottery/goOn': goneOn({ state: 'open', moved: true, why: 'time' }),
    })
    expect(await seen('now')).toHaveTextContent('有延误')
    gone('public')
    answers['lottery/officeDraw'] = { draw: dayFull() }
    await tap('go-on')
    expect(await seen('gone-on')).toHaveTextContent('已前进到：正在进行。')
    await waitFor(() => expect(el('now')).toHaveTextContent('目前 3 个'))
  })
})

describe('going on now', () => {
  it('tells how far it came, and the draw is read anew', async () => {
    const { answers } = open(drawFull({ late: 'close' }), {
      'lottery/goOn': goneOn({ moved: true, why: 'time' }),
    })
    await seen('go-on')
    answers['lottery/officeDraw'] = { draw: frozenDraw() }
    await tap('go-on')
    expect(await seen('gone-on')).toHaveTextContent('已前进到：名单已定。')
    await waitFor(() => expect(el('commitment')).toHaveTextContent('c'.repeat(64)))
  })

  it('tells what each relay answered where none gave the round, and asks for it by hand', async () => {
    const relays = [
      { relay: 'api.drand.sh', why: 'status 404' },
      { relay: 'drand.cloudflare.com', why: 'no answer' },
    ]
    open(frozenDraw(), { 'lottery/goOn': goneOn({ why: 'round', relays }) })
    expect(await seen('beacon-open')).toBeInTheDocument()
    await tap('go-on')
    expect(await seen('go-on-card')).toHaveTextContent(
      /没有一个中继给出这一轮随机数.*api\.drand\.sh：status 404/,
    )
    expect(el('signature')).toBeInTheDocument()
  })

  it('a step that failed, and a call that was refused, are told', async () => {
    open(drawFull(), { 'lottery/goOn': goneOn({ state: 'open', why: 'failed' }) })
    await tap('go-on')
    expect(await screen.findByText(/这一步没有做成/)).toBeInTheDocument()
    open(drawFull(), { 'lottery/goOn': refuse(429, 'TOO_MANY', '请稍后再试。') })
    await tap('go-on')
    expect(await screen.findByText('请稍后再试。')).toBeInTheDocument()
  })

  it('is for who may draw: a reviewer looks', async () => {
    open(frozenDraw(), { 'lottery/office': office('review') })
    await seen('now')
    for (const id of ['go-on', 'beacon', 'parties']) gone(id)
  })
})

describe('a round brought by hand', () => {
  const SIGNATURE = 'AB'.repeat(48)
  const given = async (): Promise<void> => {
    await tap('beacon-open')
    await act(async () => typeInto('signature', ` ${SIGNATURE} `))
    await tap('beacon-send')
  }

  it('is asked for only once its time has come', async () => {
    open(frozenDraw({ roundAt: instantOf('2026-11-24', 610), nextAt: instantOf('2026-11-24', 610) }))
    await seen('go-on')
    gone('beacon')
  })

  it('that is no signature is not sent', async () => {
    const { inputs } = open(frozenDraw())
    await tap('beacon-open')
    await act(async () => typeInto('signature', 'abc'))
    await tap('beacon-send')
    expect(await screen.findByText('签名是 96 位 0–9、a–f。')).toBeInTheDocument()
    expect(inputs('bringBeacon')).toEqual([])
  })

  it('that is not of this round is refused in words, and can be typed again', async () => {
    const { answers, inputs } = open(frozenDraw(), {
      'lottery/bringBeacon': refuse(409, 'CASE_STATE', '状态不符。'),
    })
    await given()
    expect(inputs('bringBeacon')).toEqual([{ id: DRAW, signature: SIGNATURE.toLowerCase() }])
    expect(await seen('beacon-error')).toHaveTextContent('它不是这一轮的签名')
    answers['lottery/bringBeacon'] = { state: 'published' }
    answers['lottery/officeDraw'] = {
      draw: frozenDraw({ state: 'published', next: null, nextAt: null, written: 4 }),
    }
    await tap('beacon-send')
    await waitFor(() => expect(el('now')).toHaveTextContent('这一期已经办完。'))
    gone('beacon')
  })
})

describe('the parties of a draw', () => {
  const withParties = (change: object) => ({ 'lottery/partyDraws': { items: [partyDraw(change)] } })

  it('who has committed and who has revealed, until when, and which is me', async () => {
    open(frozenDraw(), withParties({}))
    const card = await seen('parties')
    expect(card).toHaveTextContent('请各参与方在 11月25日 周三 9:50 前公开秘密值')
    expect(card).toHaveTextContent(/税务机关（您）示范市税务局已公开公证机构示范市公证处未公开/)
  })

  it.each([
    ['commit', '截止以前'],
    ['wait', '等公开随机数'],
    ['late', '公开秘密值的时间已过'],
  ] as const)('%s', async (step, words) => {
    open(frozenDraw(), withParties({ step }))
    expect(await seen('parties')).toHaveTextContent(words)
  })

  it('one alone does not count; none is not told at all', async () => {
    const [one] = partyDraw().parties
    open(frozenDraw(), withParties({ step: 'wait', parties: [{ ...one, revealed: false }] }))
    expect(await seen('parties')).toHaveTextContent('只有一方承诺不作数')
    open(frozenDraw(), withParties({ parties: [] }))
    await seen('go-on')
    gone('parties')
    // What it was made with, the public page tells.
    open(frozenDraw(), withParties({ step: 'done' }))
    await seen('go-on')
    gone('parties')
  })
})
