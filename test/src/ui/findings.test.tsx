import { act, fireEvent, render, screen, within } from '@testing-library/react'
import type { Finding, Line } from '../../../functions/core/pure/law'
import { fen } from '../../../functions/core/pure/money'
import { text } from '../../../functions/core/pure/text'
import { prefer } from '../../../src/client/preferences'
import { Findings } from '../../../src/ui/findings'
import { Lines } from '../../../src/ui/lines'

afterEach(() => act(() => prefer({ language: 'zh-CN' })))

const finding = (code: string, change: Partial<Finding> = {}): Finding => ({
  code,
  ok: true,
  rule: text(`规则${code}`, `Rule ${code}`),
  basis: text('征管法第五十一条', 'Article 51'),
  unconfirmed: false,
  ...change,
})

describe('findings', () => {
  const findings = [
    finding('a'),
    finding('b', { ok: false, warning: true }),
    finding('c', { ok: false, found: text('已缴 1,200.00 元', 'CNY 1,200.00 paid'), unconfirmed: true }),
  ]

  test('what is not met stands first, with what was found and its basis', () => {
    render(<Findings id="check" findings={findings} />)
    const items = within(screen.getByRole('list', { name: '条件核对' })).getAllByRole('listitem')
    expect(items.map(({ id }) => id)).toEqual(['check-c', 'check-b', 'check-a'])
    expect(items[0]).toHaveTextContent(
      '规则c不符合查到：已缴 1,200.00 元依据：征管法第五十一条以主管税务机关最新规定为准。',
    )
    expect(items[1]).toHaveTextContent('需留意')
    expect(items[2]).toHaveTextContent('规则a符合依据：征管法第五十一条')
    expect(items[2]).not.toHaveTextContent('最新规定')
  })

  test.each([
    [findings, '有 1 项条件不符合'],
    [findings.slice(0, 2), '条件符合，有 1 项需要留意，仍可提交'],
    [findings.slice(0, 1), '1 项条件全部符合'],
    [[], '没有需要核对的条件。'],
  ])('one sentence says it all', (some, sentence) => {
    render(<Findings id="check" findings={some} />)
    expect(screen.getByRole('status')).toHaveTextContent(sentence)
  })

  test('one and many are told apart in English', () => {
    act(() => prefer({ language: 'en' }))
    const { rerender } = render(<Findings id="check" findings={findings} />)
    expect(screen.getByRole('status')).toHaveTextContent('1 condition is not met')
    rerender(<Findings id="check" findings={[...findings, finding('d', { ok: false })]} />)
    expect(screen.getByRole('status')).toHaveTextContent('2 conditions are not met')
  })
})

describe('lines', () => {
  const lines: readonly Line[] = [
    {
      key: 'income',
      label: text('收入', 'Income'),
      fen: fen(12_000_000),
      basis: text('个税法第二条', 'Article 2'),
    },
    {
      key: 'tax',
      label: text('应纳税额', 'Tax due'),
      fen: fen(348_000),
      how: text('36,000.00 × 3% …', '36,000.00 × 3% …'),
      rate: '0.10',
      unconfirmed: true,
    },
    { key: 'refund', label: text('应退税额', 'To be refunded'), fen: fen(-5) },
  ]

  test('each line has its amount, how it came about and its rate; the last is the total', () => {
    render(<Lines id="sum" lines={lines} />)
    expect(document.querySelector('#sum-income')).toHaveTextContent('收入120,000.00 元')
    expect(document.querySelector('#sum-tax')).toHaveTextContent(
      '应纳税额3,480.00 元36,000.00 × 3% … · 比例 10%待核实',
    )
    expect(document.querySelector('#sum-refund')).toHaveClass('total')
    expect(document.querySelector('#sum-refund')).toHaveTextContent('-0.05 元')
    expect(document.querySelector('#sum-spoken')).toHaveTextContent('应退税额：-0.05 元。')
  })

  test('the total may be another line', () => {
    render(<Lines id="sum" lines={lines} total="tax" />)
    expect(document.querySelector('#sum-tax')).toHaveClass('total')
    expect(document.querySelector('#sum-refund')).not.toHaveClass('total')
  })

  test('a basis is folded, and opens by a press; a line without one is no control', () => {
    render(<Lines id="sum" lines={lines} />)
    const controls = screen.getAllByRole('button')
    expect(controls).toHaveLength(1)
    expect(controls[0]).toHaveAttribute('aria-expanded', 'false')
    expect(screen.queryByText('依据：个税法第二条')).toBeNull()
    fireEvent.click(controls[0] as HTMLElement)
    expect(controls[0]).toHaveAttribute('aria-expanded', 'true')
    expect(screen.getByText('依据：个税法第二条')).toBeInTheDocument()
  })

  test('nothing to reckon is said', () => {
    render(<Lines id="sum" lines={[]} />)
    expect(screen.getByText('还没有可以计算的内容。')).toBeInTheDocument()
  })
})
