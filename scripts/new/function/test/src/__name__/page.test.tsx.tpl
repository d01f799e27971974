import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { beginSession, signOutHere } from '../../../src/client/session'
import AddPage from '../../../src/packages/__name__/add'
import { refuse, serve } from '../../harness/taro/server'

beforeEach(() => beginSession({ token: 'T' }))
afterEach(() => act(() => signOutHere()))

const write = (text: string): void => {
  fireEvent.input(document.querySelector('#text') as HTMLElement, { target: { value: text }, detail: { value: text } })
  fireEvent.click(screen.getByRole('button', { name: '记下' }))
}

test('a line is kept, and the page says how many more there is room for', async () => {
  const { asked } = serve({ '__name__/add': { line: { id: 'ln_1', text: '买税票', at: 1 }, left: 19 } })
  render(<AddPage />)
  write('买税票')
  await waitFor(() => expect(screen.getByText('还可以记 19 行。')).toBeInTheDocument())
  expect(asked.at(-1)).toMatchObject({ procedure: '__name__/add', input: { text: '买税票' } })
})

test('an empty line is told at once, and nothing is sent', () => {
  const { asked } = serve({})
  render(<AddPage />)
  fireEvent.click(screen.getByRole('button', { name: '记下' }))
  expect(screen.getByRole('alert')).toHaveTextContent('请填写')
  expect(asked).toEqual([])
})

test('a refusal is told in words, and the line stays', async () => {
  serve({ '__name__/add': refuse(409, '__NAME___FULL', '已经记满，不能再添加。') })
  render(<AddPage />)
  write('一行太多')
  await waitFor(() => expect(screen.getByText('已经记满，不能再添加。')).toBeInTheDocument())
})

test('nobody signed in is asked to sign in', () => {
  act(() => signOutHere())
  render(<AddPage />)
  expect(screen.getByRole('button', { name: '登录' })).toBeInTheDocument()
})
