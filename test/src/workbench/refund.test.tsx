import { act, screen, waitFor, within } from '@testing-library/react'
import { prefer } from '../../../src/client/preferences'
import { wishStore } from '../../../src/packages/workbench/model/wish'
import Taro from '../../harness/taro/taro'
import { refuse } from '../../harness/taro/server'
import { el, namelessControls, seen, tap, typeInto } from '../booking/stage'
import { approvedCase, CASE, events, item, proposed, review } from './fixtures'
import { caseStage, eachAlone, gone, moved } from './stage'

/** The platform's own reader. */
jest.mock('../../../src/client/open-file', () => ({
  openPdf: () => Promise.resolve(true),
  forgetOpened: () => undefined,
}))

eachAlone()

describe('what is seen at once', () => {
  it('is where the case stands, whose move it is, and the target and the latest date', async () => {
    caseStage(review({ work: { escalated: true } }))
    const now = await seen('case-now')
    expect(now).toHaveTextContent(
      /已提交现在由您或其他有“审核”职责的同事办理下一步：决定受理、不予受理或要求补正/,
    )
    expect(now).toHaveTextContent(/目标日期2026年12月20日最迟日期2026年12月22日距目标日期还有 28 天/)
    expect(el('escalated')).toHaveTextContent('已升级督办：临近法定期限')
    expect(now).toHaveTextContent('依据：实施细则 第七十八条')
    expect(namelessControls()).toEqual([])
  })

  it('is what is claimed and how it was reckoned, the account without its number, what is owed, what would be paid', async () => {
    caseStage(review({ arrears: 126_050 }))
    const claimed = await seen('claimed')
    expect(claimed).toHaveTextContent(/申请金额1,200\.00 元.*欠税1,260\.50 元.*账号\*\*\*\* 5678/)
    expect(el('reckoned-claimed')).toHaveTextContent('1,200.00 元')
    expect(el('preview')).toHaveTextContent(/全部批准的话.*利息0\.55 元.*退到收款账户1,200\.55 元/)
  })

  it('is the rules looked at again, the vouchers, the materials, and what was filled in by its form', async () => {
    caseStage()
    expect(await seen('findings-arrears')).toHaveTextContent(
      /需留意.*欠税 10\.00 元.*以主管税务机关最新规定为准/,
    )
    expect(el('vouchers')).toHaveTextContent(/契税本次申请.*所属期2026年10月12日缴款日期.*其他凭证车船税/)
    expect(el('materials')).toHaveTextContent(/多缴税费证明资料完税证明\.png.*税务机关已有/)
    gone('materials-missing')
    expect(el('account')).toHaveTextContent('与纳税人名称不一致，请核对说明')
    expect(el('values')).toHaveTextContent(/申请退税金额1,200\.00 元.*能否退回原来缴税的账户是/)
    expect(el('values')).toHaveTextContent('缴了两次')
  })

  it('is what is missing among the materials', async () => {
    caseStage(review({ case: { materials: [] } }))
    expect(await seen('materials-missing')).toHaveTextContent('没有上传：多缴税费证明资料')
  })

  it('is the way of the case with its reasons, and what is to come', async () => {
    caseStage(proposed())
    const way = await seen('way')
    expect(within(way).getAllByRole('listitem', { current: false }).length).toBeGreaterThan(4)
    expect(el('way-event-4')).toHaveTextContent(
      /提出审核意见.*1,000\.00 元 · 只核实到一笔核实的多缴税款少于申请金额 · 实施细则/,
    )
    expect(el('way-event-2')).toHaveTextContent('办理：您')
    expect(el('way-now-proposed')).toHaveTextContent('审批进行中')
    expect(el('way-coming-approved')).toHaveTextContent('发出付款待进行')
  })

  it('is, of what was asked for, the whole list', async () => {
    caseStage(
      review({
        case: {
          state: 'correctionAsked',
          next: 'claimant',
          paused: true,
          correctionDue: '2026-12-22',
          history: [events.submit, events.asked],
          moves: [],
        },
        work: { mayAct: false, bar: 'waiting' },
      }),
    )
    expect(await seen('way-event-2')).toHaveTextContent('请提供退房协议')
    expect(el('correction-due')).toHaveTextContent('请申请人在 2026年12月22日 前补正')
    expect(el('case-now')).not.toHaveTextContent('您现在可以')
    expect(el('bar')).toHaveTextContent('现在轮到申请人')
    gone('case-now-left')
  })

  it('is said in English', async () => {
    caseStage(proposed({ work: { mayAct: false, bar: 'fourEyes' } }))
    act(() => prefer({ language: 'en' }))
    expect(await screen.findByText('What the review proposes')).toBeInTheDocument()
    expect(el('bar')).toHaveTextContent(/Another colleague of the hall with the duty “Approve”/)
    expect(el('proposal')).toHaveTextContent('Approve CNY 1,000.00 of CNY 1,200.00')
  })
})

describe('a material', () => {
  it('is fetched in parts when it is looked at', async () => {
    const part = { fileId: 'f', type: 'image/png', size: 6, parts: 2, bytes: 'AAAA' }
    const { calls } = caseStage(review(), {
      'refunds/caseMaterial': ({ place }: { place: number }) => ({ ...part, place }),
    })
    const materialId = `mt_${'m'.repeat(26)}`
    await tap(`look-${materialId}`)
    expect(await screen.findByRole('img', { name: '完税证明.png' })).toBeInTheDocument()
    expect(calls('refunds/caseMaterial')).toEqual([0, 1].map((place) => ({ id: CASE, materialId, place })))
  })

  it('that is gone says so', async () => {
    caseStage(review(), { 'refunds/caseMaterial': refuse(404, 'NOT_FOUND', '没有找到。') })
    await tap(`look-mt_${'m'.repeat(26)}`)
    expect(await screen.findByText('这个文件已经不在了。')).toBeInTheDocument()
  })
})

describe('steps', () => {
  const offered = (): readonly string[] =>
    [...document.querySelectorAll('[id^="step-"]')].map(({ id }) => id.slice('step-'.length))

  it.each([
    ['of an application', review(), ['accept', 'askCorrection', 'notAccept']],
    ['of an accepted one', review({ case: { state: 'accepted' } }), ['startReview', 'askCorrection']],
    ['of a review', review({ case: { state: 'reviewing' } }), ['propose', 'askCorrection']],
    ['of what is proposed', proposed(), ['agree', 'sendBack']],
    ['of what is approved', approvedCase(), ['order']],
    ['of what is approved without an account', approvedCase({ case: { account: null } }), []],
    [
      'of another’s',
      review({ work: { mayAct: false, bar: 'taken', assignee: 'other', holder: '#AB12' } }),
      [],
    ],
  ])('%s are those that I may take', async (_, shown, steps) => {
    caseStage(shown)
    await seen('case-now')
    expect(offered()).toEqual(steps)
  })

  it.each([
    ['taken', { assignee: 'other', holder: '#AB12' }, '同事 #AB12 已经领取'],
    ['duty', {}, '要有“审核”职责的人办，您没有这项职责'],
    ['fourEyes', { duty: 'approve' }, '另一位有“审批”职责的同事'],
  ] as const)('barred by %s are said so, with who may take them', async (bar, work, words) => {
    caseStage(review({ work: { ...work, mayAct: false, bar } }))
    expect(await seen('bar')).toHaveTextContent(words)
    expect(await seen('following')).toHaveTextContent('您没有下一件要办的了')
  })

  it('waits for the account that the claimant has to name', async () => {
    caseStage(approvedCase({ case: { account: null } }))
    expect(await seen('bar')).toHaveTextContent('还没有填写收款账户')
  })

  it('are over with the case: what was decided, and how to object', async () => {
    caseStage(
      review({
        case: {
          state: 'rejected',
          next: null,
          moves: [],
          appeal: { rule: '可以申请行政复议', basis: '征管法 第八十八条', unconfirmed: true },
        },
        work: { mayAct: false, bar: 'waiting' },
      }),
    )
    expect(await seen('case-now')).toHaveTextContent('不予退税已办结，没有下一步可以申请行政复议')
    gone('bar')
  })

  it('accepting is asked for in words, told, and the next case of the list is offered', async () => {
    let shown = review()
    const next = item({ id: `rf_${'n'.repeat(26)}`, taxpayerName: '王*芳' })
    const { calls } = caseStage(() => shown, {
      'refunds/accept': () => {
        shown = review({ case: { state: 'accepted', history: [events.submit, events.accept] } })
        return moved('accepted')
      },
      'workbench/list': { items: [item(), item({ id: `rf_${'x'.repeat(26)}`, mayAct: false }), next] },
    })
    act(() => wishStore.setState({ wish: { view: 'open', duty: 'review' } }))
    await tap('step-accept')
    expect(el('accept-sheet')).toHaveTextContent('受理这件申请？')
    await tap('accept-yes')
    expect(await seen('done')).toHaveTextContent('已受理')
    expect(calls('refunds/accept')).toEqual([{ id: CASE }])
    expect(await seen('following-open')).toBeInTheDocument()
    expect(el('following')).toHaveTextContent('王*芳')
    expect(calls('workbench/list')).toContainEqual({
      hallId: 'east',
      view: 'open',
      duty: 'review',
      limit: 20,
    })
    await tap('following-open')
    expect(Taro.redirectTo).toHaveBeenCalledWith({ url: `/packages/workbench/refund/index?id=${next.id}` })
    expect(await seen('step-startReview')).toBeInTheDocument()
  })

  it('not accepting takes a reason of the catalogue', async () => {
    const { calls } = caseStage(review(), { 'refunds/notAccept': moved('notAccepted') })
    await tap('step-notAccept')
    await tap('notAccept-yes')
    expect(el('reasons-problem')).toHaveTextContent('请至少选择一条理由')
    expect(calls('refunds/notAccept')).toEqual([])
    await tap('reason-notCompetent')
    typeInto('notAccept-said', '…')
    await tap('notAccept-yes')
    expect(el('notAccept-said-problem')).toBeInTheDocument()
    typeInto('notAccept-said', '请向城西区申请')
    await tap('notAccept-yes')
    await waitFor(() =>
      expect(calls('refunds/notAccept')).toEqual([
        { id: CASE, reasons: ['notCompetent'], said: '请向城西区申请' },
      ]),
    )
  })

  it('of reasons there are five at most', async () => {
    caseStage()
    await tap('step-notAccept')
    for (const code of ['notOverpaid', 'lessOverpaid', 'overThreeYears', 'refundedBefore', 'incomplete'])
      await tap(`reason-${code}`)
    expect(el('reason-untrue')).toHaveAttribute('aria-disabled', 'true')
    await tap('reason-incomplete')
    expect(el('reason-untrue')).not.toHaveAttribute('aria-disabled')
  })

  it('corrections are asked for once, with the whole list, and looked over before they go out', async () => {
    const { calls } = caseStage(review(), { 'refunds/askCorrection': moved('correctionAsked') })
    await tap('step-askCorrection')
    expect(await seen('correct-once')).toHaveTextContent('只能要求一次')
    expect(el('correct-sheet')).toHaveTextContent('30 天内没有补正的，不予受理')
    await tap('correct-yes')
    expect(el('correct-problem')).toHaveTextContent('请至少告知一项')
    await tap('correct-proofOfOverpayment')
    expect(el('correct-said-proofOfOverpayment')).toHaveValue('请提供：多缴税费证明资料')
    await tap('correct-add')
    await tap('correct-add')
    typeInto('correct-said-other1', '…')
    await tap('correct-yes')
    expect(el('correct-said-other1-problem')).toBeInTheDocument()
    typeInto('correct-said-other1', '退房协议复印件')
    await tap('correct-yes')
    expect(await seen('correct-points')).toHaveTextContent('请提供：多缴税费证明资料退房协议复印件')
    expect(calls('refunds/askCorrection')).toEqual([])
    await tap('correct-no')
    expect(el('correct-said-other1')).toHaveValue('退房协议复印件')
    await tap('correct-remove-2')
    await tap('correct-yes')
    await tap('correct-yes')
    await waitFor(() =>
      expect(calls('refunds/askCorrection')).toEqual([
        {
          id: CASE,
          list: [
            { code: 'proofOfOverpayment', said: '请提供：多缴税费证明资料' },
            { code: 'other1', said: '退房协议复印件' },
          ],
        },
      ]),
    )
  })

  it('corrections that were asked for before are not offered again, and that is said', async () => {
    caseStage(review({ case: { moves: ['accept', 'notAccept'], history: [events.submit, events.asked] } }))
    expect(await seen('asked-before')).toHaveTextContent('不能再要求')
    gone('step-askCorrection')
  })
})

it('what the office found itself asks for no materials, and says who found it', async () => {
  caseStage(
    review({
      case: {
        foundBy: 'authority',
        materials: [],
        state: 'accepted',
        values: { claimed: 120_000, direction: 'refund' },
      },
    }),
  )
  expect(await seen('about')).toHaveTextContent('税务机关主动发现')
  gone('materials-missing')
})
