/** The lottery's screens as somebody meets them who has not entered yet: of a campaign where the demonstration has one. */
import { REGISTERED } from '../harness/browser/invoices.mjs'
import { typeInvoice } from './steps.mjs'

const LOTTERY = '/packages/lottery'

/** Of the demonstration's campaign: last night's draw, an entry in it, and what it won. */
export const lotteryOf = async ({ api }) => {
  const { items: draws } = await api('lottery', 'draws', { campaign: 'demo-invoices' })
  const drawn = draws.find(({ state }) => state === 'published')
  const { items: entries } = await api('lottery', 'mine', {})
  const { items: prizes } = await api('lottery', 'prizes', {})
  const entry = entries.find((one) => one.draws.some(({ id }) => id === drawn.id))
  return { drawn: drawn.id, entry: entry.id, prize: prizes[0].id }
}

const ofHolder = (name, address, ready, more = {}) => ({ name, address, ready, by: 'holder', ...more })

/** `ready` as in screens.mjs: what is there says so, and so does what is not. */
export const LOTTERY_SCREENS = [
  { name: 'lottery', address: () => `${LOTTERY}/home/index`, ready: '#limits' },
  {
    name: 'lottery-out',
    address: () => `${LOTTERY}/home/index`,
    ready: '#signed-out, #limits',
    signedOut: true,
  },
  { name: 'lottery-typed', address: () => `${LOTTERY}/enter/index`, ready: '#invoice-amount' },
  // As one that was handed over looks once its page was loaded anew.
  {
    name: 'lottery-lost',
    address: () => `${LOTTERY}/enter/index?handed=mc0x-0000000000000000`,
    ready: '#lost-invoice',
  },
  ofHolder(
    'lottery-enter',
    () => '/packages/invoices/look/index?begin=type',
    '#reasons, .sb-blank, [id^="campaign-"]',
    {
      after: async (phone) => {
        await typeInvoice(phone, REGISTERED.meal)
        await phone.tap('enter-lottery')
      },
    },
  ),
  { name: 'lottery-entries', address: () => `${LOTTERY}/entries/index`, ready: '.sb-blank' },
  { name: 'lottery-prizes', address: () => `${LOTTERY}/prizes/index`, ready: '.sb-blank' },
  ofHolder('lottery-campaign', () => `${LOTTERY}/campaign/index?id=demo-invoices`, '#odds-daily'),
  ofHolder('lottery-draw', ({ drawn }) => `${LOTTERY}/draw/index?id=${drawn}`, '#whole-verdict', {
    goes: ['verify-whole'],
  }),
  ofHolder('lottery-entry', ({ entry }) => `${LOTTERY}/entry/index?id=${entry}`, '#way-daily'),
  ofHolder('lottery-prize', ({ prize }) => `${LOTTERY}/prize/index?id=${prize}`, '#money'),
]
