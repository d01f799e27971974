import { act, screen, waitFor } from '@testing-library/react'
import { prefer } from '../../../src/client/preferences'
import TitlesPage from '../../../src/packages/invoices/titles'
import { refuse } from '../../harness/taro/server'
import { TITLE, title } from './fixtures'
import { el, fill, namelessControls, onStage, seen, standStill, tap } from './stage'

standStill()

it('shows each title with its number, the first one marked, and its code when asked', async () => {
  const person = title({ id: `ti_${'2'.repeat(26)}`, name: '陈建国', taxNumber: '', first: false })
  const { inputs } = onStage(TitlesPage, { change: { 'invoices/titles': { items: [title(), person] } } })
  expect(await seen(`title-${TITLE}`)).toHaveTextContent('91990102MA0DEM005F')
  expect(el(`title-${TITLE}`)).toHaveTextContent('默认')
  expect(el(`title-${person.id}`)).toHaveTextContent('个人抬头')
  expect(inputs('titleQr')).toEqual([])
  await tap(`qr-${person.id}`)
  expect(await seen('title-code')).toHaveAttribute('aria-label', '陈建国 的开票二维码')
  expect(inputs('titleQr')).toEqual([{ id: person.id }])
  await tap('title-close')
  expect(document.getElementById('title-code')).toBeNull()
  expect(namelessControls()).toEqual([])
})

it('tells everything that is wrong at once, and saves what is right', async () => {
  const { inputs, answers } = onStage(TitlesPage, { change: { 'invoices/titles': { items: [] } } })
  await tap('title-add')
  await fill('title-taxNumber', '123')
  expect(el('title-taxNumber-problem')).toHaveTextContent('税号为 15 至 20 位')
  expect(document.getElementById('title-name-problem')).toBeNull()
  await tap('title-save')
  expect(await seen('title-faults')).toHaveTextContent('请填写名称')
  expect(el('title-faults')).toHaveTextContent('税号为 15 至 20 位')
  expect(inputs('saveTitle')).toEqual([])
  await fill('title-name', '城东示范商贸有限公司')
  await fill('title-taxNumber', '91990102MA0DEM005F')
  await tap('title-first')
  answers['invoices/titles'] = { items: [title()] }
  await tap('title-save')
  expect(await seen(`title-${TITLE}`)).toBeInTheDocument()
  expect(inputs('saveTitle')).toEqual([
    {
      name: '城东示范商贸有限公司',
      taxNumber: '91990102MA0DEM005F',
      address: '',
      phone: '',
      bank: '',
      account: '',
      first: true,
    },
  ])
})

it('warns of a check digit that does not fit, and saves it all the same', async () => {
  const { inputs } = onStage(TitlesPage)
  await tap(`edit-${TITLE}`)
  await fill('title-taxNumber', '91990102MA0DEM005X')
  expect(el('title-taxNumber-problem')).toHaveTextContent('校验位对不上')
  await tap('title-save')
  await waitFor(() =>
    expect(inputs('saveTitle')).toMatchObject([{ id: TITLE, taxNumber: '91990102MA0DEM005X' }]),
  )
})

it('tells at its field what only the server finds, until that is changed', async () => {
  onStage(TitlesPage, {
    change: {
      'invoices/saveTitle': refuse(422, 'TITLE_FAULTS', '抬头有内容不对。', {
        faults: [{ field: 'name', words: '“𠮷”是生僻字' }],
      }),
    },
  })
  await tap(`edit-${TITLE}`)
  await fill('title-name', '𠮷祥示范商行')
  await tap('title-save')
  expect(await seen('title-name-problem')).toHaveTextContent('是生僻字')
  expect(el('title-faults')).toHaveTextContent('是生僻字')
  await fill('title-name', '吉祥示范商行')
  expect(document.getElementById('title-name-problem')).toBeNull()
})

it('removes a title only once asked in words', async () => {
  const { inputs, answers } = onStage(TitlesPage)
  await tap(`remove-${TITLE}`)
  expect(el(`gone-${TITLE}`)).toHaveTextContent('已开的发票不受影响')
  expect(inputs('removeTitle')).toEqual([])
  answers['invoices/titles'] = { items: [] }
  await tap(`gone-${TITLE}-confirm`)
  expect(await screen.findByText('还没有发票抬头')).toBeInTheDocument()
  expect(inputs('removeTitle')).toEqual([{ id: TITLE }])
})

it('says when a code could not be made, and tries again', async () => {
  const { answers } = onStage(TitlesPage, {
    change: { 'invoices/titleQr': refuse(403, 'FORBIDDEN', '不行。') },
  })
  await tap(`qr-${TITLE}`)
  await seen('title-code-again')
  answers['invoices/titleQr'] = { text: '$01abc$' }
  await tap('title-code-again')
  expect(await seen('title-code')).toBeInTheDocument()
})

it('is full at twenty, asks to sign in first, and is in English when asked', async () => {
  const many = Array.from({ length: 20 }, (_, at) => title({ id: `ti_${String(at).padStart(26, '0')}` }))
  const { unmount } = onStage(TitlesPage, { change: { 'invoices/titles': { items: many } } })
  await seen('title-add')
  await waitFor(() => expect(el('title-add')).toHaveAttribute('aria-disabled', 'true'))
  act(() => prefer({ language: 'en' }))
  expect(await screen.findByText('There are twenty titles')).toBeInTheDocument()
  unmount()
  expect(onStage(TitlesPage, { signedIn: false }).asked).toEqual([])
  expect(el('signed-out')).toHaveTextContent('登录后可以存发票抬头')
})
