/** A form as its traveller reads it: what comes, whose move it is, and what it can still be shown for. Pure. */
import {
  departureTable,
  type DepartureMode,
  type DepartureMove,
  type DepartureState,
} from '../../../../functions/refunds/rules/kinds/departure-states'
import type { FormFull, HistoryRow } from './answers'

export const isState = (text: string): text is DepartureState =>
  Object.keys(departureTable.next).includes(text)
export const isMove = (text: string): text is DepartureMove =>
  Object.keys(departureTable.moves).includes(text)

/** Steps to come, as a traveller names them. */
export type Ahead = 'prepay' | 'verify' | 'audit' | 'settle' | 'cash' | 'transfer' | 'fixAccount'

const paymentOf = (mode: DepartureMode, advanced: boolean, hasAccount: boolean): Ahead => {
  if (advanced) return 'settle'
  return mode === 'transfer' || hasAccount ? 'transfer' : 'cash'
}

type Standing = Pick<FormFull, 'state' | 'mode' | 'advanced' | 'charged' | 'account'>

/** What is still to come, the step at hand first. */
export const aheadOf = ({ state, mode, advanced, charged, account }: Standing): readonly Ahead[] => {
  if (!isState(state)) return []
  const pay = paymentOf(mode, advanced > charged, account !== null)
  switch (state) {
    case 'invoiced':
    case 'formIssued':
      return mode === 'instant' ? ['prepay', 'verify', 'audit', 'settle'] : ['verify', 'audit', pay]
    case 'instantPrepaid':
    case 'preauthCharged':
      return ['verify', 'audit', pay]
    case 'customsVerified':
      return ['audit', pay]
    case 'agencyAudited':
      return [pay]
    case 'ordered':
      return ['transfer']
    case 'bankRejected':
      return ['fixAccount', 'transfer']
    case 'paid':
    case 'rejected':
    case 'expired':
    case 'cancelled':
      return []
  }
}

const STOPS: readonly string[] = [
  'refuse',
  'reject',
  'bankReject',
  'bankReturn',
  'charge',
  'chargeAtPort',
  'expire',
  'cancel',
  'abandon',
]
export const isStop = ({ move }: Pick<HistoryRow, 'move'>): boolean => STOPS.includes(move)

const TO_SHOW: readonly string[] = ['formIssued', 'instantPrepaid', 'preauthCharged']

/** Customs have still to see it. */
export const isToShow = ({ state }: Pick<FormFull, 'state'>): boolean => TO_SHOW.includes(state)

/** A desk asks for its code: until the money is had. */
export const hasUse = ({ state }: Pick<FormFull, 'state'>): boolean =>
  isState(state) && departureTable.next[state] !== null
