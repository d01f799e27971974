import { act, screen, waitFor } from '@testing-library/react'
import { prefer } from '../../../src/client/preferences'
import { signOutHere } from '../../../src/client/session'
import type { CaseFull } from '../../../src/packages/refunds/model/answers'
import CasePage from '../../../src/packages/refunds/case'
import { NO_NETWORK, refuse } from '../../harness/taro/server'
import Taro, { fireHook } from '../../harness/taro/taro'
import { CASE, oneCase, step, voucher } from './fixtures'
import { el, fill, namelessControls, onStage, seen, standStill, tap, typeInto } from './stage'

standStill()
const show = (
  of: Parameters<typeof oneCase>[0] = {},
  change: Readonly<Record<string, unknown>> = {},
  params: Readonly<Record<string, string>> = {},
) =>
  onStage(
    CasePage,
    { id: CASE, ...params },
    { 'refunds/get': { case: oneCase(of) }, ...change },
    { path: 'packages/refunds/case/index' },
  )

const list = [
  { code: 'proofOfOverpayment', said: '请补充两次缴款的回单' },
  { code: 'contract', said: '合同首页' },
]
const asked: Partial<CaseFull> = {
  state: 'correctionAsked',
  next: 'claimant',
  paused: true,
  correctionDue: '2026-12-20',
  history: [step('submit', { by: 'claimant', mine: true }), step('askCorrection', { place: 2, list })],
  moves: ['supply', 'withdraw'],
}
const sentBack: Partial<CaseFull> & { readonly money: NonNullable<CaseFull['money']> } = {
  state: 'bankRejected',
  next: 'claimant',
  history: [
    step('submit', { by: 'claimant', mine: true }),
    step('bankReject', { place: 2, by: 'bank', said: '户名与账号不符。请核对。' }),
  ],
  moves: ['fixAccount'],
  money: { approved: 300_000, interest: 137, offset: 0, credited: 0, payable: 300_137 },
}

describe('where it stands', () => {
  it('tells state, who acts next, the next step, target and outer date and the days left', async () => {
    show()
    const now = await seen('way-now')
    for (const words of [
      '已提交',
      '现在由城东办税服务厅办理',
      '税务机关核对材料，决定是否受理',
      '2026年12月20日',
      '2026年12月21日',
      '还有 28 天',
      '30 日内办理（征管法第五十一条）',
    ])
      expect(now).toHaveTextContent(words)
    expect(namelessControls()).toEqual([])
  })

  it('tells what is still to come, and by whom', async () => {
    show({ state: 'reviewing' })
    await seen('way')
    expect(el('way-ahead-approve')).toHaveTextContent('审批决定')
    expect(el('way-ahead-pay')).toHaveTextContent('银行')
    expect(document.getElementById('way-ahead-accept')).toBeNull()
  })

  it('tells each step with its reasons and their basis, and who else took it', async () => {
    show({
      state: 'rejected',
      next: null,
      moves: [],
      history: [
        step('submit', { by: 'claimant', mine: false }),
        step('reject', {
          place: 2,
          said: '已核实',
          reasons: [{ rule: '没有多缴', basis: '五十一条', unconfirmed: true }],
        }),
      ],
      appeal: { rule: '六十日内可以申请复议', basis: '行政复议法', unconfirmed: true },
    })
    expect(await seen('way-past-1')).toHaveTextContent('另一位经办人')
    expect(el('way-past-2')).toHaveTextContent('没有多缴（五十一条）')
    expect(el('outcome')).toHaveTextContent('税务机关没有批准退税')
    expect(el('appeal')).toHaveTextContent('六十日内可以申请复议')
    expect(el('appeal')).toHaveTextContent('以主管税务机关最新规定为准')
    await tap('claim-again')
    expect(Taro.navigateTo).toHaveBeenLastCalledWith({
      url: '/packages/refunds/apply/index?kind=overpaid&taxpayer=tp_1',
    })
  })

  it('says when a date hangs on holidays that are not published', async () => {
    show({ target: '2026-12-31', outer: null })
    expect(await seen('way-now')).toHaveTextContent('放假安排')
  })

  it('counts working days where the law does', async () => {
    show({
      kind: 'vatCredit',
      kindName: '留抵退税',
      target: '2026-12-04',
      outer: '2026-12-04',
      voucher: null,
    })
    expect(await seen('way-now')).toHaveTextContent('10 个工作日')
  })

  it('ends in words: paid, and set off in full', async () => {
    const { unmount } = show({
      state: 'paid',
      next: null,
      moves: [],
      money: sentBack.money,
      payable: 300_137,
    })
    expect(await seen('outcome')).toHaveTextContent('3,001.37 元 已经付到您的账户')
    expect(document.getElementById('way-now')).toBeNull()
    unmount()
    show({
      state: 'paid',
      next: null,
      moves: [],
      money: { approved: 300_000, interest: 0, offset: 300_000, credited: 0, payable: 0 },
    })
    expect(await seen('outcome')).toHaveTextContent('已全部抵缴')
  })

  it('is looked at again by itself while it is under way, and by pulling it down', async () => {
    const { answers, inputs } = show()
    await seen('way-now')
    answers['refunds/get'] = { case: oneCase({ state: 'accepted' }) }
    const before = inputs('refunds/get').length
    await act(() => jest.advanceTimersByTimeAsync(31_000))
    await waitFor(() => expect(el('way-now')).toHaveTextContent('已受理'))
    expect(inputs('refunds/get').length).toBeGreaterThan(before)
    answers['refunds/get'] = { case: oneCase({ state: 'reviewing' }) }
    act(() => void fireHook('pullDownRefresh'))
    await waitFor(() => expect(el('way-now')).toHaveTextContent('审核中'))
    await waitFor(() => expect(Taro.stopPullDownRefresh).toHaveBeenCalled())
  })
})

describe('what I can do', () => {
  it('after handing in says so, with the next step', async () => {
    show({}, {}, { fresh: '1' })
    expect(await seen('done-submitted')).toHaveTextContent('接下来由税务机关受理')
  })

  it('withdraws only once asked in words', async () => {
    const { inputs, answers } = show({}, { 'refunds/withdraw': { id: CASE, state: 'withdrawn' } })
    await tap('do-withdraw')
    expect(el('withdraw')).toHaveTextContent('撤回后办理终止，不会退税')
    expect(inputs('refunds/withdraw')).toEqual([])
    answers['refunds/get'] = { case: oneCase({ state: 'withdrawn', next: null, moves: [] }) }
    await tap('withdraw-confirm')
    expect(await seen('done-withdraw')).toHaveTextContent('这笔税款可以重新申请')
    expect(await seen('outcome')).toHaveTextContent('申请已撤回')
  })

  it('keeps the question open when withdrawing failed, and says why', async () => {
    show({}, { 'refunds/withdraw': refuse(409, 'CASE_STATE', '已经作出决定。') })
    await tap('do-withdraw')
    await tap('withdraw-confirm')
    await waitFor(() => expect(el('withdraw')).toHaveTextContent('已经作出决定。'))
  })

  it('supplies what is asked for: the whole list, files from before, and a word', async () => {
    const { inputs, answers } = show(asked, {
      'refunds/supply': { id: CASE, state: 'submitted' },
      'materials/mine': {
        items: [{ ...oneCase().materials[0], id: `mt_${'9'.repeat(26)}`, name: '回单.pdf', used: false }],
      },
    })
    const now = await seen('way-now')
    expect(now).toHaveTextContent('请补齐清单上的内容。等待期间不计入办理期限')
    expect(el('asked')).toHaveTextContent('多缴税费证明资料')
    expect(el('asked')).toHaveTextContent('合同首页')
    await tap('do-supply')
    expect(await seen('supplied-proofOfOverpayment')).toHaveTextContent('请补充两次缴款的回单')
    await tap('supply-send')
    expect(el('supply-said-problem')).toBeInTheDocument()
    expect(el('supply-open')).toHaveTextContent('还有 2 项没有文件')
    await tap(`supplied-proofOfOverpayment-use-mt_${'9'.repeat(26)}`)
    typeInto('supply-said', '合同首页遗失，已附说明')
    answers['refunds/get'] = { case: oneCase() }
    await tap('supply-send')
    expect(await seen('done-supply')).toHaveTextContent('办理期限重新开始计算')
    expect(inputs('refunds/supply')).toEqual([
      {
        id: CASE,
        materials: [{ code: 'proofOfOverpayment', id: `mt_${'9'.repeat(26)}` }],
        said: '合同首页遗失，已附说明',
      },
    ])
  })

  it('names another account after the bank sent the money back, with its reason shown', async () => {
    const { inputs, answers } = show(sentBack, { 'refunds/fixAccount': { id: CASE, state: 'approved' } })
    expect(await seen('bank-reason')).toHaveTextContent('户名与账号不符')
    await tap('do-fixAccount')
    await tap('fix-send')
    expect(el('account-number-problem')).toBeInTheDocument()
    expect(inputs('refunds/fixAccount')).toEqual([])
    await fill('account-bank', '示范银行')
    await fill('account-holder', '陈建国')
    await fill('account-number', '6222020200112345678')
    answers['refunds/get'] = { case: oneCase({ ...sentBack, state: 'approved', next: 'officer', moves: [] }) }
    await tap('fix-send')
    expect(await seen('done-fixAccount')).toHaveTextContent('向新账户重新付款')
    expect(inputs('refunds/fixAccount')).toEqual([
      { id: CASE, account: { bank: '示范银行', holder: '陈建国', number: '6222020200112345678' } },
    ])
  })

  it('names an account for what the office found itself', async () => {
    const found = {
      state: 'accepted',
      foundBy: 'authority',
      account: null,
      moves: ['nameAccount', 'withdraw'],
      history: [step('find', { said: '申报比对发现多缴', fen: 300_000 })],
    } as const
    const { inputs, answers } = show(
      { ...found, moves: [...found.moves], history: [...found.history] },
      { 'refunds/fixAccount': { id: CASE, state: 'accepted' } },
    )
    expect(await seen('way-now')).toHaveTextContent('税务机关发现您多缴了税款')
    await tap('do-nameAccount')
    expect(document.getElementById('bank-reason')).toBeNull()
    await fill('account-bank', '示范银行')
    await fill('account-holder', '陈建国')
    await fill('account-number', '6222020200112345678')
    answers['refunds/get'] = { case: oneCase({ state: 'accepted', moves: ['withdraw'] }) }
    await tap('fix-send')
    expect(await seen('done-nameAccount')).toHaveTextContent('批准后退到这个账户')
    expect(inputs('refunds/fixAccount')).toHaveLength(1)
  })

  it('asks for the reason once the server says that the account is another’s; nothing typed is lost', async () => {
    const { inputs, answers } = show(sentBack, {
      'refunds/fixAccount': refuse(409, 'EXPLANATION_MISSING', '请写明原因。'),
    })
    await seen('bank-reason')
    await tap('do-fixAccount')
    await fill('account-bank', '示范银行')
    await fill('account-holder', '陈建国')
    await fill('account-number', '6222020200112345678')
    expect(document.getElementById('account-explanation')).toBeNull()
    await tap('fix-send')
    expect(await seen('account-explanation')).toBeInTheDocument()
    expect(el('fix')).toHaveTextContent('请写明原因。')
    expect(el('account-number')).toHaveValue('6222020200112345678')
    await fill('account-explanation', '本人账户已注销')
    answers['refunds/fixAccount'] = { id: CASE, state: 'approved' }
    answers['refunds/get'] = { case: oneCase({ ...sentBack, state: 'approved', next: 'officer', moves: [] }) }
    await tap('fix-send')
    await seen('done-fixAccount')
    expect(inputs('refunds/fixAccount').slice(-1)).toMatchObject([
      { account: { holder: '陈建国', explanation: '本人账户已注销' } },
    ])
  })

  it('says that there is nothing to do while others are at it', async () => {
    show({ state: 'ordered', next: 'bank', moves: [] })
    expect(await seen('way-now')).toHaveTextContent('现在不需要您做什么')
  })
})

describe('what it holds', () => {
  it('the amounts line by line, the payment, the answers and the materials', async () => {
    show({
      ...sentBack,
      money: { approved: 300_000, interest: 137, offset: 50_000, credited: 0, payable: 250_137 },
    })
    const money = await seen('money')
    for (const words of ['批准退税', '抵缴欠税', '-500.00 元', '2,501.37 元'])
      expect(money).toHaveTextContent(words)
    expect(el('case-voucher')).toHaveTextContent(voucher().number)
    expect(el('case-form')).toHaveTextContent('**** 5678')
    expect(el('case-form')).not.toHaveTextContent('同一套房的契税缴了两次')
    await tap('case-form-more')
    expect(el('case-form')).toHaveTextContent('同一套房的契税缴了两次')
    expect(el('case-materials')).toHaveTextContent('多缴税费证明资料')
  })

  it('papers: the application from the start, the decision once there is one, and why it could not be opened', async () => {
    const { answers } = show({}, { 'refunds/paper': refuse(403, 'FORBIDDEN', '现在不行。') })
    await seen('papers')
    expect(document.getElementById('paper-decision')).toBeNull()
    await tap('paper-application')
    expect(await screen.findByText('现在不行。')).toBeInTheDocument()
    answers['refunds/get'] = { case: oneCase({ history: [step('submit'), step('approve', { place: 2 })] }) }
    act(() => void fireHook('didShow'))
    expect(await seen('paper-decision')).toBeInTheDocument()
  })
})

it('keeps the last that was known for times without network, with its time', async () => {
  const { answers } = show()
  await seen('way-now')
  answers['refunds/get'] = NO_NETWORK
  act(() => void fireHook('didShow'))
  expect(await screen.findByText(/网络不通，显示的是/, {}, { timeout: 8000 })).toBeInTheDocument()
  expect(el('way-now')).toHaveTextContent('已提交')
}, 12_000)

it('another’s case is as one that there is not, and a broken link leads to the list', async () => {
  const { unmount } = show({}, { 'refunds/get': refuse(404, 'NOT_FOUND', '没有找到。') })
  expect(await screen.findByText('找不到这份申请')).toBeInTheDocument()
  unmount()
  onStage(CasePage, { id: '<script>' })
  expect(await screen.findByText('找不到这份申请')).toBeInTheDocument()
})

it('asks to sign in first', () => {
  signOutHere()
  onStage(CasePage, { id: CASE }, {}, { signedIn: false })
  expect(screen.getByText('登录后可以看到这里的内容')).toBeInTheDocument()
})

it('is in English when asked', async () => {
  show()
  await seen('way-now')
  act(() => prefer({ language: 'en' }))
  await waitFor(() => expect(el('way-now')).toHaveTextContent('Handed in'))
  expect(el('way-now')).toHaveTextContent('the office looks at the papers')
})
