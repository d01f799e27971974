/** The screens of policies: what one says of oneself, what is published, and the office of who publishes. */
import { enter } from '../harness/browser/people.mjs'
import { HALL } from './steps.mjs'

/** Writes; and another who checks and publishes. */
export const WRITER = '沈知远'
export const PUBLISHER = '叶清'
/** A person who said what she is, and one with an enterprise. */
export const READER = '林小雨'
export const CLERK = '王会芳'

const example = (name) => `po_${`example${name}`.padEnd(26, '0')}`
/** Of the demonstration: corrected once; to be published. */
export const CORRECTED = example('settlement')
export const WAITING = example('deductions')

/** What an officer writes, for one who is a person. @param {object} change */
export const writtenPolicy = (change = {}) => ({
  title: { zh: '换发纸质证明的地点调整', en: 'Where paper certificates are replaced' },
  summary: { zh: '从下月起，在一楼 3 号窗口换发。', en: 'From next month, at counter 3 on the first floor.' },
  body: {
    zh: ['请带上原来的证明和身份证件。'],
    en: ['Please bring the old certificate and a proof of identity.'],
  },
  number: '示例〔2026〕9 号',
  issuer: '示范市税务局城东区分局',
  basis: '《中华人民共和国税收征收管理法》第三十四条',
  category: 'services',
  effectiveFrom: '2026-01-01',
  effectiveTo: null,
  audience: { kind: ['person'] },
  attachments: [],
  ...change,
})

export const savePolicy = async ({ api }, change, from = {}) =>
  api('policies', 'save', {
    hallId: HALL,
    id: null,
    from: null,
    why: null,
    text: writtenPolicy(change),
    ...from,
  })

/** One that was published and withdrawn, beside those of the demonstration. */
export const preparePolicies = async (world, kind) => {
  const [writer, publisher] = [await enter(world, kind, WRITER), await enter(world, kind, PUBLISHER)]
  const [reader, clerk] = [await enter(world, kind, READER), await enter(world, kind, CLERK)]
  // Nobody is told of it: what others see in their messages stays as it was.
  const { id, changedAt } = await savePolicy(writer, { audience: { industry: ['97'] } })
  await publisher.api('policies', 'publish', { id, from: changedAt })
  await publisher.api('policies', 'withdraw', {
    id,
    why: { zh: '窗口还没有准备好，另行通知。', en: 'The counter is not ready yet; it will be announced.' },
  })
  return {
    policyWriter: writer,
    policyPublisher: publisher,
    policyReader: reader,
    policyClerk: clerk,
    withdrawn: id,
  }
}

const OFFICE = '/packages/policies-office'
const by =
  (owner) =>
  (name, address, ready, more = {}) => ({ name, address, ready, by: owner, ...more })
const reader = by('policyReader')
const clerk = by('policyClerk')
const writer = by('policyWriter')
const publisher = by('policyPublisher')

/** Opens a taxpayer's card, and in it what `then` names. */
const inCard = async (phone, then) => {
  await phone.page.locator('[id^="card-"][id$="-open"]:visible').first().click()
  if (then) await phone.page.locator(`[id^="card-"][id$="-${then}"]:visible`).first().click()
}

/** `ready` as in screens.mjs. Inside WeChat one is signed in by being there: what is shown signed out stands on the web alone. */
export const POLICY_SCREENS = [
  reader('profile', () => '/packages/profile/home/index', '#hears'),
  clerk('profile-card', () => '/packages/profile/home/index', '[id$="-save"]', {
    after: (phone) => inCard(phone),
  }),
  clerk('profile-industry', () => '/packages/profile/home/index', '[id$="-industry-sheet"]', {
    after: (phone) => inCard(phone, 'industry'),
  }),
  {
    name: 'profile-out',
    address: () => '/packages/profile/home/index',
    ready: '#signed-out, #hears',
    signedOut: true,
  },
  reader('policies', () => '/packages/policies/list/index', `#policy-${CORRECTED}`),
  reader('policy', () => `/packages/policies/policy/index?id=${CORRECTED}`, '#follow'),
  reader('policy-old', () => `/packages/policies/policy/index?id=${CORRECTED}&version=1`, '#to-now'),
  reader(
    'policy-withdrawn',
    ({ withdrawn }) => `/packages/policies/policy/index?id=${withdrawn}`,
    '#withdrawn',
  ),
  {
    name: 'policy-out',
    address: () => `/packages/policies/policy/index?id=${CORRECTED}`,
    ready: '#why-sign-in, #follow',
    signedOut: true,
  },
  writer('policies-office', () => `${OFFICE}/home/index`, `#policy-${WAITING}`),
  writer('office-policy-own', () => `${OFFICE}/policy/index?id=${WAITING}`, '#needs-another'),
  publisher('office-policy-publish', () => `${OFFICE}/policy/index?id=${WAITING}`, '#publish-sheet-confirm', {
    goes: ['publish'],
  }),
  publisher('office-policy', () => `${OFFICE}/policy/index?id=${CORRECTED}`, '#readers'),
  publisher('office-withdraw', () => `${OFFICE}/policy/index?id=${CORRECTED}`, '#withdraw-sheet', {
    goes: ['withdraw'],
  }),
  writer('edit-policy', () => `${OFFICE}/edit/index?id=${CORRECTED}`, '#part-files', { desk: true }),
  writer('edit-policy-new', () => `${OFFICE}/edit/index?hallId=${HALL}`, '#faults', { goes: ['save'] }),
  writer('edit-policy-regions', () => `${OFFICE}/edit/index?id=${CORRECTED}`, '#pick-region-sheet', {
    goes: ['choose-region'],
  }),
]
