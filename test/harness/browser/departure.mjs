/** A traveller's answers, filled in on screen or sent by the API, and the desks' steps beside the screen. */
import { enter } from './people.mjs'

export const TRAVELLER = 'Emma Carter'
export const CUSTOMS = '罗航'
export const AGENCY = '许航'
export const PORT = 'chengdong-1'

const DAY_MS = 86_400_000
const OFFSET_MS = 8 * 3_600_000
/** A legal day, so many from today. */
export const dayFromNow = (days) =>
  new Date(Date.now() + OFFSET_MS + days * DAY_MS).toISOString().slice(0, 10)

let bought = 0
export const freshInvoice = () => {
  bought += 1
  return `263120000000${String(process.pid % 10_000).padStart(4, '0')}${String(bought).padStart(4, '0')}`
}

export const travellerValues = (changes = {}) => ({
  documentType: 'passport',
  nationality: 'GBR',
  travellerName: TRAVELLER,
  documentNo: '533401372',
  documentUntil: dayFromNow(900),
  entryShown: true,
  lastEntryOn: dayFromNow(-20),
  shopCode: '3101150001',
  purchasedOn: dayFromNow(-10),
  invoiceKind: 'ordinary',
  invoiceNo: freshInvoice(),
  amount13: 113_000,
  amount9: 0,
  goodsKind: 'personal',
  goodsUnused: true,
  goodsCarried: true,
  departOn: dayFromNow(14),
  mode: 'cash',
  declared: true,
  ...changes,
})

/** Issued by the API. @returns {Promise<string>} the form's id */
export const issueForm = async (world, kind, changes = {}) => {
  const traveller = await enter(world, kind, TRAVELLER)
  const { id } = await traveller.api('refunds', 'openDeparture', {
    values: travellerValues(changes),
    port: PORT,
  })
  return id
}

/** By customs at the port. */
export const verifyForm = async (world, kind, formId) => {
  const customs = await enter(world, kind, CUSTOMS)
  await customs.api('refunds', 'customsConfirm', { formId, hallId: PORT, outcome: 'verified', reasons: [] })
}
