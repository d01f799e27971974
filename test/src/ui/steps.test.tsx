import { fireEvent, render, screen } from '@testing-library/react'
import { StepsBar, StepsHead } from '../../../src/ui/steps'

const steps = [
  { key: 'check', name: '核对条件' },
  { key: 'fill', name: '填写申请' },
  { key: 'send', name: '确认提交' },
]

test('the head says which step of how many, and its name', () => {
  render(<StepsHead id="w" steps={steps} at={1} onGo={() => undefined} />)
  expect(screen.getByRole('status')).toHaveTextContent('第 2 步，共 3 步填写申请')
  expect(screen.queryByRole('list')).toBeNull()
})

test('all steps are shown when asked, and only those behind can be gone back to', () => {
  const onGo = jest.fn()
  render(<StepsHead id="w" steps={steps} at={1} onGo={onGo} />)
  fireEvent.click(screen.getByRole('button', { name: '全部步骤' }))
  expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    '核对条件已填',
    '2填写申请当前',
    '3确认提交待填',
  ])
  expect(screen.getByText('返回前面的步骤，已填的内容会保留。')).toBeInTheDocument()
  fireEvent.click(document.querySelector('#w-send') as HTMLElement)
  expect(onGo).not.toHaveBeenCalled()
  fireEvent.click(screen.getByRole('button', { name: '回到第 1 步：核对条件' }))
  expect(onGo).toHaveBeenCalledWith(0)
  expect(screen.queryByRole('list')).toBeNull()
})

test('the bar goes on and back; the first step has nothing behind it; the last says what it does', () => {
  const [onBack, onNext] = [jest.fn(), jest.fn()]
  const { rerender } = render(<StepsBar id="w" onNext={onNext} />)
  expect(screen.queryByText('上一步')).toBeNull()
  fireEvent.click(screen.getByRole('button', { name: '下一步' }))
  rerender(<StepsBar id="w" next="提交申请" onBack={onBack} onNext={onNext} />)
  fireEvent.click(screen.getByRole('button', { name: '提交申请' }))
  fireEvent.click(screen.getByRole('button', { name: '上一步' }))
  expect([onNext.mock.calls.length, onBack.mock.calls.length]).toEqual([2, 1])
})

test('while it is sent nothing can be pressed twice', () => {
  const onNext = jest.fn()
  render(<StepsBar id="w" busy onBack={onNext} onNext={onNext} />)
  screen.getAllByRole('button').forEach((button) => fireEvent.click(button))
  expect(onNext).not.toHaveBeenCalled()
})
