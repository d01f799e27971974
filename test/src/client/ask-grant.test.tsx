import { screen, waitFor } from '@testing-library/react'
import { askableOf, askOnce, askWechat } from '../../../src/client/ask-grant'
import TicketPage from '../../../src/packages/booking/ticket'
import { RemindMe } from '../../../src/ui/remind-me'
import { refuse } from '../../harness/taro/server'
import Taro from '../../harness/taro/taro'
import { onStage as onBookingStage } from '../booking/stage'
import { consents, NOW } from '../subscriptions/fixtures'
import { inWechat, onStage, seen, standStill, tap } from '../subscriptions/stage'

standStill()

const offered = (...names: readonly ('appointment' | 'visit' | 'refund' | 'prize')[]) =>
  names.map((template) => ({ template, title: template, remaining: 0, templateId: `tmpl-${template}` }))
const Page = () => <RemindMe templates={['appointment', 'visit', 'refund']} />
const show = (params: Readonly<Record<string, string>>) =>
  onBookingStage(TicketPage, params, { 'subscriptions/consents': consents() })
const GRANTED = { templates: [{ template: 'visit', remaining: 3 }] }

it('on the web nothing is asked, fetched or shown', async () => {
  const { asked } = onStage(Page)
  await Promise.resolve()
  expect(document.getElementById('remind-me')).toBeNull()
  expect(asked).toEqual([])
  expect(await askWechat(offered('visit'))).toBe('not')
  expect(Taro.requestSubscribeMessage).not.toHaveBeenCalled()
})

describe('inside WeChat', () => {
  inWechat()

  it('asks by the tap alone, about what is offered here, and says that it was allowed', async () => {
    Taro.requestSubscribeMessage.mockResolvedValue({
      errMsg: 'ok',
      'tmpl-visit': 'accept',
      'tmpl-appointment': 'reject',
    })
    const { inputs } = onStage(Page, { 'subscriptions/grant': GRANTED })
    await seen('remind-me')
    expect(Taro.requestSubscribeMessage).not.toHaveBeenCalled()
    await tap('remind-me')
    expect(await screen.findByText('好的，有进展时会用微信告诉您一次。')).toBeInTheDocument()
    const [[call]] = Taro.requestSubscribeMessage.mock.calls as [[{ tmplIds: readonly string[] }]]
    expect(call.tmplIds).toEqual(['tmpl-appointment', 'tmpl-visit'])
    expect(inputs('grant')).toEqual([
      {
        answers: [
          { template: 'appointment', answer: 'reject' },
          { template: 'visit', answer: 'accept' },
        ],
      },
    ])
  })

  it.each([
    ['refused', () => Taro.requestSubscribeMessage.mockResolvedValue({ 'tmpl-visit': 'reject' }), GRANTED],
    ['failing', () => Taro.requestSubscribeMessage.mockRejectedValue(new Error('20004')), GRANTED],
    [
      'unknown to the server',
      () => Taro.requestSubscribeMessage.mockResolvedValue({ 'tmpl-visit': 'accept' }),
      refuse(409, 'NOT_IN_WECHAT', '不行。'),
    ],
  ])('%s, it is silent and out of the way', async (_, answer, grant) => {
    answer()
    onStage(Page, { 'subscriptions/grant': grant })
    await tap('remind-me')
    await waitFor(() => expect(document.getElementById('remind-me')).toBeNull())
    await waitFor(() => expect(document.body).toHaveTextContent(/^$/))
  })

  it('asks about a template once a day, and again on the next', async () => {
    onStage(Page)
    await seen('remind-me')
    Taro.requestSubscribeMessage.mockResolvedValue({})
    expect(askableOf(['visit', 'prize'], offered('visit', 'prize'))).toHaveLength(2)
    await askOnce(offered('visit'))
    expect(askableOf(['visit', 'prize'], offered('visit', 'prize')).map(({ template }) => template)).toEqual([
      'prize',
    ])
    jest.setSystemTime(NOW + 86_400_000)
    expect(askableOf(['visit', 'prize'], offered('visit', 'prize'))).toHaveLength(2)
  })

  it('asks about three at most, and never about what is not offered here', async () => {
    onStage(Page)
    await seen('remind-me')
    Taro.requestSubscribeMessage.mockResolvedValue({})
    const four = offered('appointment', 'visit', 'refund', 'prize')
    expect(askableOf(['appointment', 'visit', 'refund', 'prize'], four)).toHaveLength(3)
    await askWechat(four)
    const [[call]] = Taro.requestSubscribeMessage.mock.calls as [[{ tmplIds: readonly string[] }]]
    expect(call.tmplIds).toHaveLength(3)
    expect(askableOf(['refund'], consents().templates)).toEqual([])
    expect(await askWechat(consents().templates.filter(({ template }) => template === 'refund'))).toBe('not')
    expect(Taro.requestSubscribeMessage).toHaveBeenCalledTimes(1)
  })

  it('a ticket just booked has the question; one looked at later has not', async () => {
    const later = show({ id: 'ap_01hf8z6m9k3v7q2w4x5y6z7a8b' })
    await seen('ticket-qr')
    expect(document.getElementById('remind-me')).toBeNull()
    later.unmount()
    show({ id: 'ap_01hf8z6m9k3v7q2w4x5y6z7a8b', fresh: '1' })
    expect(await seen('remind-me')).toHaveTextContent('有进展时用微信告诉我')
  })
})
