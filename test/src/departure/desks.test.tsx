import { act, screen, waitFor } from '@testing-library/react'
import CustomsPage from '../../../src/packages/departure/customs'
import AgencyPage from '../../../src/packages/departure/agency'
import { refuse } from '../../harness/taro/server'
import Taro from '../../harness/taro/taro'
import { CODE, desk, form, ID } from './fixtures'
import { el, fill, me, namelessControls, onStage, seen, standStill, tap } from './stage'

standStill()

const customs = { 'accounts/me': me('customs') }
const agency = { 'accounts/me': me('pay') }

const typeCode = async (): Promise<void> => {
  await seen('code')
  await fill('code', CODE)
  await tap('look')
}

describe('customs', () => {
  test('type a code, see whom and what, confirm in words, and the next traveller', async () => {
    const { inputs } = onStage(CustomsPage, {}, customs)
    await typeCode()
    expect(await seen('desk-traveller')).toHaveTextContent('E*** C***')
    expect(el('desk-goods')).toHaveTextContent('26312000000012345678')
    expect(inputs('refunds/customsLook')).toEqual([{ hallId: 'east', code: CODE }])
    expect(namelessControls()).toEqual([])
    await tap('verify')
    expect(inputs('refunds/customsConfirm')).toEqual([])
    await tap('verify-sheet-confirm')
    expect(await seen('desk-done')).toHaveTextContent('Verified')
    expect(inputs('refunds/customsConfirm')).toEqual([
      { formId: ID, hallId: 'east', outcome: 'verified', reasons: [] },
    ])
    await tap('another')
    expect(await seen('code')).toHaveValue('')
  })

  test('scan what the phone shows, at the port that was chosen', async () => {
    Object.assign(Taro, { scanCode: jest.fn(async () => ({ result: form().qr })) })
    const { inputs } = onStage(CustomsPage, {}, customs)
    await tap('hall-west')
    await act(() => tap('scan'))
    await seen('desk-form')
    expect(inputs('refunds/customsLook')).toEqual([{ hallId: 'west', code: form().qr }])
    // Meant for another port: that is said, and no hindrance.
    expect(screen.getByText(/Meant for another port: East Port/)).toBeInTheDocument()
  })

  test('a slip is told at the field and asks nothing; an unknown code says what to do', async () => {
    const { inputs } = onStage(
      CustomsPage,
      {},
      {
        ...customs,
        'refunds/customsLook': refuse(404, 'NOT_FOUND', 'Not found.'),
      },
    )
    await seen('code')
    await fill('code', 'ABCD-EFGH-0000')
    await tap('look')
    expect(el('code-problem')).toHaveTextContent('slip')
    expect(inputs('refunds/customsLook')).toEqual([])
    await typeCode()
    await waitFor(() => expect(screen.getByText('There is no such form')).toBeInTheDocument())
  })

  test('against the rules of today nothing can be verified, and what stands against it is first', async () => {
    const late = {
      code: 'leaveInTime',
      ok: false,
      warning: false,
      rule: 'Within 90 days',
      basis: 'N',
      unconfirmed: false,
    }
    onStage(
      CustomsPage,
      {},
      {
        ...customs,
        'refunds/customsLook': { form: desk({ open: false, findings: [late] }) },
      },
    )
    await typeCode()
    expect(await seen('verify')).toHaveAttribute('aria-disabled', 'true')
    expect(el('rules-leaveInTime').className).toContain('failed')
    expect(el('refuse')).not.toHaveAttribute('aria-disabled')
  })

  test('refusing takes a reason of customs', async () => {
    const { inputs } = onStage(CustomsPage, {}, customs)
    await typeCode()
    await tap('refuse')
    await tap('refuse-yes')
    expect(await seen('reasons-problem')).toBeInTheDocument()
    expect(document.getElementById('reason-invoiceVoid')).toBeNull()
    await tap('reason-goodsUsed')
    await fill('said', 'opened and used')
    await tap('refuse-yes')
    await waitFor(() =>
      expect(inputs('refunds/customsConfirm')).toEqual([
        { formId: ID, hallId: 'east', outcome: 'refused', reasons: ['goodsUsed'], said: 'opened and used' },
      ]),
    )
  })

  test('without the duty there is nothing to do here', async () => {
    onStage(CustomsPage, {}, agency)
    await waitFor(() => expect(screen.getByText('You hold no such duty at any hall')).toBeInTheDocument())
  })
})

describe('the agency', () => {
  test('an advance takes the number of the card’s hold', async () => {
    const { inputs } = onStage(
      AgencyPage,
      {},
      {
        ...agency,
        'refunds/departurePrepay': { id: ID, state: 'instantPrepaid' },
      },
    )
    await typeCode()
    await tap('prepay')
    expect(el('preauth-problem')).toBeInTheDocument()
    await fill('preauth', 'PA-20261127')
    await tap('prepay')
    await waitFor(() =>
      expect(inputs('refunds/departurePrepay')).toEqual([
        { formId: ID, hallId: 'east', preauthNo: 'PA-20261127' },
      ]),
    )
    expect(await seen('desk-done')).toHaveTextContent('recorded')
  })

  const waiting = (change: Parameters<typeof desk>[0]) => ({
    ...agency,
    'refunds/agencyLook': { form: desk({ state: 'customsVerified', verifiedOn: '2026-11-22', ...change }) },
  })

  test('what customs verified opens by its id, is audited, and asked for once more in words', async () => {
    const { inputs } = onStage(
      AgencyPage,
      { id: ID },
      {
        ...waiting({ moves: ['audit', 'reject'] }),
        'refunds/departureAudit': { id: ID, state: 'agencyAudited' },
      },
    )
    await tap('step-audited')
    expect(inputs('refunds/departureAudit')).toEqual([])
    await tap('agency-sheet-confirm')
    await waitFor(() =>
      expect(inputs('refunds/departureAudit')).toEqual([{ formId: ID, outcome: 'pass', reasons: [] }]),
    )
    expect(inputs('refunds/agencyLook')[0]).toEqual({ hallId: 'east', formId: ID })
  })

  test.each([
    ['cash', {}, ['step-paidCash'], undefined],
    [
      'an account',
      { account: { bank: 'B', holder: 'E', number: '**** 1' } },
      ['step-ordered', 'step-paidCash'],
      undefined,
    ],
    [
      'too much for cash',
      {
        account: { bank: 'B', holder: 'E', number: '**** 1' },
        amount: { ...(form().amount ?? Object.create(null)), cashAllowed: false },
      },
      ['step-ordered'],
      undefined,
    ],
    ['an advance whose promise was kept', { advanced: 10_170 }, ['step-settled'], undefined],
    [
      'an advance promised for another port',
      { advanced: 10_170, port: 'west' },
      ['step-paidCash'],
      /is charged to the card first/,
    ],
  ] as const)('with %s it offers what fits', async (_, change, offered, note) => {
    onStage(AgencyPage, { id: ID }, waiting({ state: 'agencyAudited', moves: ['reject'], ...change }))
    await seen('reject')
    const steps = [...document.querySelectorAll('[id^="step-"]')].map(({ id }) => id)
    expect(steps).toEqual(offered)
    if (note) expect(screen.getByText(note)).toBeInTheDocument()
  })

  test('verified elsewhere, it is paid there', async () => {
    onStage(
      AgencyPage,
      { id: ID },
      waiting({ moves: ['audit', 'reject'], here: false, verifiedAt: 'West Port' }),
    )
    await waitFor(() => expect(screen.getByText(/verified it at West Port/)).toBeInTheDocument())
    expect(document.querySelector('[id^="step-"]')).toBeNull()
  })

  test('what refused a step is said', async () => {
    onStage(
      AgencyPage,
      { id: ID },
      {
        ...waiting({ moves: ['audit', 'reject'] }),
        'refunds/departureAudit': refuse(409, 'FOUR_EYES', 'Another person must do this.'),
      },
    )
    await tap('step-audited')
    await tap('agency-sheet-confirm')
    await waitFor(() => expect(screen.getByText('Another person must do this.')).toBeInTheDocument())
  })
})
