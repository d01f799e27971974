/** Refund cases made by their API, for whoever looks at them on screen. */
import { enter } from './people.mjs'

export const CLAIMANT = '陈建国'
export const REVIEWER = '周敏'
export const APPROVER = '郑岚'
export const PAYER = '许航'

/** The smallest picture there is: one pixel, whole. */
const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

const DAY_MS = 86_400_000
const OFFSET_MS = 8 * 3_600_000
const monthNow = () => new Date(Date.now() + OFFSET_MS).toISOString().slice(0, 7)

/** A picture on file. @param {string} bytes base64 */
export const keepMaterial = async ({ api }, code, bytes = PIXEL) => {
  const size = Buffer.from(bytes, 'base64').length
  const { upload } = await api('files', 'start', { purpose: 'materials.material', type: 'image/png', size })
  const parts = Array.from({ length: Math.ceil(size / upload.partBytes) }, (_, place) => place)
  const whole = Buffer.from(bytes, 'base64')
  for (const place of parts) {
    const part = whole.subarray(place * upload.partBytes, (place + 1) * upload.partBytes)
    await api('files', 'put', { fileId: upload.fileId, place, bytes: part.toString('base64') })
  }
  await api('files', 'finish', { fileId: upload.fileId })
  const { material } = await api('materials', 'add', {
    business: 'refunds',
    code,
    fileId: upload.fileId,
    name: `${code}.png`,
  })
  return material.id
}

export const ACCOUNT = { bank: '示范银行城东支行', holder: CLAIMANT, number: '6222020200112345678' }

/**
 * A draft that lacks nothing but the declaration.
 * @param {{ voucher: { id: string }, claimed: number, hallId?: string, more?: object, step?: string, draftId?: string }} wish
 * `claimed` in fen; `more` are further answers; `draftId` names one that is there already
 * @returns {Promise<string>} its id
 */
export const saveClaim = async (
  claimant,
  { voucher, claimed, hallId = 'chengdong-1', more = {}, step = 'review', draftId },
) => {
  const proof = await keepMaterial(claimant, 'proofOfOverpayment')
  const { id } = await claimant.api('refunds', 'saveDraft', {
    ...(draftId === undefined ? {} : { draftId }),
    kind: 'overpaid',
    hallId,
    voucherId: voucher.id,
    values: {
      cause: 'overpaid',
      periodFrom: monthNow(),
      periodTo: monthNow(),
      claimed,
      direction: 'refund',
      originalAccount: true,
      reason: '同一套房的契税缴了两次',
      contactName: CLAIMANT,
      contactPhone: '13800000000',
      handledBy: 'self',
      ...more,
    },
    account: ACCOUNT,
    materials: [{ code: 'proofOfOverpayment', id: proof }],
    step,
  })
  return id
}

/**
 * Handed in by the demonstration's verified taxpayer.
 * @param {{ claimed?: number, tax?: string, hallId?: string }} wish `claimed` in fen
 * @returns {Promise<string>} the case's id
 */
export const handIn = async (
  world,
  kind,
  { claimed = 120_000, tax = 'deed', hallId = 'chengdong-1' } = {},
) => {
  const claimant = await enter(world, kind, CLAIMANT)
  const { items } = await claimant.api('refunds', 'vouchers', { limit: 50 })
  const since = new Date(Date.now() - 2 * 365 * DAY_MS).toISOString().slice(0, 10)
  const voucher = items.find((one) => one.tax === tax && one.left >= claimed && one.paidOn > since)
  const draftId = await saveClaim(claimant, { voucher, claimed, hallId, more: { declared: true } })
  const { id } = await claimant.api('refunds', 'submit', { draftId })
  return id
}

/** As far as an approval: in full, or of less with the reasons why. */
export const approve = async (world, kind, id, amount, reasons = []) => {
  const reviewer = await enter(world, kind, REVIEWER)
  await reviewer.api('refunds', 'accept', { id })
  await reviewer.api('refunds', 'startReview', { id })
  await reviewer.api('refunds', 'propose', { id, outcome: 'approve', approved: amount, reasons })
  const approver = await enter(world, kind, APPROVER)
  const { proposal } = await approver.api('refunds', 'review', { id })
  await approver.api('refunds', 'decide', { id, place: proposal.place, agree: true })
}

/** A payment is sent by a timer each minute: in a cloud it comes at once here. */
const LONGEST_MS = 100_000

/** Orders the payment and waits until the bank has paid it. */
export const pay = async (world, kind, { api }, id) => {
  const payer = await enter(world, kind, PAYER)
  await payer.api('refunds', 'order', { ids: [id] })
  const stopAt = Date.now() + LONGEST_MS
  for (;;) {
    if (kind === 'weapp') {
      await world.functions.runTimer('refunds', 'payOut')
      await world.functions.runTimer('timers', 'dispatch')
    }
    const { case: one } = await api('refunds', 'get', { id })
    if (one.state === 'paid') return one
    if (Date.now() > stopAt) throw new Error(`not paid, but ${one.state}`)
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
}
