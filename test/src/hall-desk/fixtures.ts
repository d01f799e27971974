/** Answers of `queue` to its officers and its display, as the contract shapes them; the clock stands at 24 November 2026, 10:00. */
import { instantOf } from '../../../functions/core/pure/time'
import type { Board, Desk, DeskWindow, Rating, Ticket } from '../../../src/packages/hall-desk/model/answers'
import { NOW } from '../lottery/fixtures'

export const DAY = '2026-11-24'
export const at = (minute: number): number => instantOf(DAY, minute)
export const TICKET = `tk_${'0'.repeat(25)}1`
export const OTHER = `tk_${'0'.repeat(25)}2`

export const atWindow = (change: Partial<NonNullable<DeskWindow['at']>> = {}) => ({
  ticketId: TICKET,
  number: 'A007',
  serving: false,
  calls: 1,
  calledAt: at(598),
  ...change,
})

export const ticket = (change: Partial<Ticket> = {}): Ticket => ({
  id: TICKET,
  number: 'A007',
  state: 'called',
  hallId: 'east',
  hallName: '城东办税服务厅',
  matter: 'SB01',
  matterName: '增值税申报',
  day: DAY,
  priority: false,
  booked: true,
  start: 570,
  taxpayer: { id: 'tp_1', name: '林*雨' },
  window: '3',
  arrivedAt: at(560),
  calledAt: NOW,
  passed: false,
  canLeave: false,
  canRate: false,
  ...change,
})

export const window = (change: Partial<DeskWindow> = {}): DeskWindow => ({
  window: '3',
  state: 'open',
  mine: true,
  matters: ['SB01', 'SB02'],
  able: ['SB01', 'SB02'],
  at: null,
  // The officer's own window tells its number whole.
  ...(change.at && change.mine !== false
    ? { ticket: ticket({ state: change.at.serving ? 'serving' : 'called' }) }
    : {}),
  ...change,
})

const unknown = { known: false, why: 'noWindow', asOf: NOW } as const

export const desk = (mine: Partial<DeskWindow> = {}, change: Partial<Desk> = {}): Desk => ({
  turn: 12,
  state: 'open',
  windows: [
    window(mine),
    window({ window: '4', mine: false, matters: ['TS01'], able: ['TS01'], at: atWindow({ number: 'D002' }) }),
    window({ window: '5', mine: false, state: 'closed', able: ['ZM01'], matters: ['ZM01'] }),
  ],
  matters: [
    {
      matter: 'SB01',
      name: '增值税申报',
      waiting: 4,
      windows: 1,
      estimate: { known: true, from: 12, to: 25, asOf: NOW },
    },
    { matter: 'SB02', name: '个人所得税申报', waiting: 0, windows: 1, estimate: unknown },
    { matter: 'TS01', name: '退税申请', waiting: 2, windows: 0, estimate: unknown },
    { matter: 'ZM01', name: '完税证明', waiting: 0, windows: 0, estimate: unknown },
  ],
  waiting: 6,
  served: 21,
  missed: 2,
  waited: 14,
  serving: 9,
  asOf: NOW,
  ...change,
})

export const board = (windows: NonNullable<Board['windows']>, change: Partial<Board> = {}): Board => ({
  turn: 5,
  same: false,
  hallName: '城东办税服务厅',
  state: 'open',
  windows,
  waiting: 6,
  asOf: NOW,
  ...change,
})

export const onBoard = (
  name: string,
  number: string | null,
  change: { readonly serving?: boolean; readonly calls?: number; readonly calledAt?: number } = {},
): NonNullable<Board['windows']>[number] => ({
  window: name,
  state: 'open',
  at: number === null ? null : { number, serving: false, calls: 1, calledAt: at(598), ...change },
})

export const rating = (change: Partial<Rating> = {}): Rating => ({
  number: 'A007',
  matterName: '增值税申报',
  window: '3',
  stars: 5,
  reasons: ['speed', 'oneVisit'],
  at: at(595),
  ...change,
})

export const answers: Readonly<Record<string, unknown>> = {
  'halls/onDuty': {
    halls: [
      { id: 'east', name: '城东办税服务厅' },
      { id: 'west', name: '城西办税服务厅' },
    ],
  },
  'queue/desk': desk(),
  'queue/setWindow': { window: window() },
  'queue/callNext': { ticket: ticket() },
  'queue/recall': { ticket: ticket() },
  'queue/serve': { ticket: ticket({ state: 'serving' }) },
  'queue/pass': { ticket: ticket({ state: 'passed', passed: true }) },
  'queue/finish': { ticket: ticket({ state: 'done' }) },
  'queue/transfer': { ticket: ticket({ state: 'waiting', matter: 'TS01', matterName: '退税申请' }) },
  'queue/ratings': { items: [rating()] },
}
