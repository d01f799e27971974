import { useState } from 'react'
import { act, fireEvent, render, screen, within } from '@testing-library/react'
import type { Form, Values } from '../../../functions/core/pure/forms'
import { text } from '../../../functions/core/pure/text'
import { prefer } from '../../../src/client/preferences'
import { FormFields, useForm } from '../../../src/ui/form-fields'
import Taro from '../../harness/taro/taro'

const TODAY = '2026-11-24'
const form: Form = {
  version: 1,
  sections: [
    {
      key: 'amount',
      title: text('金额', 'Amount'),
      fields: [
        { key: 'claimed', label: text('申请退税额', 'Claimed'), type: 'money', min: 1, max: 100_000 },
        { key: 'rate', label: text('税率', 'Rate'), type: 'rate', optional: true },
        { key: 'copies', label: text('份数', 'Copies'), type: 'count', max: 9 },
        { key: 'paidOn', label: text('缴款日期', 'Paid on'), type: 'day', until: 'today' },
        { key: 'month', label: text('所属期', 'Period'), type: 'month', optional: true },
        {
          key: 'way',
          label: text('退还方式', 'Way'),
          type: 'choice',
          choices: [
            { value: 'back', label: text('原账户', 'Original account') },
            { value: 'other', label: text('其他账户', 'Another account') },
          ],
        },
        {
          key: 'why',
          label: text('原因', 'Reason'),
          hint: text('写明为何不能退回原账户', 'Say why'),
          type: 'text',
          max: 20,
          lines: 3,
          when: { key: 'way', in: ['other'] },
        },
      ],
    },
    {
      key: 'promise',
      title: text('声明', 'Declaration'),
      fields: [
        { key: 'voucher', label: text('凭证号', 'Voucher number'), type: 'code', max: 20 },
        { key: 'arrears', label: text('有欠税', 'Arrears'), type: 'yesNo' },
        { key: 'true', label: text('以上内容真实', 'All of it is true'), type: 'yesNo', agreed: true },
      ],
    },
  ],
}

let kept: Values = {}
let check: (section?: string) => boolean = () => false
const Stage = ({ begin, section }: { readonly begin: Values; readonly section?: string }) => {
  const [values, setValues] = useState<Values>(begin)
  kept = values
  const state = useForm({ form, values, onChange: setValues, today: TODAY })
  check = state.check
  return <FormFields id="f" state={state} section={section} />
}
const show = (begin: Values = {}, section?: string) => render(<Stage begin={begin} section={section} />)
const type = (name: string, value: string): void => {
  fireEvent.change(screen.getByLabelText(name), { target: { value } })
}
const leave = (name: string): void => {
  fireEvent.blur(screen.getByLabelText(name))
}
const goOn = (section?: string): boolean => {
  let may = false
  act(() => {
    may = check(section)
  })
  return may
}
const alerts = (): readonly (string | null)[] =>
  screen.queryAllByRole('alert').map(({ textContent }) => textContent)

beforeEach(() => Object.assign(Taro, { pageScrollTo: jest.fn(() => Promise.resolve()) }))
afterEach(() => act(() => prefer({ language: 'zh-CN' })))

test('money is typed in yuan, kept in fen, and stands with its thousands when left', () => {
  show()
  type('申请退税额（元）', '123.4')
  expect(kept).toEqual({ claimed: 12_340 })
  expect(screen.getByLabelText('申请退税额（元）')).toHaveValue('123.4')
  leave('申请退税额（元）')
  expect(screen.getByLabelText('申请退税额（元）')).toHaveValue('123.40')
  type('税率（%，选填）', '13')
  expect(kept).toEqual({ claimed: 12_340, rate: 1300 })
})

test('an emptied field is no answer', () => {
  show({ claimed: 5, copies: 1 })
  type('申请退税额（元）', '')
  expect(kept).toEqual({ copies: 1 })
})

test('a fault is told once the field is left, and goes as it is mended', () => {
  show()
  type('申请退税额（元）', '1.005')
  expect(alerts()).toEqual([])
  leave('申请退税额（元）')
  expect(alerts()).toEqual(['填写的内容与此项不符，请重新填写。'])
  expect(screen.getByLabelText('申请退税额（元）')).toHaveAttribute('aria-invalid', 'true')
  type('申请退税额（元）', '1')
  expect(alerts()).toEqual([])
})

test('what typing on cannot mend is told at once, in the words of the field', () => {
  show()
  type('申请退税额（元）', '2000')
  expect(alerts()).toEqual(['不能大于 1,000.00 元。'])
  type('份数', '12')
  expect(alerts()).toEqual(['不能大于 1,000.00 元。', '不能大于 9。'])
})

test('a field is asked only while another holds what it depends on; what was written stays with the answers', () => {
  show()
  expect(screen.queryByLabelText('原因')).toBeNull()
  fireEvent.click(screen.getByRole('radio', { name: '其他账户' }))
  type('原因', '账户已经注销')
  expect(screen.getByText('还可以写 14 字')).toBeInTheDocument()
  expect(screen.getByText('写明为何不能退回原账户')).toBeInTheDocument()
  fireEvent.click(screen.getByRole('radio', { name: '原账户' }))
  expect(screen.queryByLabelText('原因')).toBeNull()
  expect(kept).toEqual({ way: 'back', why: '账户已经注销' })
})

test('a day is picked, shown in words, and not later than today', () => {
  show()
  const day = document.querySelector('#f-paidOn') as HTMLElement
  expect(day).toHaveAttribute('aria-label', '缴款日期：请选择')
  const picker = within(day.parentElement as HTMLElement).getByLabelText('picker')
  fireEvent.change(picker, { target: { value: '2026-11-01' } })
  expect(kept).toEqual({ paidOn: '2026-11-01' })
  expect(day).toHaveAttribute('aria-label', '缴款日期：2026年11月1日')
  fireEvent.change(picker, { target: { value: '2026-11-25' } })
  expect(alerts()).toEqual(['不能晚于今天。'])
})

test('yes, no and a declaration', () => {
  show()
  const arrears = within(screen.getByRole('radiogroup', { name: '有欠税' }))
  expect(arrears.getAllByRole('radio').filter((one) => one.getAttribute('aria-checked') === 'true')).toEqual(
    [],
  )
  fireEvent.click(arrears.getByRole('radio', { name: '否' }))
  fireEvent.click(screen.getByRole('switch', { name: '以上内容真实' }))
  expect(kept).toEqual({ arrears: false, true: true })
})

test('every fault is listed at once when one goes on, each a way to its field', () => {
  jest.useFakeTimers()
  show({ claimed: 5, way: 'back' })
  expect(goOn()).toBe(false)
  const list = within(document.querySelector('#f-faults') as HTMLElement)
  expect(list.getByText('请修改下面 5 处，点一下可以跳到那里')).toBeInTheDocument()
  expect(list.getAllByRole('link').map(({ textContent }) => textContent)).toEqual([
    '份数：请填写此项。',
    '缴款日期：请填写此项。',
    '凭证号：请填写此项。',
    '有欠税：请填写此项。',
    '以上内容真实：请先阅读并同意。',
  ])
  fireEvent.click(list.getAllByRole('link')[0] as HTMLElement)
  act(() => void jest.advanceTimersByTime(1))
  expect(Taro).toHaveProperty('pageScrollTo.mock.calls.0.0.selector', '#f-copies')
  type('份数', '1')
  expect(list.getAllByRole('link')).toHaveLength(4)
  jest.useRealTimers()
})

test('a step checks its own fields alone', () => {
  show({ voucher: 'A-1', arrears: true, true: true }, 'promise')
  expect(screen.queryByLabelText('份数')).toBeNull()
  expect(goOn('promise')).toBe(true)
  expect(goOn('amount')).toBe(false)
  expect(document.querySelector('#f-faults')).toBeNull()
})

test('the form is there in English', () => {
  act(() => prefer({ language: 'en' }))
  show({}, 'amount')
  expect(screen.getByLabelText('Rate (%, optional)')).toBeInTheDocument()
  goOn('amount')
  expect(screen.getByText('Claimed: Please fill this in.')).toBeInTheDocument()
})
