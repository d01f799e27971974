/** Answers of `appointments` as the contract shapes them, for the booking screens' tests and pictures. */
import { instantOf } from '../../../functions/core/pure/time'
import type {
  Appointment,
  DayList,
  DayRow,
  Hall,
  Matter,
  Person,
  SlotRow,
} from '../../../src/packages/booking/model/answers'

export const DAY = '2026-11-24'
/** Sunday 2026-11-22, 10:00 in Shanghai. */
export const NOW = instantOf('2026-11-22', 600)

export const hall = (change: Partial<Hall> = {}): Hall => ({
  id: 'east',
  name: '城东办税服务厅',
  address: '城东区人民路 18 号 2 楼',
  region: '320102',
  phone: '025-12366001',
  position: { latitude: 32_041_000, longitude: 118_802_000 },
  hours: [
    { from: 540, to: 720 },
    { from: 840, to: 1020 },
  ],
  hoursNote: '周一至周五',
  matters: ['FPLY', 'DJBG'],
  windows: 5,
  load: 42,
  openToday: true,
  demonstration: true,
  ...change,
})

export const matter = (change: Partial<Matter> = {}): Matter => ({
  code: 'FPLY',
  name: '发票领用',
  group: '发票',
  minutes: 12,
  bring: [
    { name: '营业执照副本', copies: '原件', required: true },
    { name: '经办人身份证', copies: '原件', required: true },
    { name: '公章', copies: '', required: false },
  ],
  basis: '税务行政许可事项办理规程',
  halls: ['east', 'west'],
  ...change,
})

const why = { rule: '每月 23 日下午不受理预约', basis: '广州税务 2018-06-13 通告', unconfirmed: true }

export const days: readonly DayRow[] = [
  {
    day: '2026-11-22',
    state: 'closed',
    left: 0,
    why: { rule: '公休日不办公', basis: '国务院办公厅放假安排', unconfirmed: false },
  },
  { day: '2026-11-23', state: 'blocked', left: 0, why },
  { day: '2026-11-24', state: 'open', left: 37 },
  { day: '2026-11-25', state: 'open', left: 52 },
  { day: '2026-11-26', state: 'full', left: 0 },
  { day: '2026-11-27', state: 'open', left: 8 },
]

export const slot = (start: number, online: number, change: Partial<SlotRow> = {}): SlotRow => ({
  start,
  end: start + 30,
  state: online > 0 ? 'open' : 'full',
  left: { online, walkIn: 2, priority: 1 },
  capacity: { online: 7, walkIn: 2, priority: 1 },
  ...change,
})

export const slots: readonly SlotRow[] = [
  slot(540, 0),
  slot(570, 4),
  slot(600, 6),
  slot(630, 1),
  slot(660, 5),
  slot(690, 0),
  slot(840, 7),
  slot(870, 6),
  slot(900, 0, { state: 'closed' }),
]

export const appointment = (change: Partial<Appointment> = {}): Appointment => ({
  id: 'ap_01hf8z6m9k3v7q2w4x5y6z7a8b',
  state: 'booked',
  hallId: 'east',
  hallName: '城东办税服务厅',
  hallAddress: '城东区人民路 18 号 2 楼',
  hallPosition: { latitude: 32_041_000, longitude: 118_802_000 },
  matter: 'FPLY',
  matterName: '发票领用',
  bring: ['营业执照副本', '经办人身份证'],
  day: DAY,
  start: 570,
  end: 600,
  cancelUntil: instantOf(DAY, 450),
  checkInFrom: instantOf(DAY, 555),
  code: '048213',
  qr: 'SB1.east.20261124.048213.k3v7',
  taxpayer: { id: 'tp_1', name: '王*明' },
  canCancel: true,
  createdAt: NOW,
  demonstration: true,
  ...change,
})

export const held = (change: Partial<Appointment> = {}): Appointment =>
  appointment({ state: 'held', heldUntil: NOW + 600_000, ...change })

export const person = (change: Partial<Person> = {}): Person => ({
  id: 'ap_01hf8z6m9k3v7q2w4x5y6z7a8b',
  start: 570,
  end: 600,
  code: '048213',
  matter: 'FPLY',
  matterName: '发票领用',
  name: '王*明',
  standing: 'verified',
  state: 'booked',
  hasNote: false,
  ...change,
})

export const dayList = (change: Partial<DayList> = {}): DayList => ({
  hallId: 'east',
  hallName: '城东办税服务厅',
  day: DAY,
  state: 'open',
  asOf: NOW,
  slots: slots.map((row) => ({ ...row, booked: row.capacity.online - row.left.online })),
  items: [
    person({
      id: 'ap_01hf8z6m9k3v7q2w4x5y6z7a8c',
      start: 600,
      end: 630,
      code: '310774',
      name: '城东**贸易有限公司',
      matterName: '税务登记变更',
      matter: 'DJBG',
      standing: 'claimed',
    }),
    person({ id: 'ap_01hf8z6m9k3v7q2w4x5y6z7a8d', code: '100001', name: '李*', state: 'cancelled' }),
    person(),
    person({ id: 'ap_01hf8z6m9k3v7q2w4x5y6z7a8e', code: '220517', name: '陈*', state: 'held' }),
  ],
  ...change,
})
