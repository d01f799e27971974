import { useState } from 'react'
import { fireEvent, render, screen, within } from '@testing-library/react'
import type { Form, Values } from '../../../functions/core/pure/forms'
import { text } from '../../../functions/core/pure/text'
import { FormFields, useForm } from '../../../src/ui/form-fields'

const choices = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ value: `v${at}`, label: text(`第${at}个`, `No. ${at}`) }))
const formOf = (count: number): Form => ({
  version: 1,
  sections: [
    {
      key: 's',
      title: text('国家', 'Country'),
      fields: [{ key: 'land', type: 'choice', label: text('国家', 'Country'), choices: choices(count) }],
    },
  ],
})

const told: Values[] = []
const Filled = ({ form }: { readonly form: Form }) => {
  const [values, setValues] = useState<Values>({})
  told.push(values)
  return (
    <FormFields
      id="f"
      state={useForm({ form, values, onChange: setValues, today: '2026-11-22' })}
      section="s"
    />
  )
}

test('a few stand on lines of their own', () => {
  render(<Filled form={formOf(12)} />)
  expect(screen.getAllByRole('radio')).toHaveLength(12)
})

test('a great many are one picker, which says what is chosen and keeps its value', () => {
  render(<Filled form={formOf(13)} />)
  expect(screen.queryAllByRole('radio')).toEqual([])
  const field = document.getElementById('f-land') as HTMLElement
  expect(field).toHaveTextContent('请选择')
  const picker = within(field.parentElement as HTMLElement).getByLabelText('picker')
  fireEvent.change(picker, { target: { value: '7' } })
  expect(told.at(-1)).toEqual({ land: 'v7' })
  expect(document.getElementById('f-land')).toHaveTextContent('第7个')
})
