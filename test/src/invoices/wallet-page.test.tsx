import { act, screen, waitFor } from '@testing-library/react'
import { prefer } from '../../../src/client/preferences'
import InvoicePage from '../../../src/packages/invoices/invoice'
import WalletPage from '../../../src/packages/invoices/wallet'
import { refuse } from '../../harness/taro/server'
import Taro, { fireHook } from '../../harness/taro/taro'
import { another, facts, genuine, INVOICE, invoice, known, LIST, list } from './fixtures'
import { el, fill, namelessControls, onStage, seen, standStill, tap } from './stage'

standStill()

const of = (digit: string, issuedOn: string) => another(digit, { facts: { ...facts, issuedOn } })

describe('the wallet', () => {
  it('is in months, each with its heading once, page by page, and sums what is chosen', async () => {
    const { inputs } = onStage(WalletPage, {
      change: {
        'invoices/mine': ({ after }: { after?: string }) =>
          after === 'c1'
            ? { items: [of('3', '2026-10-30')] }
            : { items: [of('1', '2026-11-02'), of('2', '2026-11-01')], next: 'c1' },
        'invoices/months': {
          sums: [
            { month: '2026-11', category: 'dining', count: 2, fen: 2_140 },
            { month: '2026-10', category: 'travel', count: 1, fen: 1_070 },
          ],
        },
      },
    })
    await seen('wallet-list')
    expect(await seen('sum-total')).toHaveTextContent('32.10 元')
    await act(async () => {
      await Promise.all(fireHook('reachBottom'))
    })
    await waitFor(() => expect(screen.getByText('2026年10月')).toBeInTheDocument())
    expect(screen.getAllByText('2026年11月')).toHaveLength(1)
    expect(inputs('mine')).toContainEqual({ limit: 20, after: 'c1' })
    expect(namelessControls()).toEqual([])
  })

  it('is asked for a month and a category, and all of it again', async () => {
    const { inputs } = onStage(WalletPage)
    await seen('wallet-list')
    await fill('filter-month', '2026-10')
    await waitFor(() => expect(inputs('mine')).toContainEqual({ month: '2026-10', limit: 20 }))
    await fill('filter-category', '餐饮')
    await waitFor(() =>
      expect(inputs('mine')).toContainEqual({ month: '2026-10', category: 'dining', limit: 20 }),
    )
    expect(el('sum')).toHaveTextContent('2026年10月 · 餐饮，0 张')
    await tap('filter-none')
    expect(el('sum')).toHaveTextContent('2026 年，1 张')
  })

  it('opens at the month of its address; an empty one says so and leads to all', async () => {
    const { inputs } = onStage(WalletPage, {
      params: { month: '2026-02' },
      change: { 'invoices/mine': ({ month }: { month?: string }) => ({ items: month ? [] : [invoice()] }) },
    })
    expect(await screen.findByText('这个范围里没有发票')).toBeInTheDocument()
    expect(inputs('mine')).toEqual([{ month: '2026-02', limit: 20 }])
    act(() => screen.getAllByText('看全部')[0]?.click())
    expect(await seen(`invoice-${INVOICE}`)).toBeInTheDocument()
  })

  it('says what to do while it is empty, and asks to sign in first', async () => {
    const { unmount } = onStage(WalletPage, { change: { 'invoices/mine': { items: [] } } })
    expect(await screen.findByText('票夹还是空的')).toBeInTheDocument()
    unmount()
    const { asked } = onStage(WalletPage, { signedIn: false })
    expect(el('signed-out')).toHaveTextContent('登录后可以看到您的票夹')
    expect(asked).toEqual([])
  })

  it('gives a year as a spreadsheet, and says when the device cannot open it', async () => {
    const { inputs } = onStage(WalletPage, {
      change: {
        'invoices/sheet': { kind: 'xlsx', name: '票夹 2026.xlsx', sha256: 'a', parts: 1, bytes: 'AAAA' },
      },
    })
    Object.assign(Taro, {
      env: { USER_DATA_PATH: '/user' },
      getFileSystemManager: () => ({
        readdirSync: () => [],
        writeFile: ({ fail }: { fail: (reason: { errMsg: string }) => void }) => fail({ errMsg: 'full' }),
      }),
    })
    await tap('export')
    expect(await seen('export-done')).toHaveTextContent('打不开表格')
    expect(inputs('sheet')).toEqual([{ year: '2026', place: 0 }])
  })
})

describe('one invoice of it', () => {
  const opened = (change: Readonly<Record<string, unknown>> = {}) =>
    onStage(InvoicePage, { params: { id: INVOICE }, change })

  it('shows its facts, its state, where it came from, and what is known of it without a check', async () => {
    const { inputs } = opened()
    expect(await seen('facts-number')).toHaveTextContent('2642 7000 0003 7558 6818')
    expect(el('facts')).toHaveTextContent('正常')
    expect(el('facts')).toHaveTextContent('扫码')
    expect(el('verdict-normal')).toHaveTextContent('可以放进报销单')
    expect(inputs('check')).toEqual([])
    expect(namelessControls()).toEqual([])
  })

  it('is checked from here, and its new state is shown', async () => {
    const { answers } = opened({
      'invoices/get': { invoice: invoice({ state: 'unknown', sellerName: null }), known: known() },
    })
    answers['invoices/check'] = { ...genuine, state: 'void' }
    answers['invoices/get'] = { invoice: invoice({ state: 'void' }), known: { ...genuine, state: 'void' } }
    await tap('check')
    expect(await seen('verdict-void')).toBeInTheDocument()
    await waitFor(() => expect(el('facts')).toHaveTextContent('已作废'))
  })

  it('changes category and note, which are saved together', async () => {
    const { inputs } = opened()
    await tap('category-office')
    await fill('note', '墨盒')
    await tap('change-save')
    await waitFor(() => expect(inputs('change')).toEqual([{ id: INVOICE, category: 'office', note: '墨盒' }]))
  })

  it('is put on an open list; a closed one is not offered, and a new one can be begun', async () => {
    const closed = `rl_${'2'.repeat(26)}`
    const { inputs } = opened({
      'invoices/lists': { items: [list(), list({ id: closed, state: 'handedIn' })] },
    })
    await tap('put')
    await seen(`put-${LIST}`)
    expect(document.getElementById(`put-${closed}`)).toBeNull()
    await fill('list-title', '差旅')
    await tap('list-make')
    await waitFor(() => expect(inputs('makeList')).toEqual([{ title: '差旅' }]))
    await waitFor(() => expect(inputs('putOnList')).toEqual([{ id: LIST, on: true, invoices: [INVOICE] }]))
  })

  it('leaves the wallet only once asked in words', async () => {
    const { inputs } = opened()
    await tap('remove')
    expect(el('remove-sheet')).toHaveTextContent('“示范市城东家常菜餐饮店”10.70 元 会从您的票夹移出')
    expect(inputs('remove')).toEqual([])
    await tap('remove-sheet-confirm')
    await waitFor(() =>
      expect(Taro.redirectTo).toHaveBeenLastCalledWith({ url: '/packages/invoices/wallet/index' }),
    )
    expect(inputs('remove')).toEqual([{ id: INVOICE }])
  })

  it('put on a list meanwhile stays, and that is said', async () => {
    opened({ 'invoices/remove': refuse(409, 'ON_A_LIST', '这张发票已在一张报销单里，请先从报销单取下。') })
    await tap('remove')
    await tap('remove-sheet-confirm')
    expect(await seen('remove-failed')).toHaveTextContent('请先从报销单取下')
  })

  it('on a list is not removed here but led to its list', async () => {
    opened({ 'invoices/get': { invoice: invoice({ listId: LIST }), known: genuine } })
    await tap('on-list')
    expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: `/packages/invoices/list/index?id=${LIST}` })
    expect(document.getElementById('remove')).toBeNull()
  })

  it('that is not there, or is named wrongly, leads to the wallet', async () => {
    const { unmount } = opened({ 'invoices/get': refuse(404, 'NOT_FOUND', '没有。') })
    expect(await screen.findByText('没有这张发票')).toBeInTheDocument()
    unmount()
    const { asked } = onStage(InvoicePage, { params: { id: '../x' } })
    expect(screen.getByText('没有这张发票')).toBeInTheDocument()
    expect(asked).toEqual([])
  })

  it('is in English when asked', async () => {
    opened({ 'invoices/get': { invoice: invoice({ sellerName: null }), known: known({ left: 2 }) } })
    act(() => prefer({ language: 'en' }))
    expect(await seen('check-left')).toHaveTextContent('Checks left today')
    expect(el('invoice').textContent).not.toMatch(/[\u4e00-\u9fff]/)
  })
})
