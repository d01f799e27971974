/** A traveller, customs and the agency in the demonstration's district. */
import type { Values } from '../../../../functions/core/pure/forms'
import { addDays, dayOf, type Instant } from '../../../../functions/core/pure/time'
import { HALL, PAYER, type World } from '../world'

export { HALL, openWorld, PAYER, type World } from '../world'
export const TRAVELLER = 'Emma Carter'
export const CUSTOMS = '罗航'
/** Somebody else with a phone. */
export const OTHER = '林小雨'

/** What stands when it is handed in on the day of `now`: bought ten days ago, leaving in a fortnight. */
export const travellerValues = (now: Instant, changes: Values = {}): Values => {
  const today = dayOf(now)
  return {
    documentType: 'passport',
    nationality: 'GBR',
    travellerName: 'Emma Carter',
    documentNo: '533401372',
    documentUntil: addDays(today, 900),
    entryShown: true,
    lastEntryOn: addDays(today, -20),
    shopCode: '3101150001',
    purchasedOn: addDays(today, -10),
    invoiceKind: 'ordinary',
    invoiceNo: '26312000000012345678',
    amount13: 113_000,
    amount9: 0,
    goodsKind: 'personal',
    goodsUnused: true,
    goodsCarried: true,
    departOn: addDays(today, 14),
    mode: 'cash',
    declared: true,
    ...changes,
  }
}

export const TRANSFER: Values = {
  mode: 'transfer',
  transferBank: 'Bank of China',
  transferAccount: '6222020200110000123',
}

export const INSTANT: Values = {
  mode: 'instant',
  instantShop: true,
  ownCard: true,
  promisedPort: 'as the port is called',
  agreement: true,
}

export interface FormBody {
  readonly form: {
    readonly id: string
    readonly state: string
    readonly next: string | null
    readonly qr: string
    readonly code: string
    readonly total: number
    readonly net: number
    readonly advanced: number
    readonly charged: number
    readonly paid: number
    readonly verifiedOn: string | null
    readonly chargeBy: string | null
    readonly account: { readonly number: string } | null
    readonly moves: readonly string[]
    readonly history: readonly {
      readonly move: string
      readonly by: string
      readonly said?: string
      readonly reasons: readonly { readonly rule: string }[]
      readonly fen?: number
    }[]
    readonly days: { readonly lastDay: string; readonly left: number; readonly state: string } | null
    readonly findings: readonly { readonly code: string; readonly ok: boolean }[]
    readonly open: boolean
    readonly traveller: Record<string, string>
    readonly amount: { readonly lines: readonly { readonly key: string; readonly fen: number }[] }
    readonly values: Values
  }
}

export const issued = async (
  { must, services }: World,
  changes: Values = {},
  { as = TRAVELLER, port = HALL }: { readonly as?: string; readonly port?: string } = {},
): Promise<string> => {
  const values = travellerValues(services.time.now, changes)
  return (await must<{ id: string }>('refunds/openDeparture', { values, port }, { as })).id
}

export const formOf = async ({ must }: World, id: string, as = TRAVELLER): Promise<FormBody['form']> =>
  (await must<FormBody>('refunds/departure', { formId: id }, { as, language: 'en' })).form

export const verified = async (world: World, id: string, hallId = HALL, as = CUSTOMS): Promise<void> => {
  await world.must('refunds/customsConfirm', { formId: id, hallId, outcome: 'verified', reasons: [] }, { as })
}

export const audited = async (world: World, id: string, as = PAYER): Promise<void> => {
  await world.must('refunds/departureAudit', { formId: id, outcome: 'pass', reasons: [] }, { as })
}

export const prepaid = async (world: World, id: string): Promise<void> => {
  const input = { formId: id, hallId: HALL, preauthNo: 'PA-20261127' }
  await world.must('refunds/departurePrepay', input, { as: PAYER })
}
