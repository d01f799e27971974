/** The screens of what one is told: the choices, why a notice came, and what operators see. */
import { enter } from '../harness/browser/people.mjs'

/** Who runs the demonstration, and the newest notice of the person of the scene. */
export const prepareTold = async (world, kind, person) => {
  const { items } = await person.api('inbox', 'mine', { limit: 1 })
  return { admin: await enter(world, kind, '孙立'), told: items[0].id }
}

const WITH_DIGEST = {
  channels: { wechat: true, sms: false, email: false },
  stopped: ['lottery'],
  quiet: { from: 1320, to: 480 },
  cap: 5,
  digest: { at: 540, topics: ['policies', 'deadlines'] },
}

/** `ready` as in screens.mjs. */
export const SUBSCRIPTION_SCREENS = [
  {
    name: 'inbox-why',
    address: ({ told }) => `/packages/inbox/list/index?notice=${told}`,
    ready: '#why-channels',
  },
  {
    name: 'inbox-topic',
    address: () => '/packages/inbox/list/index',
    ready: '.sb-blank',
    goes: ['topics-lottery'],
  },
  { name: 'subscriptions', address: () => '/packages/subscriptions/settings/index', ready: '#digest' },
  {
    name: 'subscriptions-digest',
    address: () => '/packages/subscriptions/settings/index',
    ready: '#digest-topics',
    before: ({ person }) => person.api('subscriptions', 'setChoices', WITH_DIGEST),
  },
  {
    name: 'undelivered',
    address: () => '/packages/subscriptions/undelivered/index',
    ready: '.sb-blank, #undelivered',
    by: 'admin',
  },
]
