import { screen, waitFor } from '@testing-library/react'
import PrizePage from '../../../src/packages/lottery/prize'
import { refuse } from '../../harness/taro/server'
import Taro from '../../harness/taro/taro'
import { DRAW, NOW, PRIZE, prize } from './fixtures'
import { el, fill, namelessControls, onStage, seen, standStill, tap } from './stage'

standStill()
const open = (change = {}, more: Readonly<Record<string, unknown>> = {}) =>
  onStage(PrizePage, { id: PRIZE }, { 'lottery/prize': { prize: prize(change) }, ...more })
const kept = { bank: '示范银行', holder: '陈*国', number: '**** 5678' }

describe('what it is', () => {
  it('says how much, where it stands and until when, and its way', async () => {
    open()
    const card = await seen('prize-state')
    for (const words of ['一等奖', '800.00 元', '待领取', '请领奖', '2027年1月22日', '试验有奖发票'])
      expect(card).toHaveTextContent(words)
    expect(el('way-claimed')).toHaveAttribute('aria-current', 'step')
    expect(namelessControls()).toEqual([])
    await tap('to-draw')
    expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: `/packages/lottery/draw/index?id=${DRAW}` })
  })

  it('explains the tax line by line: exempt up to 800 yuan, the whole taxed above', async () => {
    open()
    expect(await seen('money-lines-tax')).toHaveTextContent('800.00 元不超过 800.00 元，免税')
    expect(el('money-lines-payable')).toHaveTextContent('800.00')
    open({ fen: 100_000, tax: 20_000, payable: 80_000 })
    expect(await seen('money-lines-tax')).toHaveTextContent('1,000.00 × 20%')
    expect(el('money-lines-tax')).toHaveTextContent('-200.00')
    expect(el('money-lines-payable')).toHaveTextContent('800.00')
  })

  it('shows what was withheld where it is not what one prize alone comes to', async () => {
    open({ fen: 80_000, tax: 32_000, payable: 48_000 })
    expect(await seen('money-lines-tax')).toHaveTextContent('-320.00')
    expect(el('money-lines-payable')).toHaveTextContent('480.00')
  })

  it('one that is lost says why, and there is nothing to do', async () => {
    open({ state: 'void', said: '发票已作废或冲红，奖项取消', moves: [], until: null })
    expect(await seen('way-looked')).toHaveTextContent('发票已作废或冲红')
    expect(document.getElementById('way-paid')).toBeNull()
    expect(document.getElementById('do-claim')).toBeNull()
    expect(document.getElementById('do-decline')).toBeNull()
  })

  it('another’s, or none, says so', async () => {
    open({}, { 'lottery/prize': refuse(404, 'NOT_FOUND', '没有找到。') })
    expect(await screen.findByText('没有这个奖品')).toBeInTheDocument()
  })
})

describe('claiming', () => {
  it('asks for bank and number alone: the holder is the verified name and cannot be typed', async () => {
    const { answers, asked } = open({}, { 'lottery/claim': { id: PRIZE, state: 'claimed' } })
    await tap('do-claim')
    expect(await seen('account-holder')).toHaveTextContent('陈*国')
    expect(el('account-holder').querySelector('input')).toBeNull()
    await tap('claim-send')
    expect(el('account-bank-problem')).toBeInTheDocument()
    expect(el('account-number-problem')).toBeInTheDocument()
    await fill('account-bank', ' 示范银行厦门分行 ')
    await fill('account-number', '6222020200112345678')
    expect(el('account-grouped')).toHaveTextContent('6222 0202 0011 2345 678')
    answers['lottery/prize'] = {
      prize: prize({ state: 'claimed', said: '已领取，等待付款', moves: ['decline'], account: kept }),
    }
    await tap('claim-send')
    expect(await seen('done-claim')).toHaveTextContent('接下来由主办单位通知银行付款')
    const sent = asked.filter(({ procedure }) => procedure === 'lottery/claim')
    expect(sent).toMatchObject([
      { input: { id: PRIZE, account: { bank: '示范银行厦门分行', number: '6222020200112345678' } } },
    ])
    expect(sent[0]?.headers['Idempotency-Key']).toBeTruthy()
    await waitFor(() => expect(el('prize-state')).toHaveTextContent('**** 5678'))
  })

  it('a number that is none is told at the field, and nothing is sent', async () => {
    const { inputs } = open()
    await tap('do-claim')
    await fill('account-bank', '示范银行')
    await fill('account-number', '1234')
    expect(el('account-number-problem')).toHaveTextContent('8 到 30 位')
    await tap('claim-send')
    expect(inputs('lottery/claim')).toEqual([])
  })

  it('who is not verified is led to a window', async () => {
    open({}, { 'lottery/claim': refuse(403, 'NOT_VERIFIED', '还没有核验身份。') })
    await tap('do-claim')
    await fill('account-bank', '示范银行')
    await fill('account-number', '6222020200112345678')
    await tap('claim-send')
    expect(await seen('claim-failed')).toHaveTextContent('还没有核验身份')
    await tap('verify-book')
    expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: '/packages/booking/hall/index' })
  })

  it('can be left, and nothing is claimed', async () => {
    const { inputs } = open()
    await tap('do-claim')
    await tap('claim-leave')
    expect(await seen('prize-state')).toBeInTheDocument()
    expect(inputs('lottery/claim')).toEqual([])
  })
})

it('after the bank sent the money back another account is given', async () => {
  const { inputs } = open(
    {
      state: 'bankRejected',
      said: '银行未能付款，请更正收款账户',
      moves: ['fixAccount', 'decline'],
      account: kept,
      returned: {
        reason: '账户已销户或停用',
        next: '请核对户名、开户银行和账号，或换一个本人的账户',
        at: NOW,
      },
    },
    { 'lottery/fixAccount': { id: PRIZE, state: 'claimed' } },
  )
  expect(await seen('prize-state')).toHaveTextContent('请更正收款账户')
  expect(el('returned')).toHaveTextContent('银行退回的原因：账户已销户或停用')
  await tap('do-fixAccount')
  expect(el('claiming')).toHaveTextContent('银行退回的原因：账户已销户或停用')
  expect(el('claiming')).toHaveTextContent('换一个本人的账户。')
  expect(el('claiming')).toHaveTextContent('退回的账户：示范银行 **** 5678')
  await fill('account-bank', '另一家银行')
  await fill('account-number', '6222020200112345679')
  await tap('claim-send')
  expect(await seen('done-fixAccount')).toHaveTextContent('账户已更正')
  expect(inputs('lottery/fixAccount')).toEqual([
    { id: PRIZE, account: { bank: '另一家银行', number: '6222020200112345679' } },
  ])
})

describe('declining', () => {
  it('asks in words first; then says that it is done', async () => {
    const { answers, inputs } = open({}, { 'lottery/decline': { id: PRIZE, state: 'declined' } })
    await tap('do-decline')
    expect(
      await screen.findByText('放弃后，800.00 元 回到奖池，不能再领取，也不能撤回。'),
    ).toBeInTheDocument()
    expect(inputs('lottery/decline')).toEqual([])
    answers['lottery/prize'] = {
      prize: prize({ state: 'declined', said: '您已放弃', moves: [], until: null }),
    }
    await tap('decline-confirm')
    expect(await seen('done-decline')).toHaveTextContent('已放弃')
    await waitFor(() => expect(document.getElementById('do-decline')).toBeNull())
    expect(inputs('lottery/decline')).toEqual([{ id: PRIZE }])
  })

  it('is kept where one thinks better of it', async () => {
    const { inputs } = open()
    await tap('do-decline')
    await tap('decline-keep')
    expect(inputs('lottery/decline')).toEqual([])
    expect(el('do-claim')).toBeInTheDocument()
  })
})
