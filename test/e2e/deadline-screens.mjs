/** The deadlines' screens: an accountant's company that files much, one that nobody has described yet, and who is not signed in. */
import { enter } from '../harness/browser/people.mjs'

const COMPANY = { kind: 'enterprise', name: '税帮演示商贸有限公司', number: '91320105MA1NDEMO1R' }
const OTHER = { kind: 'enterprise', name: '城南示范餐饮店', number: '91320106MA1PDEMO2Q' }

/** Of the month that is always ahead and published: December of the calendar's last year. */
export const VAT = 'vat.2026-11'
export const SETTLEMENT = 'citAnnual.2026'

export const prepareDeadlines = async (world, kind) => {
  const accountant = await enter(world, kind, '记期限的会计')
  const { taxpayers } = await accountant.api('accounts', 'me')
  const companies = taxpayers.filter(({ kind: is }) => is === 'enterprise')
  const bound = async (one) => (await accountant.api('accounts', 'bind', one)).taxpayer.id
  const taxpayerId = companies[0]?.id ?? (await bound(COMPANY))
  if (companies.length === 0) await bound(OTHER)
  const taxes = ['vat', 'cit', 'iitWithholding', 'stamp', 'property', 'statements']
  await accountant.api('deadlines', 'setProfile', {
    taxpayerId,
    kind: 'general',
    taxes,
    periods: { property: 'half' },
  })
  await accountant.api('deadlines', 'reminders', { taxpayerId, offsets: [3, 1, 0] })
  await accountant.api('deadlines', 'markFiled', { taxpayerId, id: 'iitWithholding.2026-11', filed: true })
  await accountant.api('deadlines', 'openFeed')
  return { accountant, deadlines: { taxpayerId } }
}

const screen = (name, page, ready, more = {}) => ({
  name,
  address: ({ deadlines: { taxpayerId } }) => `/packages/deadlines/${page.replace('TAXPAYER', taxpayerId)}`,
  ready,
  by: 'accountant',
  ...more,
})

export const DEADLINE_SCREENS = [
  screen('deadlines', 'month/index?month=2026-12', '#grid'),
  screen('deadlines-unpublished', 'month/index?month=2027-01', '#unpublished'),
  screen('deadline', `one/index?id=${VAT}&taxpayer=TAXPAYER`, '#why'),
  screen('deadline-unknown', `one/index?id=${SETTLEMENT}&taxpayer=TAXPAYER`, '#why'),
  screen('deadline-settings', 'settings/index?taxpayer=TAXPAYER', '#feed'),
  screen('deadlines-guest', 'month/index', '#grid', { by: undefined, signedOut: true }),
]
