/** The screens of who runs the lottery: a campaign and a draft, today's draws, strange entries, the books. */
import { enter } from '../harness/browser/people.mjs'
import { HALL } from './steps.mjs'

export const CAMPAIGN = 'demo-invoices'
/** Draws and reviews; and another who draws. */
export const OPERATOR = '高远'
export const NOTARY = '何正'
export const OFFICE = '/packages/lottery-office'

/** A draft is saved by one, so that another sees what to publish; a period and a day are there to look at. */
export const prepareOffice = async (world, kind) => {
  const [operator, notary] = [await enter(world, kind, OPERATOR), await enter(world, kind, NOTARY)]
  const { rules } = await operator.api('lottery', 'officeCampaign', { id: CAMPAIGN })
  const draft = { ...JSON.parse(rules), id: 'demo-draft' }
  await notary.api('lottery', 'saveCampaign', { hallId: HALL, rules: JSON.stringify(draft) })
  const drawsOf = async (of) =>
    (await operator.api('lottery', 'officeDraws', { campaign: CAMPAIGN, kind: of })).items
  const begun = async (of) => (await drawsOf(of)).find((one) => one.begun)
  const [day, period] = [await begun('instant'), await begun('periodic')]
  return { operator, officeDay: day.id, officePeriod: period.id }
}

/** The buttons that leave the demonstration's strange entries out: just after midnight they are of yesterday. */
export const strangeEntries = async (phone) => {
  await phone.at('looked').waitFor()
  const today = await phone.idsOf('leave-out-')
  if (today.length > 0) return today
  await phone.tap('day-before')
  await phone.page.locator('[id^="leave-out-"]:visible').first().waitFor()
  return phone.idsOf('leave-out-')
}

const screen = (name, address, ready, more = {}) => ({ name, address, ready, by: 'operator', ...more })

/** `ready` as in screens.mjs. */
export const OFFICE_SCREENS = [
  screen('lottery-office', () => `${OFFICE}/home/index`, `#campaign-${CAMPAIGN}`),
  screen('lottery-office-new', () => `${OFFICE}/home/index`, '#examples', { goes: ['new-campaign'] }),
  screen('office-campaign', () => `${OFFICE}/campaign/index?id=${CAMPAIGN}`, '#doors'),
  screen('office-draft', () => `${OFFICE}/campaign/index?id=demo-draft`, '#publish-hash', {
    goes: ['publish'],
  }),
  screen('edit-campaign', () => `${OFFICE}/edit/index?id=demo-draft`, '#save'),
  screen('edit-new', () => `${OFFICE}/edit/index?hallId=${HALL}&example=xiamen-2026`, '#faults', {
    goes: ['save'],
  }),
  screen('office-draws', () => `${OFFICE}/draws/index?campaign=${CAMPAIGN}`, '[id^="draw-"]'),
  screen('office-days', () => `${OFFICE}/draws/index?campaign=${CAMPAIGN}`, '[id*="-instant-"]', {
    goes: ['kind-instant'],
  }),
  screen('office-draw', ({ officePeriod }) => `${OFFICE}/draw/index?id=${officePeriod}`, '#now'),
  screen('office-day', ({ officeDay }) => `${OFFICE}/draw/index?id=${officeDay}`, '#day-money'),
  screen('review-entries', () => `${OFFICE}/review/index?campaign=${CAMPAIGN}`, '#looked'),
  screen('review-decide', () => `${OFFICE}/review/index?campaign=${CAMPAIGN}`, '#decide-sheet', {
    after: async (phone) => phone.tap((await strangeEntries(phone))[0]),
  }),
  screen('review-excluded', () => `${OFFICE}/review/index?campaign=${CAMPAIGN}`, '#filter-split', {
    goes: ['view-excluded'],
  }),
  screen('lottery-numbers', () => `${OFFICE}/numbers/index?campaign=${CAMPAIGN}`, '#exclusions'),
]
