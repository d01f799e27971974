import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { forgetQueries } from '../../../src/client/queries'
import { prefer } from '../../../src/client/preferences'
import { signOutHere } from '../../../src/client/session'
import Taro, { fireHook } from '../../harness/taro/taro'
import { NO_NETWORK, refuse } from '../../harness/taro/server'
import { el, namelessControls, seen, tap, typeInto } from '../booking/stage'
import { grant, item, meWith, NOW, payable } from './fixtures'
import { eachAlone, listStage, rowOf } from './stage'

eachAlone()

describe('the list', () => {
  it('says of each case what, whose, how much, its state, its days, who has it, and whether it is mine to do', async () => {
    listStage({
      'workbench/list': {
        items: [
          item(),
          item({
            id: rowOf('b'),
            due: '2026-11-20',
            outer: '2026-11-21',
            escalated: true,
            assignee: 'other',
            holder: '#AB12',
          }),
          item({
            id: rowOf('c'),
            due: '2026-11-21',
            outer: '2026-11-24',
            duty: 'approve',
            state: 'reviewing',
            mayAct: false,
          }),
          item({
            id: rowOf('d'),
            waits: 'claimant',
            state: 'correctionAsked',
            due: '9999-12-31',
            outer: null,
          }),
        ],
      },
    })
    expect(await seen(`work-${rowOf('a')}`)).toHaveTextContent(
      /误收.*陈\*国已提交您可以办1,200\.00 元目标 12月20日 · 最迟 12月22日距目标日期还有 28 天待审核 · 无人领取/,
    )
    const late = el(`work-${rowOf('b')}`)
    expect(late).toHaveTextContent(/督办由他人办理.*已过最迟日期 1 天.*同事 #AB12 在办/)
    expect(late.querySelector('.sb-tag.danger + .sb-tag')).not.toBeNull()
    expect(late.querySelector('.wb-due .sb-tag.danger')).toHaveTextContent('已过最迟日期 1 天')
    expect(el(`work-${rowOf('c')}`).querySelector('.wb-due .sb-tag.warn')).toHaveTextContent(
      '距最迟日期还有 2 天',
    )
    expect(el(`work-${rowOf('c')}`)).toHaveTextContent('待审批 · 无人领取')
    expect(el(`work-${rowOf('d')}`)).toHaveTextContent(/待补正.*期限待公布等申请人$/)
    expect(namelessControls()).toEqual([])
  })

  it('opens a case, and goes from view to view and from hall to hall', async () => {
    const { calls } = listStage()
    await tap(`open-${rowOf('a')}`)
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: `/packages/workbench/refund/index?id=${rowOf('a')}` })
    await tap('view-escalated')
    await tap('hall-west')
    await waitFor(() =>
      expect(calls('workbench/list')).toContainEqual({ hallId: 'west', view: 'escalated', limit: 20 }),
    )
  })

  it('is narrowed by step and by matter, and widened again', async () => {
    const { calls } = listStage({ 'workbench/list': { items: [] } })
    await seen('filter-duty')
    const choose = (id: string, at: number) =>
      act(async () => {
        const picker = el(id).parentElement?.querySelector('select')
        if (picker) fireEvent.change(picker, { target: { value: String(at) } })
      })
    expect(await screen.findByText('没有待办的案件')).toBeInTheDocument()
    await choose('filter-duty', 2)
    await choose('filter-kind', 1)
    await waitFor(() =>
      expect(calls('workbench/list')).toContainEqual({
        hallId: 'east',
        view: 'open',
        duty: 'approve',
        feature: 'refunds',
        kind: 'overpaid',
        limit: 20,
      }),
    )
    expect(await screen.findByText('没有符合筛选的案件')).toBeInTheDocument()
    await tap('clear-filters')
    expect(await screen.findByText('没有待办的案件')).toBeInTheDocument()
  })

  it.each([
    ['view-mine', '您还没有领取案件'],
    ['view-escalated', '没有需要督办的案件'],
    ['view-waiting', '没有等待中的案件'],
  ])('says what an empty view means: %s', async (view, words) => {
    listStage({ 'workbench/list': { items: [] } })
    await tap(view)
    expect(await screen.findByText(words)).toBeInTheDocument()
  })

  it('pages on', async () => {
    const { calls } = listStage({
      'workbench/list': ({ after }: { after?: string }) =>
        after === undefined ? { items: [item()], next: 'n1' } : { items: [item({ id: rowOf('b') })] },
    })
    await tap('work-more')
    expect(await seen(`work-${rowOf('b')}`)).toBeInTheDocument()
    expect(calls('workbench/list')).toContainEqual({ hallId: 'east', view: 'open', limit: 20, after: 'n1' })
  })

  it('shows what it had without network, and lets nothing be done', async () => {
    const { answers } = listStage({
      'workbench/list': { items: [payable('p'), payable('q')] },
      'accounts/me': meWith([grant('officer', 'pay')]),
    })
    await seen(`take-${rowOf('p')}`)
    answers['workbench/list'] = NO_NETWORK
    act(() => void fireHook('didShow'))
    expect(
      await screen.findByText(/没有网络，暂时不能办理/, undefined, { timeout: 4000 }),
    ).toBeInTheDocument()
    expect(el(`work-${rowOf('p')}`)).toBeInTheDocument()
    for (const gone of [`take-${rowOf('p')}`, `pick-${rowOf('p')}`, 'pick-all'])
      expect(document.getElementById(gone)).toBeNull()
  })

  it('says what to do for who has no hall, and for who is not signed in', async () => {
    listStage({ 'halls/onDuty': refuse(403, 'FORBIDDEN', '您没有办理此事的权限。') }).unmount()
    listStage({ 'halls/onDuty': { halls: [] } })
    expect(await screen.findByText('您的账户没有负责的大厅')).toBeInTheDocument()
    act(() => signOutHere())
    expect(await seen('signed-out')).toHaveTextContent('请先登录工作人员账户')
  })

  it('speaks English', async () => {
    listStage({ 'workbench/list': { items: [item({ escalated: true })] } })
    act(() => prefer({ language: 'en' }))
    expect(await screen.findByText('Target 20 Dec · latest 22 Dec')).toBeInTheDocument()
    expect(el(`work-${rowOf('a')}`)).toHaveTextContent(
      /Handed inRaisedYou may actCNY 1,200\.00.*To review · Nobody has it/,
    )
  })
})

describe('taking up', () => {
  it('makes it mine; letting go frees it', async () => {
    let assignee: 'nobody' | 'me' = 'nobody'
    const { calls } = listStage({
      'workbench/list': () => ({ items: [item({ assignee })] }),
      'workbench/claim': ({ id }: { id: string }) => ({ id, assignee: (assignee = 'me') }),
      'workbench/release': ({ id }: { id: string }) => ({ id, assignee: (assignee = 'nobody') }),
    })
    await tap(`take-${rowOf('a')}`)
    expect(await seen(`let-go-${rowOf('a')}`)).toHaveAccessibleName(/放回 误收.* 陈\*国/)
    expect(el(`work-${rowOf('a')}`)).toHaveTextContent('我在办')
    await tap(`let-go-${rowOf('a')}`)
    expect(await seen(`take-${rowOf('a')}`)).toBeInTheDocument()
    expect(calls('workbench/claim')).toEqual([{ id: rowOf('a') }])
  })

  it('says that a colleague was quicker, and shows it at once', async () => {
    const { answers } = listStage({
      'workbench/claim': refuse(409, 'CASE_TAKEN', '这件事已由另一位工作人员接手。'),
    })
    await seen(`take-${rowOf('a')}`)
    answers['workbench/list'] = { items: [item({ assignee: 'other', holder: '#ZZ99' })] }
    await tap(`take-${rowOf('a')}`)
    expect(await seen('move-refused')).toHaveTextContent('已由另一位工作人员接手')
    expect(await screen.findByText('待审核 · 同事 #ZZ99 在办')).toBeInTheDocument()
  })

  it('of another’s is a supervisor’s to free', async () => {
    const held = { 'workbench/list': { items: [item({ assignee: 'other', holder: '#ZZ99' })] } }
    listStage(held).unmount()
    act(() => forgetQueries(''))
    listStage({ ...held, 'accounts/me': meWith([grant('supervisor', 'approve')]) })
    expect(await seen(`let-go-${rowOf('a')}`)).toHaveTextContent('放回待办')
  })
})

describe('handing over', () => {
  const mine = { 'workbench/list': { items: [item({ assignee: 'me', holder: '#ME00' })] } }

  it('goes to a colleague of the hall, with a reason', async () => {
    const { calls } = listStage({
      ...mine,
      'workbench/colleagues': { items: [{ id: 'ac_2', name: '#CD34', lastAt: NOW }] },
      'workbench/handOver': { id: rowOf('a'), assignee: 'other' },
    })
    await tap(`hand-over-${rowOf('a')}`)
    await seen('colleague-ac_2')
    await tap('hand-over-yes')
    expect(el('hand-over-to-problem')).toHaveTextContent('请选择移交给谁')
    expect(el('hand-over-reason-problem')).toHaveTextContent('请写明原因')
    await tap('colleague-ac_2')
    typeInto('hand-over-reason', '轮休，请接着办')
    await tap('hand-over-yes')
    await waitFor(() =>
      expect(calls('workbench/handOver')).toEqual([{ id: rowOf('a'), to: 'ac_2', reason: '轮休，请接着办' }]),
    )
    expect(await screen.findByText('已移交')).toBeInTheDocument()
  })

  it('says what to do when there is nobody, when the names do not come, and when it is refused', async () => {
    const { answers } = listStage({
      ...mine,
      'workbench/colleagues': refuse(403, 'FORBIDDEN', '不行。'),
      'workbench/handOver': refuse(409, 'FOUR_EYES', '这一步要由另一个人办理。'),
    })
    await tap(`hand-over-${rowOf('a')}`)
    await seen('colleagues-again')
    answers['workbench/colleagues'] = { items: [] }
    await tap('colleagues-again')
    expect(await seen('colleagues-none')).toHaveTextContent('把案件放回')
    await tap('hand-over-no')
    answers['workbench/colleagues'] = { items: [{ id: 'ac_2', name: '#CD34', lastAt: NOW }] }
    await tap(`hand-over-${rowOf('a')}`)
    await tap('colleague-ac_2')
    typeInto('hand-over-reason', '轮休，请接着办')
    await tap('hand-over-yes')
    expect(await screen.findByText('这一步要由另一个人办理。')).toBeInTheDocument()
  })
})

it('opens the hall that a link asks for', async () => {
  const { calls } = listStage({}, { hallId: 'west' })
  await seen('view')
  await waitFor(() =>
    expect(calls('workbench/list')).toContainEqual({ hallId: 'west', view: 'open', limit: 20 }),
  )
})
