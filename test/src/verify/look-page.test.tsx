import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { codeOf, groupedCode } from '../../../functions/core/pure/verification-code'
import { forgetQueries } from '../../../src/client/queries'
import { codeIn } from '../../../src/packages/verify/model/scanned'
import LookPage from '../../../src/packages/verify/look'
import { refuse, serve } from '../../harness/taro/server'
import Taro, { setRouter } from '../../harness/taro/taro'

const CODE = groupedCode(codeOf(new Uint8Array(11).fill(7)))
const paper = {
  code: CODE,
  kind: '预约凭证',
  state: 'valid',
  facts: [{ label: '大厅', value: '城东办税服务厅' }],
  issuedAt: Date.parse('2026-11-24T10:00:00+08:00'),
  validUntil: Date.parse('2026-11-25T10:30:00+08:00'),
  withdrawnAt: null,
  demonstration: true,
}

beforeEach(() => setRouter({ params: {} }))
afterEach(() => act(() => forgetQueries('')))

const type = (text: string): void => {
  const field = document.querySelector('#code') as HTMLElement
  fireEvent.input(field, { target: { value: text }, detail: { value: text } })
  fireEvent.click(screen.getByRole('button', { name: '查验' }))
}

test('a code that is typed shows what the paper says, that it is valid, and that it is a demonstration', async () => {
  const { asked } = serve({ 'verify/look': paper })
  render(<LookPage />)
  type(CODE.toLowerCase())
  await waitFor(() => expect(screen.getByText('凭证有效')).toBeInTheDocument())
  expect(screen.getByText('城东办税服务厅')).toBeInTheDocument()
  expect(screen.getByText('这是演示数据，不是税务机关出具的凭证。')).toBeInTheDocument()
  expect(asked.at(-1)).toMatchObject({ procedure: 'verify/look', input: { code: CODE } })
})

test('a slip is told at the field, and nothing is asked', () => {
  const { asked } = serve({})
  render(<LookPage />)
  type('ABCD-EFGH-JKM0')
  expect(screen.getByRole('alert')).toHaveTextContent('编码有误')
  expect(asked).toEqual([])
})

test('an unknown paper says so, with the way to another', async () => {
  serve({ 'verify/look': refuse(404, 'NOT_FOUND', '没有找到。') })
  setRouter({ params: { code: CODE } })
  render(<LookPage />)
  await waitFor(() => expect(screen.getByText('没有这张凭证')).toBeInTheDocument())
  fireEvent.click(screen.getByText('再查一张'))
  expect(document.querySelector('#code')).toBeInTheDocument()
})

test('a paper that was withdrawn says since when', async () => {
  serve({
    'verify/look': { ...paper, state: 'withdrawn', withdrawnAt: Date.parse('2026-11-24T11:00:00+08:00') },
  })
  setRouter({ params: { code: CODE } })
  render(<LookPage />)
  await waitFor(() => expect(screen.getByText('凭证已撤回')).toBeInTheDocument())
  expect(screen.getByText('撤回时间')).toBeInTheDocument()
})

describe('scanning', () => {
  const scanning = async (answer: () => Promise<unknown>): Promise<void> => {
    Object.assign(Taro, { scanCode: jest.fn(answer) })
    serve({ 'verify/look': paper })
    render(<LookPage />)
    await act(async () => {
      fireEvent.click(screen.getByRole('button', { name: '扫码' }))
    })
  }
  test('takes the code out of what was scanned', async () => {
    await scanning(async () => ({ result: `shuibang:verify:${CODE}` }))
    await waitFor(() => expect(screen.getByText('凭证有效')).toBeInTheDocument())
  })
  test('says what to do when it is none of ours, or the camera was refused; going back says nothing', async () => {
    await scanning(async () => ({ result: 'https://example.com' }))
    expect(screen.getByRole('alert')).toHaveTextContent('没有找到凭证的二维码')
    Object.assign(Taro, {
      scanCode: jest.fn(async () => Promise.reject({ errMsg: 'scanCode:fail auth deny' })),
    })
    await act(async () => {
      fireEvent.click(screen.getByRole('button', { name: '扫码' }))
    })
    expect(screen.getByRole('alert')).toHaveTextContent('没有得到使用相机的许可')
  })
})

test.each([
  [`shuibang:verify:${CODE}`, CODE],
  [`https://example.com/#/packages/verify/look/index?code=${CODE}`, CODE],
  [` ${CODE} `, CODE],
  ['SB1.ap_1.123456.abc', undefined],
  ['', undefined],
])('%s holds %s', (scanned, code) => {
  expect(codeIn(scanned)).toBe(code)
})
