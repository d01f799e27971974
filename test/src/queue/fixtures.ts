/** Answers of `queue` as the contract shapes them, on a Tuesday at 9:40 in Shanghai. */
import { instantOf } from '../../../functions/core/pure/time'
import type { HallNow } from '../../../src/client/hall-now'
import type { QueueTicket } from '../../../src/client/own-numbers'
import { DAY } from '../booking/fixtures'

export const NOW = instantOf(DAY, 580)
export const ID = `tk_${'a'.repeat(26)}`
export const idOf = (letter: string): string => `tk_${letter.repeat(26)}`

const estimate = { known: true, from: 10, to: 25, asOf: NOW } as const

/** A walk-in that waits behind five. */
export const ticket = (change: Partial<QueueTicket> = {}): QueueTicket => ({
  id: ID,
  number: 'A007',
  state: 'waiting',
  hallId: 'east',
  hallName: '城东办税服务厅',
  matter: 'FPLY',
  matterName: '发票领用',
  day: DAY,
  priority: false,
  booked: false,
  taxpayer: { id: 'tp_1', name: '王*明' },
  arrivedAt: instantOf(DAY, 570),
  passed: false,
  canLeave: true,
  canRate: false,
  waiting: { ahead: 5, estimate },
  ...change,
})

/** Past its wait: nothing stands before it any more. */
export const beyond = (change: Partial<QueueTicket>): QueueTicket => {
  const { waiting: _, ...rest } = ticket()
  return { ...rest, canLeave: false, ...change }
}
export const called = (change: Partial<QueueTicket> = {}): QueueTicket =>
  beyond({ state: 'called', window: '3', calledAt: NOW, ...change })

export const ofBooking = {
  booked: true,
  start: 570,
  appointmentId: 'ap_01hf8z6m9k3v7q2w4x5y6z7a8b',
} as const

export const hallNow = (change: Partial<HallNow> = {}): HallNow => ({
  hallName: '城东办税服务厅',
  windows: 3,
  state: 'open',
  byPosition: true,
  matters: [
    { matter: 'FPLY', name: '发票领用', waiting: 5, windows: 2, estimate },
    {
      matter: 'DJBG',
      name: '税务登记变更',
      waiting: 2,
      windows: 1,
      estimate: { known: false, why: 'fewTimes', asOf: NOW },
    },
    {
      matter: 'TS01',
      name: '申请退税',
      waiting: 0,
      windows: 0,
      estimate: { known: false, why: 'noWindow', asOf: NOW },
    },
  ],
  rules: [
    { rule: '再叫 3 个号后重叫一次', basis: '本平台默认设置', unconfirmed: true },
    { rule: '绿色通道的号先叫', basis: '税总纳服函〔2021〕297号', unconfirmed: false },
  ],
  asOf: NOW,
  ...change,
})
