import { act, fireEvent, render, screen, within } from '@testing-library/react'
import { fen, yuanDisplay } from '../../../functions/core/pure/money'
import { prefer } from '../../../src/client/preferences'
import { BarChart, LineChart } from '../../../src/ui/charts'

afterEach(() => act(() => prefer({ language: 'zh-CN' })))

const series = [
  { key: 'paid', name: '已付' },
  { key: 'open', name: '在办' },
]
const groups = [
  { key: 'east', label: '城东', values: [3000, 1000] },
  { key: 'west', label: '城西', values: [0, 500] },
]
const base = { id: 'c', title: '退税', head: '大厅', series, groups, empty: '还没有退税。' }
const widths = (selector: string, side: 'width' | 'height'): readonly string[] =>
  [...document.querySelectorAll<HTMLElement>(selector)].map(({ style }) => style[side])

test('every number of a chart stands in a table, read aloud, and seen when asked for', () => {
  render(<BarChart {...base} />)
  const table = screen.getByRole('table', { name: '退税：数字' })
  expect(table).toHaveClass('sb-hidden')
  const cells = within(table)
    .getAllByRole('row')
    .map((row) => [...row.children].map(({ textContent }) => textContent))
  expect(cells).toEqual([
    ['大厅', '已付', '在办'],
    ['城东', '3,000', '1,000'],
    ['城西', '0', '500'],
  ])
  fireEvent.click(screen.getByRole('button', { name: '查看数字' }))
  expect(table).not.toHaveClass('sb-hidden')
  expect(screen.getByRole('button', { name: '收起数字' })).toBeInTheDocument()
})

test('bars side by side are as long as their values from zero, with the values above', () => {
  render(<BarChart {...base} />)
  expect(widths('.sb-bar-in', 'height')).toEqual(['100%', '33.3%', '0%', '16.7%'])
  expect([...document.querySelectorAll('.sb-bar-said')].map(({ textContent }) => textContent)).toEqual([
    '3,000',
    '1,000',
    '0',
    '500',
  ])
})

test('bars upon each other tell their sum, and the key what each series comes to', () => {
  render(<BarChart {...base} stacked />)
  expect(document.querySelector('#c-bar-east .sb-bar-said')).toHaveTextContent('4,000')
  expect(document.querySelector('#c-key-open')).toHaveTextContent('在办 1,500')
})

test('lying bars stand below their names, with their values in the words of the screen', () => {
  render(<BarChart {...base} lying stacked say={(value) => yuanDisplay(fen(value))} />)
  expect(document.querySelector('#c-bar-east')).toHaveTextContent('城东40.00')
  expect(widths('#c-bar-east .sb-track-in', 'width')).toEqual(['75%', '25%'])
})

test('a value that is not known has no bar, and the table says so', () => {
  render(<BarChart {...base} lying groups={[{ key: 'east', label: '城东', values: [null, 5] }]} />)
  expect(document.querySelector('#c-bar-east')).toHaveTextContent('城东–5')
  expect(screen.getByRole('cell', { name: '无数据' })).toBeInTheDocument()
})

test('more values than have room are left to axis and table', () => {
  const days = Array.from({ length: 30 }, (_, at) => ({
    key: `d${at}`,
    label: `${at + 1}日`,
    values: [at, 1],
  }))
  render(<BarChart {...base} groups={days} stacked />)
  expect(document.querySelector('.sb-bar-said')).toBeNull()
  expect([...document.querySelectorAll('.sb-chart-label')].map(({ textContent }) => textContent)).toEqual([
    '1日',
    '15日',
    '30日',
  ])
  expect([...document.querySelectorAll('.sb-chart-tick')].map(({ textContent }) => textContent)).toEqual([
    '0',
    '10',
    '20',
    '30',
  ])
})

test('nothing to draw is said in words', () => {
  const { rerender } = render(<BarChart {...base} groups={[]} />)
  expect(document.querySelector('#c-none')).toHaveTextContent('还没有退税。')
  rerender(<BarChart {...base} groups={[{ key: 'east', label: '城东', values: [0, 0] }]} />)
  expect(document.querySelector('#c-none')).toHaveTextContent('还没有退税。')
  rerender(<LineChart {...base} groups={[{ key: 'east', label: '城东', values: [null, null] }]} />)
  expect(document.querySelector('#c-none')).toHaveTextContent('还没有退税。')
  expect(screen.queryByRole('table')).toBeNull()
})

test('lines are masks in the colours of the theme; zero is something to draw; the key has the last known value', () => {
  act(() => prefer({ language: 'en' }))
  const days = [
    { key: 'a', label: '1 Oct', values: [0, 4] },
    { key: 'b', label: '2 Oct', values: [0, null] },
  ]
  render(
    <LineChart
      {...base}
      groups={days}
      series={[
        { key: 'x', name: 'Paid', tone: 'ok' },
        { key: 'y', name: 'Open' },
      ]}
    />,
  )
  const lines = [...document.querySelectorAll<HTMLElement>('.sb-line')]
  expect(lines.map(({ className }) => className)).toEqual(['sb-line tone-ok', 'sb-line tone-warn'])
  expect(document.querySelector('#c-key-x')).toHaveTextContent('Paid 0 (2 Oct)')
  expect(document.querySelector('#c-key-y')).toHaveTextContent('Open 4 (1 Oct)')
})
