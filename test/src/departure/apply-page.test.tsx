import { screen, waitFor } from '@testing-library/react'
import DepartureApplyPage from '../../../src/packages/departure/apply'
import { refuse } from '../../harness/taro/server'
import Taro from '../../harness/taro/taro'
import { ID, traveller } from './fixtures'
import { el, fill, namelessControls, onStage, seen, standStill, tap } from './stage'

standStill()

/** Fills one step by ids, choices and answers of yes by a tap. */
const fillStep = async (typed: Record<string, string>, tapped: readonly string[]): Promise<void> => {
  for (const id of tapped) await tap(`form-${id}`)
  for (const [key, value] of Object.entries(typed)) await fill(`form-${key}`, value)
}

const toPurchase = async (nationality = 'GBR'): Promise<void> => {
  await fillStep({}, ['documentType-passport'])
  await fillStep(
    {
      nationality,
      travellerName: 'Emma Carter',
      documentNo: '533401372',
      documentUntil: '2031-05-01',
    },
    ['entryShown-yes'],
  )
  await fillStep({ lastEntryOn: '2026-11-02' }, [])
  await tap('apply-next')
}

const toLeaving = async (amount = '1130'): Promise<void> => {
  await fillStep({ shopCode: '3101150001', purchasedOn: '2026-11-12' }, ['invoiceKind-ordinary'])
  await fillStep({ invoiceNo: '26312000000012345678', amount13: amount, amount9: '0' }, [
    'goodsKind-personal',
    'goodsUnused-yes',
    'goodsCarried-yes',
  ])
  await tap('apply-next')
}

const toResult = async (): Promise<void> => {
  await fillStep({ departOn: '2026-12-01' }, ['mode-cash'])
  await tap('port-east')
  await tap('apply-next')
}

test('in English, from nothing to the form: four steps, what comes back line by line, then one call', async () => {
  const { inputs } = onStage(DepartureApplyPage)
  await toPurchase()
  await toLeaving()
  await toResult()
  expect(await seen('net')).toHaveTextContent('CNY 101.70')
  expect(el('amount-amount13')).toHaveTextContent('1,130.00 × 11%')
  expect(el('amount-fee')).toHaveTextContent('-22.60')
  expect(el('days')).toHaveTextContent('80 days left')
  expect(el('days')).toHaveTextContent('9 Feb 2027')
  expect(el('rules-sentence')).toBeInTheDocument()
  expect(namelessControls()).toEqual([])
  await tap('form-declared')
  await tap('apply-next')
  await waitFor(() => expect(inputs('refunds/openDeparture')).toHaveLength(1))
  expect(inputs('refunds/openDeparture')[0]).toEqual({
    port: 'east',
    values: { ...traveller, declared: true },
  })
  await waitFor(() =>
    expect(Taro.redirectTo).toHaveBeenCalledWith({
      url: `/packages/departure/form/index?id=${ID}&fresh=1`,
    }),
  )
})

test('what stands against it is said before anything is handed in, all at once, and nothing can be', async () => {
  const { inputs } = onStage(DepartureApplyPage)
  await toPurchase('CHN')
  await toLeaving('199.99')
  await toResult()
  expect(await seen('verdict')).toHaveTextContent('Not as it stands')
  for (const code of ['foreignTraveller', 'minimumReached'])
    expect(el(`rules-${code}`).className).toContain('failed')
  expect(el('apply-next')).toHaveAttribute('aria-disabled', 'true')
  await tap('apply-next')
  expect(inputs('refunds/openDeparture')).toEqual([])
})

test('a step is not left while something in it is missing, and the port is asked for', async () => {
  onStage(DepartureApplyPage)
  await tap('apply-next')
  expect(await seen('form-faults')).toHaveTextContent('Name')
  await toPurchase()
  await toLeaving()
  await fillStep({ departOn: '2026-12-01' }, ['mode-cash'])
  await tap('apply-next')
  expect(await seen('port-missing')).toBeInTheDocument()
})

test('an invoice that is on a form of one’s own leads there', async () => {
  onStage(
    DepartureApplyPage,
    {},
    {
      'refunds/openDeparture': refuse(409, 'CLAIMED_BEFORE', 'Claimed before.', { formId: ID }),
    },
  )
  await toPurchase()
  await toLeaving()
  await toResult()
  await tap('form-declared')
  await tap('apply-next')
  expect(await seen('refused')).toHaveTextContent('on a form of yours already')
  await tap('claimed-open')
  expect(Taro.redirectTo).toHaveBeenLastCalledWith({ url: `/packages/departure/form/index?id=${ID}` })
})

test('without a session all of it can be seen; only the form asks to sign in, and what was typed stays', async () => {
  const { inputs } = onStage(DepartureApplyPage, {}, {}, { signedIn: false })
  await toPurchase()
  await toLeaving()
  await toResult()
  expect(await seen('net')).toHaveTextContent('CNY 101.70')
  expect(el('apply-next')).toHaveTextContent('Sign in and get my form')
  await tap('form-declared')
  await tap('apply-next')
  expect(inputs('refunds/openDeparture')).toEqual([])
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: expect.stringContaining('/account/signin/') })
  expect(screen.getByText('Sign in and get my form')).toBeInTheDocument()
})
