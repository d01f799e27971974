/** The queue's screens of taxpayers, at any hour: what the hall says is answered for it. */
import { HALL } from './steps.mjs'

const MINUTE = 60_000
const SHANGHAI = 8 * 60 * MINUTE
const shanghai = (at) => new Date(at + SHANGHAI)
const dayOf = (at) => shanghai(at).toISOString().slice(0, 10)
const minuteOf = (at) => shanghai(at).getUTCHours() * 60 + shanghai(at).getUTCMinutes()

const idOf = (letter) => `tk_${letter.repeat(26)}`
const range = (from, to) => ({ known: true, from, to, asOf: Date.now() })

/** A number of the person's own booking, taken a quarter of an hour ago. */
const numberOf = ({ booked }, letter, change) => {
  const now = Date.now()
  return {
    id: idOf(letter),
    number: 'A017',
    state: 'waiting',
    hallId: HALL,
    hallName: booked.hallName,
    matter: booked.matter,
    matterName: booked.matterName,
    day: dayOf(now),
    priority: false,
    booked: true,
    start: booked.start,
    appointmentId: booked.id,
    taxpayer: booked.taxpayer,
    arrivedAt: now - 15 * MINUTE,
    passed: false,
    canLeave: false,
    canRate: false,
    ...change,
  }
}
const waiting = (ahead, estimate = range(10, 25)) => ({ canLeave: true, waiting: { ahead, estimate } })
const called = { state: 'called', window: '3', calledAt: Date.now() }
const over = { endedAt: Date.now(), canRate: true }

const STATES = {
  waiting: ['a', waiting(7)],
  unknown: ['b', { ...waiting(2, { known: false, why: 'still', asOf: Date.now() }), priority: true }],
  called: ['c', called],
  passed: ['d', { ...waiting(2), state: 'passed', passed: true, window: '3' }],
  missed: ['e', { ...over, state: 'noShow', passed: true, window: '3' }],
  done: ['f', { ...over, state: 'done', window: '3', servingAt: Date.now() - 8 * MINUTE }],
}
const stateOf = (scene, name) => numberOf(scene, ...STATES[name])

const number = (name, ready, more = {}) => ({
  name: `number-${name}`,
  address: () => `/packages/queue/number/index?id=${idOf(STATES[name][0])}`,
  answers: (scene) => ({ 'queue/get': { ticket: stateOf(scene, name) } }),
  ready,
  ...more,
})

const basis = { basis: '本平台默认设置', unconfirmed: true }
const hallNow = ({ booked }) => ({
  'queue/hall': {
    state: 'open',
    byPosition: true,
    matters: [
      { matter: booked.matter, name: booked.matterName, waiting: 7, windows: 2, estimate: range(10, 25) },
      {
        matter: 'SB01',
        name: '增值税申报',
        waiting: 3,
        windows: 1,
        estimate: { known: false, why: 'fewTimes', asOf: Date.now() },
      },
      {
        matter: 'TS01',
        name: '申请退税',
        waiting: 0,
        windows: 0,
        estimate: { known: false, why: 'noWindow', asOf: Date.now() },
      },
    ],
    rules: [
      { rule: '叫号未到算过号：再叫 3 个号后重叫一次，仍未到则号作废', ...basis },
      { rule: '绿色通道的号先叫，但同一窗口连叫 2 个后先叫一个普通号', ...basis },
    ],
    asOf: Date.now(),
  },
  'queue/mine': { items: [] },
})

/** The same appointment, were it now. */
const today = (it) => {
  const now = Date.now()
  return { ...it, day: dayOf(now), start: minuteOf(now), end: 1440, checkInFrom: now - 5 * MINUTE }
}

export const QUEUE_SCREENS = [
  {
    name: 'hall-now',
    address: () => `/packages/queue/hall/index?hallId=${HALL}`,
    answers: hallNow,
    ready: '#rules',
  },
  {
    name: 'hall-take',
    address: () => `/packages/queue/hall/index?hallId=${HALL}`,
    answers: hallNow,
    goes: ['matter-SB01'],
    ready: '#take',
  },
  number('waiting', '#wait'),
  number('unknown', '#why-unknown'),
  number('called', '#window'),
  number('passed', '#passed'),
  number('missed', '#appeal'),
  number('done', '#rate-send', { goes: ['star-4', 'reasons-speed'] }),
  {
    name: 'visits',
    address: () => '/packages/queue/visits/index',
    answers: (scene) => ({
      'queue/mine': {
        items: [
          stateOf(scene, 'waiting'),
          { ...stateOf(scene, 'done'), canRate: false, stars: 5 },
          stateOf(scene, 'missed'),
        ],
      },
    }),
    ready: '#visits',
  },
  {
    name: 'ticket-arrive',
    address: ({ booked }) => `/packages/booking/ticket/index?id=${booked.id}`,
    answers: (scene) => ({ ...hallNow(scene), 'appointments/get': { appointment: today(scene.booked) } }),
    ready: '#arrive',
  },
  {
    name: 'home-number',
    address: () => '/pages/home/index',
    answers: (scene) => ({ 'queue/mine': { items: [stateOf(scene, 'waiting')] } }),
    ready: `#number-${idOf('a')}`,
  },
]
