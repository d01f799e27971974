/** What is filed because something happened: no day of the calendar's, reckoned from that day when asked. */
import { text } from '../../core/pure/text'
import type { Obligation } from './obligation'
import { TAXPAYER_KINDS } from '../../core/pure/taxpayer-kinds'

const common = { tax: 'event', who: TAXPAYER_KINDS, effectiveTo: null } as const

export const obligationsOfEvents: readonly Obligation[] = [
  {
    ...common,
    code: 'vatOnce',
    whom: text('按次纳税、销售额达到起征点的自然人等', 'Who pays VAT by the sale, from the threshold on'),
    schedule: { kind: 'yearAfterEvent', closes: '06-30' },
    basis: text('《增值税法》第三十条及其实施条例', 'VAT Law, art. 30, and its regulations'),
    unconfirmed: true,
    effectiveFrom: '2026-01-01',
  },
  {
    ...common,
    code: 'stampOnce',
    whom: text('按次计征印花税的单位和个人', 'Who pays stamp duty by the document'),
    schedule: { kind: 'afterEvent', days: 15 },
    basis: text('《印花税法》第十六条', 'Stamp Duty Law, art. 16'),
    unconfirmed: false,
    effectiveFrom: '2022-07-01',
  },
  {
    ...common,
    code: 'resourceOnce',
    whom: text('不能按固定期限计算缴纳资源税的', 'Who cannot pay resource tax by the period'),
    schedule: { kind: 'afterEvent', days: 15 },
    basis: text('《资源税法》第十二条', 'Resource Tax Law, art. 12'),
    unconfirmed: false,
    effectiveFrom: '2020-09-01',
  },
  {
    ...common,
    code: 'vehiclePurchase',
    whom: text('购置汽车等应税车辆的单位和个人', 'Who buys a car or another taxed vehicle'),
    schedule: { kind: 'afterEvent', days: 60 },
    basis: text('《车辆购置税法》第十二条', 'Vehicle Purchase Tax Law, art. 12'),
    unconfirmed: false,
    effectiveFrom: '2019-07-01',
  },
]
