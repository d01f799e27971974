import { act, waitFor } from '@testing-library/react'
import DepartureFormPage from '../../../src/packages/departure/form'
import DeparturesPage from '../../../src/packages/departure/home'
import { queryOf } from '../../../src/client/queries'
import { NO_NETWORK, refuse } from '../../harness/taro/server'
import Taro from '../../harness/taro/taro'
import { event, form, ID, row } from './fixtures'
import { el, fill, namelessControls, onStage, seen, standStill, tap } from './stage'

standStill()

test('a fresh form: the code for customs, its days, the steps at the airport, what comes back', async () => {
  onStage(DepartureFormPage, { id: ID, fresh: '1' })
  expect(await seen('form-qr')).toHaveAttribute('aria-label', 'QR code of your form')
  expect(el('done-fresh')).toBeInTheDocument()
  expect(el('form-code').textContent).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/)
  expect(el('form-net')).toHaveTextContent('CNY 101.70')
  expect(el('way-now')).toHaveTextContent('before you check in your bags')
  expect(el('days')).toHaveTextContent('To be safe, by 9 Feb 2027')
  expect(el('airport')).toHaveTextContent('Customs · Tax Refund')
  expect(el('lines-fee')).toHaveTextContent('-22.60')
  expect(namelessControls()).toEqual([])
})

test('without network it is there as it was last known, QR code and all', async () => {
  const { answers, unmount } = onStage(DepartureFormPage, { id: ID })
  await seen('form-qr')
  unmount()
  answers['refunds/departure'] = NO_NETWORK
  await act(() => queryOf(`my:departure:${ID}`, async () => ({ form: form() })).refetch())
  const { render } = await import('@testing-library/react')
  render(<DepartureFormPage />)
  expect(await seen('form-qr')).toBeInTheDocument()
})

test.each([
  ['lastDays', 2, 'Leave now'],
  ['doubtful', 0, 'by one reading only'],
] as const)('in the last days it is louder: %s', async (state, left, words) => {
  const days = { lastDay: '2026-11-24', strictLastDay: '2026-11-23', left, strictLeft: left - 1, state }
  onStage(DepartureFormPage, { id: ID }, { 'refunds/departure': { form: form({ days }) } })
  expect(await seen('days')).toHaveTextContent(words)
})

test('an advance says what was promised, and by when it is charged otherwise', async () => {
  const it = form({
    mode: 'instant',
    state: 'instantPrepaid',
    advanced: 10_170,
    chargeBy: '2026-12-04',
    moves: [],
  })
  onStage(DepartureFormPage, { id: ID }, { 'refunds/departure': { form: it } })
  expect(await seen('promise')).toHaveTextContent('1 Dec 2026')
  expect(el('promise')).toHaveTextContent('East Port')
  expect(el('promise')).toHaveTextContent('4 Dec 2026')
  expect(el('way-now-left')).toHaveTextContent('9 days left')
  expect(document.getElementById('cancel-form')).toBeNull()
})

test('cancelled in words, after one was asked', async () => {
  const { inputs } = onStage(DepartureFormPage, { id: ID })
  await tap('cancel-form')
  expect(inputs('refunds/cancelDeparture')).toEqual([])
  await tap('cancel-confirm')
  expect(await seen('done-cancelled')).toBeInTheDocument()
  expect(inputs('refunds/cancelDeparture')).toEqual([{ formId: ID }])
})

test('refused by customs: the reason with its law, no code any more', async () => {
  const reasons = [{ rule: 'The goods were used', basis: 'Measures', unconfirmed: true }]
  const it = form({
    state: 'rejected',
    next: null,
    moves: [],
    history: [
      event(2, 'issueForm'),
      event(3, 'refuse', { by: 'officer', mine: false, reasons, said: 'opened' }),
    ],
  })
  onStage(DepartureFormPage, { id: ID }, { 'refunds/departure': { form: it } })
  expect(await seen('way-past-3')).toHaveTextContent('The goods were used (Measures)')
  expect(el('way-past-3')).toHaveTextContent('opened')
  expect(el('way-past-3')).toHaveTextContent('customs')
  expect(document.getElementById('form-qr')).toBeNull()
})

test('sent back by the bank: another account, told at its field first', async () => {
  const it = form({
    state: 'bankRejected',
    moves: ['fixAccount'],
    account: { bank: 'A', holder: 'E', number: '**** 0000' },
  })
  const fixed = { id: ID, state: 'agencyAudited' }
  const { inputs } = onStage(
    DepartureFormPage,
    { id: ID },
    {
      'refunds/departure': { form: it },
      'refunds/fixDepartureAccount': fixed,
    },
  )
  await tap('fix-account')
  await fill('bank', 'Bank of China')
  await fill('number', '12')
  await tap('fix-yes')
  expect(inputs('refunds/fixDepartureAccount')).toEqual([])
  expect(el('number-problem')).toHaveTextContent('Seven to 34')
  await fill('number', '6222 0202 0011')
  await tap('fix-yes')
  await waitFor(() =>
    expect(inputs('refunds/fixDepartureAccount')).toEqual([
      { formId: ID, bank: 'Bank of China', number: '622202020011' },
    ]),
  )
})

test('another’s form and one that is no form lead to one’s own', async () => {
  onStage(DepartureFormPage, { id: ID }, { 'refunds/departure': refuse(404, 'NOT_FOUND', 'Not found.') })
  await waitFor(() => expect(document.body).toHaveTextContent('There is no such form'))
})

test('the list: what is next first in blue, its days, and the door to each', async () => {
  onStage(
    DeparturesPage,
    {},
    {
      'refunds/myDepartures': {
        items: [row(), row({ id: `df_${'8'.repeat(26)}`, state: 'paid', next: null })],
      },
    },
  )
  expect(await seen(`form-${ID}`)).toHaveTextContent('80 days left')
  expect(el(`form-${ID}`).className).toContain('next')
  expect(el(`form-df_${'8'.repeat(26)}`)).not.toHaveTextContent('days left')
  await tap(`form-${ID}`)
  expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: `/packages/departure/form/index?id=${ID}` })
  expect(namelessControls()).toEqual([])
})

test('in Chinese the same page says it in Chinese', async () => {
  onStage(DeparturesPage, {}, {}, { signedIn: false, language: 'zh-CN' as never })
  expect(await seen('departure-start')).toHaveTextContent('看看能退多少')
  expect(el('airport')).toHaveTextContent('海关·离境退税')
})
