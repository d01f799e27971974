/** What the server says of what I am told. */
import { TEMPLATE_NAMES } from '../../../functions/core/pure/delivery/templates'

export { NOW } from '../booking/fixtures'

type Change = Readonly<Record<string, unknown>>

const channel = (name: string, over: Change = {}) => ({
  channel: name,
  on: false,
  offered: true,
  address: null,
  ...over,
})

export const choices = (over: Change = {}) => ({
  channels: [channel('wechat', { on: true }), channel('sms', { address: '138****0021' }), channel('email')],
  stopped: [],
  muted: [],
  quiet: { from: 1320, to: 480 },
  cap: null,
  digest: null,
  ...over,
})

/** Two of the templates are offered; of one, two messages are left. */
export const consents = () => ({
  templates: TEMPLATE_NAMES.map((template) => ({
    template,
    title: template === 'visit' ? '预约前提醒' : `模板 ${template}`,
    remaining: template === 'visit' ? 2 : 0,
    templateId: template === 'visit' || template === 'appointment' ? `tmpl-${template}` : null,
  })),
})

export const undelivered = (letter: string, over: Change = {}) => ({
  id: `dl_${letter.repeat(26)}`,
  channel: 'sms',
  kind: 'refunds.paid',
  topic: 'refunds',
  state: 'failed',
  delivery: 'atLeastOnce',
  why: 'Status500',
  attempts: 6,
  replays: 0,
  since: 1_763_950_000_000,
  ...over,
})

export const grants = (...roles: readonly string[]) =>
  roles.map((role) => ({ role, halls: null, duties: [] }))
