import { act, screen, waitFor } from '@testing-library/react'
import { signOutHere } from '../../../src/client/session'
import Taro, { fireHook } from '../../harness/taro/taro'
import { NO_NETWORK, refuse } from '../../harness/taro/server'
import { el, seen, tap, typeInto } from '../booking/stage'
import { approvedCase, CASE, grant, MONEY, NOW, proposed, review } from './fixtures'
import { caseStage, eachAlone, gone, moved, seenLate } from './stage'

eachAlone()

describe('proposing', () => {
  const begin = async (answer: unknown = moved('reviewing')) => {
    const staged = caseStage(review({ case: { state: 'reviewing' } }), { 'refunds/propose': answer })
    await tap('step-propose')
    return staged
  }

  it('all of it needs no reason', async () => {
    const { calls } = await begin()
    await tap('propose-yes')
    expect(el('propose-faults')).toHaveTextContent('意见')
    await tap('propose-outcome-full')
    await tap('propose-yes')
    await waitFor(() =>
      expect(calls('refunds/propose')).toEqual([
        { id: CASE, outcome: 'approve', approved: 120_000, reasons: [] },
      ]),
    )
  })

  it('a part needs its amount, less than was claimed, and reasons', async () => {
    const { calls } = await begin()
    await tap('propose-outcome-part')
    typeInto('propose-approved', '1200')
    await tap('propose-yes')
    expect(el('propose-approved-problem')).toHaveTextContent('不能大于 1,199.99 元')
    expect(el('reasons-problem')).toBeInTheDocument()
    typeInto('propose-approved', '1,000.00')
    await tap('reason-lessOverpaid')
    typeInto('propose-said', '只核实到一笔')
    await tap('propose-yes')
    await waitFor(() =>
      expect(calls('refunds/propose')).toEqual([
        { id: CASE, outcome: 'approve', approved: 100_000, reasons: ['lessOverpaid'], said: '只核实到一笔' },
      ]),
    )
  })

  it('a refusal needs reasons, and comes to nothing in money', async () => {
    const { calls } = await begin()
    await tap('propose-outcome-reject')
    await tap('propose-yes')
    expect(el('reasons-problem')).toBeInTheDocument()
    await tap('reason-notOverpaid')
    await tap('propose-yes')
    await waitFor(() =>
      expect(calls('refunds/propose')).toEqual([
        { id: CASE, outcome: 'reject', approved: 0, reasons: ['notOverpaid'] },
      ]),
    )
  })

  it('an amount that is too much is told with the most', async () => {
    await begin(refuse(409, 'AMOUNT', '金额应大于零。', { most: 90_000 }))
    await tap('propose-outcome-full')
    await tap('propose-yes')
    expect(await seen('step-refused')).toHaveTextContent('金额应大于零。 最多 900.00 元。')
    gone('step-look')
  })
})

describe('deciding', () => {
  const supervisor = { grants: [grant('supervisor', 'approve')] }

  it('agrees to the amount that is proposed, with its reasons in sight', async () => {
    const { calls } = caseStage(proposed(), { 'refunds/decide': moved('approved') }, supervisor)
    expect(await seen('proposal')).toHaveTextContent(
      /部分同意：1,000\.00 元（申请 1,200\.00 元）核实的多缴税款少于申请金额.*只核实到一笔还需要 1 位/,
    )
    await tap('step-agree')
    expect(el('agree-words')).toHaveTextContent('批准退 1,000.00 元')
    gone('agree-more')
    await tap('agree-yes')
    await waitFor(() => expect(calls('refunds/decide')).toEqual([{ id: CASE, place: 4, agree: true }]))
  })

  it('says that a large amount takes another approval, and what a refusal means', async () => {
    caseStage(proposed({ approvalsLeft: 2 }), {}, supervisor).unmount()
    caseStage(proposed({ approvalsLeft: 2 }), {}, supervisor)
    await tap('step-agree')
    expect(el('agree-more')).toHaveTextContent('还需要另一个人审批')
    await tap('agree-no')
    gone('agree-sheet')
  })

  it('agrees to a refusal in words of a refusal', async () => {
    caseStage(proposed({ proposal: { outcome: 'reject', approved: 0, place: 4 } }), {}, supervisor)
    await tap('step-agree')
    expect(el('agree-words')).toHaveTextContent('作出不予退税的决定')
  })

  it('sends back with why', async () => {
    const { calls } = caseStage(proposed(), { 'refunds/decide': moved('reviewing') }, supervisor)
    await tap('step-sendBack')
    await tap('sendBack-yes')
    expect(el('sendBack-said-problem')).toHaveTextContent('请写明为什么退回')
    typeInto('sendBack-said', '请再核对凭证')
    await tap('sendBack-yes')
    await waitFor(() =>
      expect(calls('refunds/decide')).toEqual([{ id: CASE, place: 4, agree: false, said: '请再核对凭证' }]),
    )
  })
})

describe('ordering the payment', () => {
  const payer = { grants: [grant('officer', 'pay')] }

  it('names the amount and the account', async () => {
    const { calls } = caseStage(
      approvedCase(),
      { 'refunds/order': { ordered: [{ id: CASE, payable: MONEY.payable }] } },
      payer,
    )
    expect(await seen('decided')).toHaveTextContent(/批准金额1,000\.00 元利息0\.55 元.*应付金额1,000\.55 元/)
    await tap('step-order')
    expect(el('order-sheet')).toHaveTextContent('付 1,000.55 元 到 陈*国 的账户 **** 5678')
    await tap('order-yes')
    expect(await seen('done')).toHaveTextContent('付款已发出')
    expect(calls('refunds/order')).toEqual([{ ids: [CASE] }])
  })

  it('is no payment where all of it was offset', async () => {
    caseStage(
      approvedCase({ case: { money: { ...MONEY, offset: 100_055, payable: 0 }, account: null } }),
      {},
      payer,
    )
    expect(await seen('step-order')).toHaveTextContent('办结（不用付款）')
    await tap('step-order')
    expect(el('order-sheet')).toHaveTextContent('不用付款，办结这件')
  })
})

describe('what goes wrong', () => {
  it.each([
    ['CASE_STATE', '当前状态不能这样办理。'],
    ['CASE_TAKEN', '已由另一位工作人员接手。'],
    ['FOUR_EYES', '这一步要由另一个人办理。'],
  ])('%s is said, and a look at the case is the way out', async (code, message) => {
    let shown = review()
    caseStage(() => shown, { 'refunds/accept': refuse(409, code, message) })
    await tap('step-accept')
    await tap('accept-yes')
    expect(await seen('step-refused')).toHaveTextContent(message)
    shown = review({ case: { state: 'accepted' } })
    await tap('step-look')
    gone('accept-sheet')
    expect(await seen('step-startReview')).toBeInTheDocument()
  })

  it('a lost connection leaves the sheet as it is: the same try goes out under the same key', async () => {
    const { answers, asked } = caseStage(review(), { 'refunds/accept': NO_NETWORK })
    await tap('step-accept')
    await tap('accept-yes')
    expect(await seenLate('step-refused')).toHaveTextContent('网络不通')
    answers['refunds/accept'] = moved('accepted')
    await tap('accept-yes')
    await seen('done')
    const keys = asked
      .filter(({ procedure }) => procedure === 'refunds/accept')
      .map(({ headers }) => headers['Idempotency-Key'])
    expect(new Set(keys).size).toBe(1)
  }, 10_000)

  it('another hall’s case is as good as none: back to the workbench', async () => {
    caseStage(refuse(404, 'NOT_FOUND', '没有找到。'))
    expect(await screen.findByText('没有这件案件，或不属于您的大厅。')).toBeInTheDocument()
  })

  it('who has no office is told so; who is not signed in can sign in', async () => {
    caseStage(refuse(403, 'FORBIDDEN', '您没有办理此事的权限。'))
    expect(await screen.findByText('您没有办理此事的权限。')).toBeInTheDocument()
    act(() => signOutHere())
    expect(await seen('signed-out')).toBeInTheDocument()
  })

  it('without network it is still to be read, and nothing can be done', async () => {
    const { answers } = caseStage()
    await seen('step-accept')
    answers['refunds/review'] = NO_NETWORK
    act(() => void fireHook('didShow'))
    expect(
      await screen.findByText(/没有网络，暂时不能办理/, undefined, { timeout: 4000 }),
    ).toBeInTheDocument()
    gone('step-accept')
    expect(el('claimed')).toBeInTheDocument()
  })

  it('nothing of it is kept on the device', async () => {
    caseStage()
    await seen('claimed')
    const kept = Taro.getStorageInfoSync().keys.map((key) => String(Taro.getStorageSync(key)))
    expect(kept.join(' ')).not.toContain('缴了两次')
  })
})

describe('having it', () => {
  it('is taken up, let go and handed over here too', async () => {
    let shown = review()
    const { calls } = caseStage(() => shown, {
      'workbench/claim': () => {
        shown = review({ work: { assignee: 'me', holder: '#ME00' } })
        return { id: CASE, assignee: 'me' }
      },
      'workbench/release': () => {
        shown = review()
        return { id: CASE, assignee: 'nobody' }
      },
      'workbench/colleagues': { items: [{ id: 'ac_2', name: '#CD34', lastAt: NOW }] },
      'workbench/handOver': { id: CASE, assignee: 'other' },
    })
    await tap('take')
    expect(await seen('let-go')).toHaveTextContent('放回')
    expect(el('case-now')).toHaveTextContent('现在由您办理')
    gone('following')
    await tap('let-go')
    await tap('take')
    await tap('hand-over-open')
    await tap('colleague-ac_2')
    typeInto('hand-over-reason', '轮休，请接着办')
    await tap('hand-over-yes')
    await waitFor(() => expect(calls('workbench/handOver')).toHaveLength(1))
  })

  it('of another’s is freed by a supervisor', async () => {
    const { calls } = caseStage(
      review({ work: { mayAct: false, bar: 'taken', assignee: 'other', holder: '#AB12' } }),
      { 'workbench/release': { id: CASE, assignee: 'nobody' } },
      { grants: [grant('supervisor', 'approve')] },
    )
    expect(await seen('let-go')).toHaveTextContent('放回待办')
    await tap('let-go')
    await waitFor(() => expect(calls('workbench/release')).toEqual([{ id: CASE }]))
  })
})
