import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { instantOf } from '../../../functions/core/pure/time'
import { beginSession, endSession, sessionToken } from '../../../src/client/session'
import EnterPage from '../../../src/packages/lottery/enter'
import { NO_NETWORK, refuse } from '../../harness/taro/server'
import Taro from '../../harness/taro/taro'
import { dayCampaign, toldOf } from './day-folder'
import { CAMPAIGN, campaignRow, ENTRY, facts, known, look, NOW, odds, PRIZE, reason } from './fixtures'
import { el, fill, namelessControls, onStage, seen, standStill, tap } from './stage'

standStill()
const ofCampaign = { campaign: CAMPAIGN }
const hand = { hand: facts }
const onEnter = (change: Readonly<Record<string, unknown>> = {}) =>
  onStage(EnterPage, ofCampaign, change, hand)

describe('which invoice', () => {
  it('one that is handed over is looked at at once', async () => {
    const { inputs } = onEnter()
    expect(await seen('verdict')).toHaveTextContent('可以参加')
    expect(inputs('lottery/look')).toEqual([{ campaign: CAMPAIGN, facts }])
    expect(el('invoice-facts')).toHaveTextContent('2635 2000 0000 0000 0001')
    expect(namelessControls()).toEqual([])
  })

  it('one that is typed: every fault at once, then its facts', async () => {
    const { inputs } = onStage(EnterPage, { campaign: CAMPAIGN })
    await seen('invoice-number')
    await fill('invoice-number', '2635 2000 0000')
    expect(el('invoice-number-problem')).toHaveTextContent('20 位数字，现在是 12 位')
    await tap('look')
    expect(el('invoice-faults')).toHaveTextContent('下面 2 处')
    expect(inputs('lottery/look')).toEqual([])
    await fill('invoice-number', '2635 2000 0000 0000 0001')
    fireEvent.change(screen.getByLabelText('picker'), { target: { value: '2026-11-23' } })
    await fill('invoice-amount', '128')
    await tap('look')
    await seen('verdict')
    expect(inputs('lottery/look')).toEqual([
      { campaign: CAMPAIGN, facts: { ...facts, issuedOn: '2026-11-23' } },
    ])
  })

  it('one that was handed over before a reload: it is said, and the campaign is kept', async () => {
    const { inputs } = onStage(EnterPage, { ...ofCampaign, handed: 'mc0x-0000000000000000' })
    expect(await seen('lost-invoice')).toHaveTextContent('这张发票还没有参加')
    expect(namelessControls()).toEqual([])
    await tap('lost-wallet')
    expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: '/packages/invoices/wallet/index' })
    await tap('lost-scan')
    expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: '/packages/invoices/home/index' })
    await fill('invoice-number', facts.number)
    fireEvent.change(screen.getByLabelText('picker'), { target: { value: '2026-11-23' } })
    await fill('invoice-amount', '128')
    await tap('look')
    await seen('verdict')
    expect(inputs('lottery/look')).toEqual([
      { campaign: CAMPAIGN, facts: { ...facts, issuedOn: '2026-11-23' } },
    ])
    await tap('other-invoice')
    expect(await seen('from-wallet')).toBeInTheDocument()
    expect(document.getElementById('lost-invoice')).toBeNull()
  })

  it('figures in an address are not taken over', async () => {
    onStage(EnterPage, { ...ofCampaign, facts: JSON.stringify(facts) })
    expect(await seen('invoice-number')).toBeInTheDocument()
    expect(document.getElementById('lost-invoice')).toBeNull()
  })

  it('one that was handed over before her session ended is there once she is back', async () => {
    const { inputs } = onEnter()
    await seen('verdict')
    act(() => endSession(sessionToken()))
    expect(await seen('signed-out')).toBeInTheDocument()
    act(() => beginSession({ token: 'token' }))
    expect(await seen('verdict')).toHaveTextContent('可以参加')
    expect(inputs('lottery/look')).toHaveLength(2)
  })

  it('without a campaign: the one that is open, or which of several', async () => {
    const { inputs, unmount } = onStage(EnterPage, {}, {}, hand)
    await seen('verdict')
    expect(inputs('lottery/look')).toMatchObject([{ campaign: CAMPAIGN }])
    unmount()
    const two = onStage(
      EnterPage,
      {},
      { 'lottery/campaigns': { items: [campaignRow(), campaignRow({ id: 'other-2026' })] } },
      hand,
    )
    await tap('campaign-other-2026')
    await seen('verdict')
    expect(two.inputs('lottery/look')).toMatchObject([{ campaign: 'other-2026' }])
  })

  it('nobody signed in is asked to sign in first', async () => {
    onStage(EnterPage, ofCampaign, {}, { signedIn: false })
    expect(await seen('signed-out')).toBeInTheDocument()
  })
})

describe('every reason at once', () => {
  it('what stands against it comes first, with rule, what was found and basis; there is nothing to tap', async () => {
    onEnter({
      'lottery/look': look({
        verdict: 'closed',
        mayEnter: false,
        reasons: [
          reason(),
          reason({ code: 'title', status: 'no', ok: false, rule: '抬头须是本人', found: '抬头不是您的姓名' }),
          reason({
            code: 'perDay',
            status: 'no',
            ok: false,
            rule: '每人每天最多 3 张',
            found: '您今天已参加 3 张',
          }),
        ],
      }),
    })
    expect(await seen('verdict')).toHaveTextContent('不能参加')
    expect(el('reasons-sentence')).toHaveTextContent('2')
    expect(el('reasons-title')).toHaveTextContent('抬头不是您的姓名')
    expect(el('reasons-title')).toHaveTextContent('依据：财政部通知')
    expect(el('reasons-title').compareDocumentPosition(el('reasons-floor'))).toBe(
      Node.DOCUMENT_POSITION_FOLLOWING,
    )
    expect(document.getElementById('enter-now')).toBeNull()
  })

  it('where waiting helps it says until when', async () => {
    onEnter({
      'lottery/look': look({ verdict: 'wait', mayEnter: false, again: instantOf('2026-11-25', 0) }),
    })
    expect(await seen('verdict')).toHaveTextContent('现在还不能参加')
    expect(el('verdict')).toHaveTextContent('11月25日 周三 0:00 以后可以再试')
  })

  it('what is not known may be entered, with what follows from that', async () => {
    onEnter({
      'lottery/look': look({
        verdict: 'doubtful',
        reasons: [reason({ code: 'sector', status: 'unknown', ok: false, warning: true })],
      }),
    })
    expect(await seen('verdict')).toHaveTextContent('如果中奖，发奖前会核对')
    expect(el('enter-now')).toBeInTheDocument()
  })

  it('what one can do about it oneself is offered: to be verified, and to look at one’s own limits', async () => {
    onEnter({
      'lottery/look': look({
        verdict: 'closed',
        mayEnter: false,
        reasons: [
          reason({ code: 'realName', status: 'no', ok: false }),
          reason({ code: 'stopped', status: 'no', ok: false }),
          reason({ code: 'ownCap', status: 'no', ok: false }),
        ],
      }),
    })
    await tap('way-verify')
    expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: '/packages/booking/hall/index' })
    await tap('way-limits')
    expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: '/packages/lottery/home/index' })
  })

  it('one of mine leads to it', async () => {
    onEnter({
      'lottery/look': look({ verdict: 'closed', mayEnter: false, entry: ENTRY }),
    })
    expect(await seen('verdict')).toHaveTextContent('您已经参加了')
    await tap('my-entry')
    expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: `/packages/lottery/entry/index?id=${ENTRY}` })
  })

  it('without a network it says so, and asks again', async () => {
    const { answers } = onEnter({ 'lottery/look': NO_NETWORK })
    await waitFor(() => expect(el('look-failed')).toBeInTheDocument(), { timeout: 5000 })
    answers['lottery/look'] = look()
    await tap('look-retry')
    expect(await seen('verdict')).toHaveTextContent('可以参加')
  })
})

describe('an invoice that is not verified', () => {
  const unknown = look({
    verdict: 'wait',
    mayEnter: false,
    again: NOW + 3_600_000,
    reasons: [reason({ code: 'state', status: 'unknown', ok: false, found: '这张还没有查验到' })],
  })

  it('is verified with one tap, says how often one still can, and is looked at again', async () => {
    const { answers, inputs } = onEnter({
      'lottery/look': unknown,
      'invoices/check': { ...known, outcome: 'match', state: 'normal', left: 4 },
    })
    expect(await seen('check-invoice')).toBeInTheDocument()
    expect(await screen.findByText('今天这张发票还可以查验 5 次。')).toBeInTheDocument()
    answers['lottery/look'] = look()
    await tap('check-now')
    await waitFor(() => expect(el('verdict')).toHaveTextContent('可以参加'))
    expect(inputs('invoices/check')).toEqual([facts])
    expect(document.getElementById('check-invoice')).toBeNull()
  })

  it('tells what was found and what is left; with none left it says when', async () => {
    onEnter({
      'lottery/look': unknown,
      'invoices/check': { ...known, outcome: 'notFound', left: 0, again: instantOf('2026-11-25', 0) },
    })
    await tap('check-now')
    expect(await seen('check-outcome')).toHaveTextContent('查验库里没有这张发票')
    expect(el('check-invoice')).toHaveTextContent('还可以查验 0 次')
    expect(el('check-invoice')).toHaveTextContent('11月25日 周三 0:00 以后可以再查验')
    expect(el('check-now')).toHaveAttribute('aria-disabled', 'true')
  })
})

describe('entering', () => {
  it('odds and pool stand before the button; one tap enters, with the next step', async () => {
    const { asked } = onEnter({ 'lottery/enter': { id: ENTRY, at: NOW, instant: null } })
    const odds = await seen('odds-daily')
    expect(odds.compareDocumentPosition(el('enter-now'))).toBe(Node.DOCUMENT_POSITION_FOLLOWING)
    await tap('enter-now')
    const done = await seen('entered')
    expect(done).toHaveTextContent('已参加')
    expect(done).toHaveTextContent('每日开奖：11月24日 周二 23:20 开奖')
    const sent = asked.filter(({ procedure }) => procedure === 'lottery/enter')
    expect(sent).toMatchObject([{ input: { campaign: CAMPAIGN, facts } }])
    expect(sent[0]?.headers['Idempotency-Key']).toBeTruthy()
    await tap('to-entry')
    expect(Taro.redirectTo).toHaveBeenLastCalledWith({ url: `/packages/lottery/entry/index?id=${ENTRY}` })
  })

  it('refused meanwhile: says so, and shows the reasons anew', async () => {
    const { answers } = onEnter({
      'lottery/enter': refuse(409, 'MAY_NOT_ENTER', '这张发票现在不能参加，原因逐条列在下面。', {
        reasons: [],
      }),
    })
    await tap('enter-now')
    expect(await seen('enter-failed')).toHaveTextContent('现在不能参加')
    answers['lottery/look'] = look({ verdict: 'closed', mayEnter: false })
    await tap('look-again')
    await waitFor(() => expect(el('verdict')).toHaveTextContent('不能参加'))
  })

  it('another invoice can be typed next', async () => {
    onEnter({ 'lottery/enter': { id: ENTRY, at: NOW, instant: null } })
    await tap('enter-now')
    await tap('another')
    expect(await seen('invoice-number')).toBeInTheDocument()
  })

  describe('what is drawn at once', () => {
    const instant = (change: object = {}) => ({ ...toldOf(), ...change })
    const withBoth = look({ odds: [odds({ kind: 'instant', draw: 'instant', drawnAt: null }), odds()] })
    const entered = async (told: object) => {
      onEnter({
        'lottery/campaign': dayCampaign(),
        'lottery/look': withBoth,
        'lottery/enter': { id: ENTRY, at: NOW, instant: told },
      })
      await tap('enter-now')
      return seen('entered')
    }

    it('a win: what it is, and what happens next; draws for what did not win are not promised', async () => {
      const done = await entered(instant({ tier: 'five', tierName: '五十元', fen: 5_000, prizeId: PRIZE }))
      expect(el('at-once')).toHaveTextContent('即时开奖：中了五十元50.00 元')
      expect(done).toHaveTextContent('发票核对后就可以领取')
      await waitFor(() => expect(done).not.toHaveTextContent('每日开奖'))
      await tap('to-prize')
      expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: `/packages/lottery/prize/index?id=${PRIZE}` })
    })

    it.each([
      [{}, '即时开奖：没有中奖'],
      [{ spent: true }, '即时开奖：没有中奖，这一档当天的奖金已经发完'],
    ])('nothing won: which later draw it is still in, and no word to play on (%j)', async (change, said) => {
      const done = await entered(instant(change))
      expect(el('at-once').textContent).toBe(said)
      expect(done).toHaveTextContent('每日开奖：11月24日 周二 23:20 开奖')
      expect(done.textContent).not.toMatch(/再试|再用|差一|接近|号码/)
      expect(document.getElementById('another')).toBeNull()
      expect(document.getElementById('to-prize')).toBeNull()
    })
  })
})
