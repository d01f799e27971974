/** Answers of `credit` as the contract shapes them. */
import { instantOf } from '../../../functions/core/pure/time'
import { appealIdOf } from '../../../functions/credit/rules/states'
import type { Appeal, AppealRow, Mine, NoShow } from '../../../src/packages/credit/model/answers'

export const idOf = (letter: string): string => `ap_01hf8z6m9k3v7q2w4x5y6z7a8${letter}`

export const noShow = (change: Partial<NoShow> = {}): NoShow => ({
  appointmentId: idOf('a'),
  day: '2026-11-17',
  hallId: 'east',
  hallName: '城东办税服务厅',
  matterName: '发票领用',
  start: 570,
  why: 'absent',
  appeal: null,
  appealUntil: instantOf('2026-12-18'),
  ...change,
})

const basis = { basis: '广州税务 2018-06-13 通告', unconfirmed: true }

export const mine = (change: Partial<Mine> = {}): Mine => ({
  taxpayer: { id: 'tp_1', name: '王*明' },
  noShows: [],
  cancellations: [],
  limits: {
    noShows: { rule: '一个月失约 3 次暂停预约', ...basis, limit: 3, used: 0 },
    cancellations: { rule: '一个月取消 5 次暂停预约', ...basis, limit: 5, used: 1 },
    banDays: 30,
  },
  suspended: null,
  ...change,
})

export const appeal = (change: Partial<Appeal> = {}): Appeal => ({
  id: appealIdOf(idOf('a')),
  appointmentId: idOf('a'),
  hallId: 'east',
  hallName: '城东办税服务厅',
  matter: 'FPLY',
  matterName: '发票领用',
  day: '2026-11-17',
  start: 570,
  why: 'absent',
  state: 'appealed',
  due: '2026-11-27',
  createdAt: instantOf('2026-11-20', 600),
  endedAt: null,
  reason: '家人急诊，有病历',
  decision: '',
  ...change,
})

export const row = (change: Partial<AppealRow> = {}): AppealRow => ({
  id: appealIdOf(idOf('a')),
  appointmentId: idOf('a'),
  day: '2026-11-17',
  state: 'revoked',
  due: '2026-11-27',
  createdAt: instantOf('2026-11-20', 600),
  ...change,
})
