import { act, screen, waitFor } from '@testing-library/react'
import { prefer } from '../../../src/client/preferences'
import InvoicesPage from '../../../src/packages/invoices/home'
import { heldStore } from '../../../src/packages/invoices/model/in-hand'
import { NO_NETWORK } from '../../harness/taro/server'
import Taro, { fireHook } from '../../harness/taro/taro'
import { CODE, INVOICE, invoice } from './fixtures'
import { el, namelessControls, onStage, scanning, seen, standStill, tap } from './stage'

standStill()

it('takes what the camera saw in hand and opens the result; its figures stand in no address', async () => {
  onStage(InvoicesPage)
  await scanning('scan', async () => ({ result: CODE }))
  await waitFor(() =>
    expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: '/packages/invoices/look/index' }),
  )
  expect(heldStore.getState().hand).toEqual({ by: 'code', text: CODE })
})

it('says what to do when the camera is refused, and nothing when one goes back', async () => {
  onStage(InvoicesPage)
  await scanning('scan', async () => Promise.reject({ errMsg: 'scanCode:fail cancel' }))
  expect(document.getElementById('scan-problem')).toBeNull()
  await scanning('scan', async () => Promise.reject({ errMsg: 'scanCode:fail auth deny' }))
  expect(await seen('scan-problem')).toHaveTextContent('可以手工填写')
})

it('shows what the year comes to by month and category, the newest invoices, and the ways on', async () => {
  onStage(InvoicesPage, {
    change: {
      'invoices/months': {
        sums: [
          { month: '2026-03', category: 'dining', count: 2, fen: 30_000 },
          { month: '2026-11', category: 'lodging', count: 1, fen: 56_000 },
        ],
      },
    },
  })
  expect(await seen('year-total')).toHaveTextContent('860.00 元')
  expect(el('year')).toHaveTextContent('2026 年票夹里 3 张发票')
  expect(el('year-chart-2026-03')).toHaveTextContent('300')
  expect(el('year-chart-2026-11')).toHaveTextContent('560')
  expect(el('year-chart-key-lodging')).toHaveTextContent('住宿 560')
  await tap(`invoice-${INVOICE}`)
  expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: `/packages/invoices/invoice/index?id=${INVOICE}` })
  for (const [id, url] of [
    ['type', '/packages/invoices/look/index?begin=type'],
    ['pdf', '/packages/invoices/look/index?begin=pdf'],
    ['door-wallet', '/packages/invoices/wallet/index'],
    ['door-lists', '/packages/invoices/lists/index'],
    ['door-titles', '/packages/invoices/titles/index'],
  ] as const) {
    await tap(id)
    expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url })
  }
  expect(namelessControls()).toEqual([])
})

it('says what to do while the wallet is empty', async () => {
  onStage(InvoicesPage, { change: { 'invoices/months': { sums: [] }, 'invoices/mine': { items: [] } } })
  expect(await screen.findByText('票夹还是空的，扫一张就有了。')).toBeInTheDocument()
  expect(el('year')).toHaveTextContent('放入发票后')
})

it('lets who is not signed in scan and type, and asks nothing of the server', () => {
  const { asked } = onStage(InvoicesPage, { signedIn: false })
  expect(el('scan')).toBeInTheDocument()
  expect(el('signed-out')).toHaveTextContent('登录后，这里是您的票夹')
  expect(asked).toEqual([])
})

it('keeps the last figures for times without network, with their time', async () => {
  const { answers } = onStage(InvoicesPage)
  await seen('year-total')
  answers['invoices/months'] = NO_NETWORK
  answers['invoices/mine'] = NO_NETWORK
  act(() => void fireHook('didShow'))
  expect((await screen.findAllByText(/网络不通，显示的是/, {}, { timeout: 8000 })).length).toBeGreaterThan(0)
  expect(el(`invoice-${INVOICE}`)).toBeInTheDocument()
}, 12_000)

it('is read again when it is pulled down', async () => {
  const { answers } = onStage(InvoicesPage)
  await seen(`invoice-${INVOICE}`)
  answers['invoices/mine'] = { items: [invoice({ note: '刚放入' })] }
  await act(async () => {
    await Promise.all(fireHook('pullDownRefresh'))
  })
  expect(await screen.findByText('刚放入')).toBeInTheDocument()
})

it('is in English when asked', async () => {
  onStage(InvoicesPage)
  act(() => prefer({ language: 'en' }))
  expect(await seen('year-total')).toHaveTextContent('CNY 10.70')
  expect(el('scan')).toHaveTextContent('Scan an invoice')
  expect(el('doors').textContent).not.toMatch(/[\u4e00-\u9fff]/)
})
