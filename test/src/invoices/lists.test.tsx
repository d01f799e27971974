import { screen, waitFor } from '@testing-library/react'
import ListPage from '../../../src/packages/invoices/list'
import ListsPage from '../../../src/packages/invoices/lists'
import { refuse } from '../../harness/taro/server'
import Taro from '../../harness/taro/taro'
import { another, INVOICE, invoice, LIST, list, NOW } from './fixtures'
import { el, fill, namelessControls, onStage, seen, standStill, tap } from './stage'

standStill()

const SECOND = `wi_${'2'.repeat(26)}`
const taken = (own: boolean) =>
  refuse(409, 'REIMBURSED_BEFORE', '有发票已经报销过，不能重复报销。', { invoices: [{ id: SECOND, own }] })

describe('reimbursement lists', () => {
  it('say what is on them, what that comes to, and whether they were handed in', async () => {
    const closed = `rl_${'2'.repeat(26)}`
    onStage(ListsPage, {
      change: {
        'invoices/lists': { items: [list(), list({ id: closed, state: 'handedIn', handedInAt: NOW })] },
      },
    })
    expect(await seen(`list-${LIST}`)).toHaveTextContent('2 张，合计 570.70 元')
    expect(el(`list-${LIST}`)).toHaveTextContent('未提交')
    expect(el(`list-${closed}`)).toHaveTextContent('11月24日 周二 10:00 提交')
    await tap(`list-${LIST}`)
    expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: `/packages/invoices/list/index?id=${LIST}` })
    expect(namelessControls()).toEqual([])
  })

  it('begin with a name, which cannot be left out', async () => {
    const { inputs } = onStage(ListsPage)
    await tap('list-make')
    expect(await seen('list-title-problem')).toHaveTextContent('请给报销单起个名字')
    expect(inputs('makeList')).toEqual([])
    await fill('list-title', ' 11 月出差 ')
    await tap('list-make')
    await waitFor(() => expect(inputs('makeList')).toEqual([{ title: '11 月出差' }]))
    expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: `/packages/invoices/list/index?id=${LIST}` })
  })

  it('of which too many are open are refused with the way on', async () => {
    onStage(ListsPage, {
      change: { 'invoices/makeList': refuse(409, 'TOO_MANY_LISTS', '请先提交或删除一张。') },
    })
    await fill('list-title', '又一张')
    await tap('list-make')
    expect(await seen('make-failed')).toHaveTextContent('请先提交或删除一张')
  })

  it('say what to do while there is none, and ask to sign in first', async () => {
    const { unmount } = onStage(ListsPage, { change: { 'invoices/lists': { items: [] } } })
    expect(await screen.findByText('还没有报销单')).toBeInTheDocument()
    unmount()
    expect(onStage(ListsPage, { signedIn: false }).asked).toEqual([])
    expect(el('signed-out')).toHaveTextContent('登录后可以做报销单')
  })
})

describe('one list', () => {
  const items = [invoice({ listId: LIST }), another('2', { listId: LIST, fen: 56_000 })]
  const opened = (change: Readonly<Record<string, unknown>> = {}) =>
    onStage(ListPage, {
      params: { id: LIST },
      change: { 'invoices/list': { list: list(), items }, ...change },
    })

  it('takes several invoices of the wallet at once; those on another list cannot be chosen', async () => {
    const elsewhere = another('5', { listId: `rl_${'9'.repeat(26)}` })
    const { inputs } = opened({
      'invoices/mine': { items: [another('3'), another('4', { fen: 2_000 }), elsewhere, ...items] },
    })
    await tap('add')
    await tap(`add-wi_${'3'.repeat(26)}`)
    await tap(`add-wi_${'4'.repeat(26)}`)
    await tap(`add-${elsewhere.id}`)
    expect(el(`add-${elsewhere.id}`)).toHaveAttribute('aria-disabled', 'true')
    expect(el(`add-${elsewhere.id}`)).toHaveTextContent('在另一张报销单里')
    expect(el(`add-${INVOICE}`)).toHaveTextContent('已在这张单子里')
    expect(el('add-send')).toHaveTextContent('放进 2 张，30.70 元')
    await tap('add-send')
    await waitFor(() =>
      expect(inputs('putOnList')).toEqual([
        { id: LIST, on: true, invoices: [`wi_${'3'.repeat(26)}`, `wi_${'4'.repeat(26)}`] },
      ]),
    )
    expect(await seen('items')).toBeInTheDocument()
  })

  it('lets no more be chosen than there is room for', async () => {
    opened({
      'invoices/list': { list: list({ count: 29 }), items },
      'invoices/mine': { items: [another('3'), another('4')] },
    })
    await tap('add')
    await tap(`add-wi_${'3'.repeat(26)}`)
    expect(el(`add-wi_${'4'.repeat(26)}`)).toHaveAttribute('aria-disabled', 'true')
    await tap(`add-wi_${'3'.repeat(26)}`)
    expect(el(`add-wi_${'4'.repeat(26)}`)).not.toHaveAttribute('aria-disabled')
  })

  it('is handed in once asked in words, and says what comes next', async () => {
    const { inputs, answers } = opened()
    await tap('hand-in')
    expect(el('handIn-sheet')).toHaveTextContent('2 张发票、570.70 元 会记为已报销')
    expect(inputs('handIn')).toEqual([])
    answers['invoices/list'] = { list: list({ state: 'handedIn', handedInAt: NOW }), items }
    await tap('handIn-sheet-confirm')
    expect(await seen('done-handIn')).toHaveTextContent('可以导出表格交给单位')
    await waitFor(() => expect(document.getElementById('add')).toBeNull())
    expect(document.getElementById(`off-${INVOICE}`)).toBeNull()
    await tap('take-back')
    await tap('takeBack-sheet-confirm')
    expect(await seen('done-takeBack')).toBeInTheDocument()
    expect(inputs('takeBack')).toEqual([{ id: LIST }])
  })

  it.each([
    [true, '您已经在别的报销单里报销过这张'],
    [false, '这张发票已被别人报销过'],
  ])(
    'with an invoice that was handed in before (by oneself: %s) marks that one alone, and it can be taken off',
    async (own, words) => {
      const { inputs } = opened({ 'invoices/handIn': taken(own) })
      await tap('hand-in')
      await tap('handIn-sheet-confirm')
      expect(await seen('taken')).toHaveTextContent('其中 1 张已经报销过')
      expect(el(`taken-${SECOND}`)).toHaveTextContent(words)
      expect(document.getElementById(`taken-${INVOICE}`)).toBeNull()
      expect(document.getElementById('handIn-sheet')).toBeNull()
      await tap('taken-off')
      await waitFor(() => expect(document.getElementById('taken')).toBeNull())
      expect(inputs('putOnList')).toEqual([{ id: LIST, on: false, invoices: [SECOND] }])
    },
  )

  it('warns of a void invoice before it is handed in', async () => {
    opened({ 'invoices/list': { list: list(), items: [invoice({ state: 'void', listId: LIST })] } })
    expect(await seen(`item-${INVOICE}`)).toHaveTextContent('报销多半会被退回')
  })

  it('lets one invoice be taken off, and is removed once asked in words', async () => {
    const { inputs } = opened()
    await tap(`off-${INVOICE}`)
    await waitFor(() => expect(inputs('putOnList')).toEqual([{ id: LIST, on: false, invoices: [INVOICE] }]))
    await tap('drop')
    expect(el('drop-sheet')).toHaveTextContent('仍在票夹里')
    await tap('drop-sheet-confirm')
    await waitFor(() =>
      expect(Taro.redirectTo).toHaveBeenLastCalledWith({ url: '/packages/invoices/lists/index' }),
    )
  })

  it('with nothing on it cannot be handed in, and says how it is filled', async () => {
    const { inputs } = opened({ 'invoices/list': { list: list({ count: 0, fen: 0 }), items: [] } })
    expect(await screen.findByText('单子里还没有发票')).toBeInTheDocument()
    await tap('hand-in')
    expect(document.getElementById('handIn-sheet')).toBeNull()
    expect(inputs('handIn')).toEqual([])
    expect(namelessControls()).toEqual([])
  })

  it('that is not there leads to the others', async () => {
    opened({ 'invoices/list': refuse(404, 'NOT_FOUND', '没有。') })
    expect(await screen.findByText('没有这张报销单')).toBeInTheDocument()
  })
})
